import type { Knex } from 'knex';

/** Files that could not be looked at: they wait behind all others. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('files', (t) => {
    // When it was last looked at in vain; null: not yet, or it was looked at since
    t.string('scan_failed_at', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('files', (t) => {
    t.dropColumn('scan_failed_at');
  });
}
