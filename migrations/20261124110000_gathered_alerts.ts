import type { Knex } from 'knex';

/** One message may stand for several alerts: those that one device raised without a proved author. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('messages', (t) => {
    // How many alerts the message tells of.
    t.integer('alert_count').notNullable().defaultTo(1);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('messages', (t) => {
    t.dropColumn('alert_count');
  });
}
