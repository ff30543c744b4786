import type { Knex } from 'knex';

/** Every backup of this store that was made and read back. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('backups', (t) => {
    t.string('id', 36).primary();
    t.string('made_at', 24).notNullable();
    // What was received before this moment is in it; null where it lies on the disk of the data, and proves nothing.
    t.string('through', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('backups');
}
