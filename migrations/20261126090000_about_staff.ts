import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Concerns about adults who work at the school: that they are, and about whom of its staff. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concerns', (t) => {
    t.integer('about_staff').notNullable().defaultTo(0);
  });
  // Nobody of the staff list: the adult was described.
  await schoolTable(db, 'concern_staff', ['concern_id', 'staff_id'], (t) => {
    t.string('concern_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.foreign(['school_id', 'concern_id']).references(['school_id', 'id']).inTable('concerns');
    t.foreign(['school_id', 'staff_id']).references(['school_id', 'id']).inTable('staff');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('concern_staff');
  await db.schema.alterTable('concerns', (t) => {
    t.dropColumn('about_staff');
  });
}
