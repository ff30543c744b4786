import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** How each sheet about rights stood when it was last imported, so that the next import can show what changed since. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'imported_sheets', ['sheet'], (t) => {
    t.string('sheet', 40).notNullable();
    t.string('imported_at', 30).notNullable();
    t.binary('rows').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('imported_sheets');
}
