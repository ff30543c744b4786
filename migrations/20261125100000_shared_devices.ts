import type { Knex } from 'knex';

/** Whether others use a device as well, as it says itself; null while it has not said. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('devices', (t) => {
    t.integer('shared');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('devices', (t) => {
    t.dropColumn('shared');
  });
}
