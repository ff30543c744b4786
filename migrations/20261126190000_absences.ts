import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Who is alerted in whose place while they are away; an alert of somebody who was away is marked. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'absences', ['staff_id'], (t) => {
    t.string('staff_id', 36).notNullable();
    t.string('cover_id', 36).notNullable();
    // yyyy-mm-dd on the school's wall, both days included; null: until it is switched off
    t.string('from_day', 10).notNullable();
    t.string('until_day', 10);
    t.string('set_by', 36).notNullable();
    t.string('set_at', 24).notNullable();
  });
  await db.schema.alterTable('alerts', (t) => {
    t.integer('away').notNullable().defaultTo(0);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('alerts', (t) => {
    t.dropColumn('away');
  });
  await db.schema.dropTable('absences');
}
