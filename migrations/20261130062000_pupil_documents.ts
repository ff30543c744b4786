import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Documents of a pupil's page: which file, what it is, when it is looked at again. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'pupil_documents', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('pupil_id', 36).notNullable();
    t.string('file_id', 24).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('at', 24).notNullable();
    // Name, kind, day of review, where the original is held; why it was taken off the page
    t.binary('details').notNullable();
    t.string('removed_at', 24);
    t.index(['school_id', 'pupil_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pupil_documents');
}
