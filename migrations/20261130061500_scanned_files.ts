import type { Knex } from 'knex';

/** What the scanner of the school's server said of a file. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('files', (t) => {
    // null: not scanned yet, or there is no scanner
    t.string('scan', 8);
    t.string('scanned_at', 24);
    // What the scanner calls what it found
    t.string('found', 100);
    t.index(['state', 'scan']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('files', (t) => {
    t.dropIndex(['state', 'scan']);
    t.dropColumns('scan', 'scanned_at', 'found');
  });
}
