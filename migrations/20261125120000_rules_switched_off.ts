import type { Knex } from 'knex';

/** An automatic alert may be switched off and kept. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('automatic_alerts', (t) => {
    t.string('switched_off_at', 30);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('automatic_alerts', (t) => {
    t.dropColumn('switched_off_at');
  });
}
