import type { Knex } from 'knex';

/** Of a mark "significant", set or taken off: which entry it is about, the concern itself or an action of it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.string('entry_id', 36);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.dropColumn('entry_id');
  });
}
