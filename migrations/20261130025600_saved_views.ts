import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Ways to look at the alerts that somebody has named, to find them again on every device. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'saved_views', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.binary('name').notNullable();
    t.string('view', 12).notNullable();
    t.string('level', 8);
    t.string('category_id', 36);
    t.string('year_id', 36);
    t.string('created_at', 24).notNullable();
    t.index(['school_id', 'staff_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('saved_views');
}
