import type { Knex } from 'knex';

/** Which passages of a file's name a lead has covered: a sealed cell beside it, which stays as it was given. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_files', (t) => {
    t.binary('covers');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_files', (t) => {
    t.dropColumn('covers');
  });
}
