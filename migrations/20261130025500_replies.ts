import type { Knex } from 'knex';

/** A reply to whoever recorded a concern stands among what was done about it; here is when they read it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.string('read_at', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.dropColumn('read_at');
  });
}
