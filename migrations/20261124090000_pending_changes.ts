import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Changes that let somebody read more and wait for a second person. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'pending_changes', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('kind', 32).notNullable();
    // The change as it was made, deterministic JSON; it may hold names.
    t.binary('change').notNullable();
    // What anybody gains by it, as its confirmer is shown it: codes and ids.
    t.text('widening').notNullable();
    t.string('made_by', 36).notNullable();
    t.string('made_at', 24).notNullable();
    // Set where nobody else can confirm it.
    t.string('effective_at', 24);
    // waits, made, refused, withdrawn, overtaken
    t.string('state', 12).notNullable();
    t.string('decided_by', 36);
    t.string('decided_at', 24);
    t.index(['school_id', 'state']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pending_changes');
}
