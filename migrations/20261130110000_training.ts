import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Live training sessions, and who has said that they come. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'training_sessions', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.binary('title').notNullable();
    t.binary('url').notNullable();
    t.string('audience', 16).notNullable();
    t.string('starts_at', 24).notNullable();
    t.string('ends_at', 24).notNullable();
    t.string('created_by', 36).notNullable();
    t.string('created_at', 24).notNullable();
    t.index(['school_id', 'ends_at']);
  });
  await schoolTable(db, 'training_places', ['session_id', 'staff_id'], (t) => {
    t.string('session_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('taken_at', 24).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('training_places');
  await db.schema.dropTable('training_sessions');
}
