import type { Knex } from 'knex';

/** What a school has set otherwise than Heed comes; one sealed cell, since people type its wording. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('schools', (t) => {
    t.binary('settings');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('schools', (t) => {
    t.dropColumn('settings');
  });
}
