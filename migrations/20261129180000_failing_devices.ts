import type { Knex } from 'knex';

/** Since when, and by which code, pushes to a device fail; null once one has arrived again. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('push_subscriptions', (t) => {
    t.string('failing_at', 24);
    t.string('fault', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('push_subscriptions', (t) => {
    t.dropColumns('failing_at', 'fault');
  });
}
