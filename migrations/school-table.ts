import type { Knex } from 'knex';

/**
 * Makes a table of one school: `school_id` first in its key, so that it can be split by school later.
 * Frozen: migrations that schools have walked already were made with it. A later shape gets a function of its own.
 */
export async function schoolTable(
  db: Knex,
  name: string,
  key: string[],
  columns: (t: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await db.schema.createTable(name, (t) => {
    t.string('school_id', 36).notNullable().references('schools.id');
    columns(t);
    t.primary(['school_id', ...key]);
  });
}
