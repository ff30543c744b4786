import type { Knex } from 'knex';

/** Which passages of a text a lead has covered: a sealed cell beside the text, which stays as it was written. */
export async function up(db: Knex): Promise<void> {
  for (const table of ['concerns', 'concern_actions']) {
    await db.schema.alterTable(table, (t) => {
      t.binary('covers');
    });
  }
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['concerns', 'concern_actions']) {
    await db.schema.alterTable(table, (t) => {
      t.dropColumn('covers');
    });
  }
}
