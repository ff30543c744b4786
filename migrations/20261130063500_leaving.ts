import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Files of pupils who have left, on their way to the next school. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'leaving', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('pupil_id', 36).notNullable();
    t.string('raised_at', 24).notNullable();
    // The last day for it on the school's wall, yyyy-mm-dd
    t.string('due_day', 10).notNullable();
    // The newest package, how it was sent, who has it
    t.binary('details');
    t.string('done_at', 24);
    // The pupil came back
    t.string('dropped_at', 24);
    t.index(['school_id', 'pupil_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('leaving');
}
