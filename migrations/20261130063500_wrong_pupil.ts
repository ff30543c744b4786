import type { Knex } from 'knex';
import { schoolTable } from './school-table';

const time = (t: Knex.CreateTableBuilder, name: string) => t.string(name, 24);

/** Which child of a record is another pupil, and alerts that people had by the first one alone. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    // Of a match: the child's place in the record, whom it was and whom it is
    t.integer('position');
    t.string('was_pupil_id', 36);
    t.string('now_pupil_id', 36);
  });
  // Apart from `alerts`: whatever asks who was alerted cannot forget to leave these out.
  await schoolTable(db, 'withdrawn_alerts', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('concern_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.text('reasons').notNullable();
    time(t, 'created_at').notNullable();
    time(t, 'opened_at');
    time(t, 'read_at');
    t.string('held_for', 8);
    time(t, 'held_until');
    t.integer('away').notNullable().defaultTo(0);
    time(t, 'withdrawn_at').notNullable();
    t.index(['school_id', 'concern_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('withdrawn_alerts');
  await db.schema.alterTable('concern_actions', (t) => {
    t.dropColumn('now_pupil_id');
    t.dropColumn('was_pupil_id');
    t.dropColumn('position');
  });
}
