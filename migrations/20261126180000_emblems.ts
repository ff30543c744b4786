import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** The picture of a school on its log-in page. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'emblems', [], (t) => {
    // SHA-256 of the picture, hex
    t.string('hash', 64).notNullable();
    t.string('type', 16).notNullable();
    t.integer('width').notNullable();
    t.integer('height').notNullable();
    // a sealed cell: the picture in base64
    t.binary('picture').notNullable();
    t.string('set_at', 24).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('emblems');
}
