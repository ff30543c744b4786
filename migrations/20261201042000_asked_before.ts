import type { Knex } from 'knex';

/** What was asked for under the id of a deed, as a keyed digest: the same id with other words is no repeated send. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.text('asked');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.dropColumn('asked');
  });
}
