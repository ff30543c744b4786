import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Two concerns that belong together, as a lead says; a link that has ended stays. */
export async function up(db: Knex): Promise<void> {
  // Apart from `concern_actions`: whatever reads the deeds of one concern cannot give away that there is another.
  await schoolTable(db, 'concern_links', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('concern_id', 36).notNullable();
    t.string('other_id', 36).notNullable();
    t.binary('reason').notNullable();
    t.string('linked_by', 36).notNullable();
    t.string('linked_at', 24).notNullable();
    // Made by the page that ended it, so that a repeated send ends nothing twice
    t.string('end_id', 36);
    t.binary('ended_reason');
    t.string('ended_by', 36);
    t.string('ended_at', 24);
    t.index(['school_id', 'concern_id']);
    t.index(['school_id', 'other_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('concern_links');
}
