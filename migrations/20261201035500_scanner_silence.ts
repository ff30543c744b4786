import type { Knex } from 'knex';

/** Since when the scanner of this server does not answer. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('scanner_silence', (t) => {
    // One row, of every process of this server; none while the scanner answers
    t.integer('id').primary();
    t.string('since', 24).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('scanner_silence');
}
