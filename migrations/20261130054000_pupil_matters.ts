import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Plans, agencies, other schools and links of pupils, and contacts whom nobody may ring: every version of each. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'pupil_matters', ['id'], (t) => {
    t.string('id', 36).notNullable();
    // What several versions are of
    t.string('matter_id', 36).notNullable();
    t.string('pupil_id', 36).notNullable();
    // Of a link
    t.string('other_id', 36);
    t.string('staff_id', 36).notNullable();
    t.string('at', 24).notNullable();
    // Which kind it is, what was done with it, and all that is said of it
    t.binary('details').notNullable();
    t.index(['school_id', 'pupil_id']);
    t.index(['school_id', 'other_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pupil_matters');
}
