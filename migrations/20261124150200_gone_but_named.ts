import type { Knex } from 'knex';

/** What concerns may name is never deleted: places and agencies are removed, a merged category says where it went. */
export async function up(db: Knex): Promise<void> {
  for (const table of ['places', 'agencies'])
    await db.schema.alterTable(table, (t) => {
      t.string('removed_at', 24);
    });
  await db.schema.alterTable('categories', (t) => {
    t.string('merged_into', 36);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const [table, column] of [
    ['places', 'removed_at'],
    ['agencies', 'removed_at'],
    ['categories', 'merged_into'],
  ] as const) {
    await db.schema.alterTable(table, (t) => {
      t.dropColumn(column);
    });
  }
}
