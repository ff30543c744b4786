import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** What was said of a pupil's document before: one row for each version that a newer one followed. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'earlier_documents', ['document_id', 'position'], (t) => {
    t.string('document_id', 36).notNullable();
    // From 0, in the order in which they were said
    t.integer('position').notNullable();
    // The version
    t.string('id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('at', 24).notNullable();
    // Name, kind, day of review, where the original is held
    t.binary('details').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('earlier_documents');
}
