import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Which lead watches which pupil, and in which categories a pupil is watched. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'pupil_watchers', ['pupil_id', 'staff_id'], (t) => {
    t.string('pupil_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('at', 24).notNullable();
  });
  await schoolTable(db, 'watched_categories', ['pupil_id', 'category_id'], (t) => {
    t.string('pupil_id', 36).notNullable();
    t.string('category_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('at', 24).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('watched_categories');
  await db.schema.dropTable('pupil_watchers');
}
