import type { Knex } from 'knex';

/** Who has said last that the copy of the server's keys lies apart from the data, and when. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('schools', (t) => {
    t.string('keys_kept_at', 24);
    t.string('keys_kept_by', 36);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const column of ['keys_kept_at', 'keys_kept_by'])
    await db.schema.alterTable('schools', (t) => {
      t.dropColumn(column);
    });
}
