import type { Knex } from 'knex';

/** Which passages of the reasons of a link a lead has covered: a sealed cell beside them, which stay as they were written. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_links', (t) => {
    t.binary('covers');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_links', (t) => {
    t.dropColumn('covers');
  });
}
