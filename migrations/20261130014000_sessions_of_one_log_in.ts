import type { Knex } from 'knex';

/** Which sessions come of one log-in, at whatever school; and by which session a security key was begun. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('sessions', (t) => {
    // The session that the log-in itself began; null: this one.
    t.string('log_in_id', 36);
    t.index(['log_in_id']);
  });
  await db.schema.alterTable('security_keys', (t) => {
    // Null once it is saved, and for what was begun before this was kept.
    t.string('begun_in', 36);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('security_keys', (t) => {
    t.dropColumn('begun_in');
  });
  await db.schema.alterTable('sessions', (t) => {
    t.dropIndex(['log_in_id']);
    t.dropColumn('log_in_id');
  });
}
