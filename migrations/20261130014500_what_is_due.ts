import type { Knex } from 'knex';

const INDEX = 'concern_actions_due';

/** Finds what is still to be done in a school without looking through everything that was ever done. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    const predicate = db.whereNotNull('due_day').whereNull('done_at');
    t.index(['school_id', 'due_day'], INDEX, { predicate });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.dropIndex(['school_id', 'due_day'], INDEX);
  });
}
