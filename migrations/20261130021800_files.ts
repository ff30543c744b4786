import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Files of records: which record names them, how far their chunks have come, and where they lie sealed. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'files', ['file_id'], (t) => {
    // Made from the file's key, which is in the record alone
    t.string('file_id', 24).notNullable();
    t.string('lineage_id', 24).notNullable();
    t.string('state', 8).notNullable();
    t.integer('size').notNullable();
    // What its record says of it until it is here: the key that its chunks come under, and its SHA-256
    t.binary('sent');
    // The key that it lies under
    t.binary('kept_key');
    // Names what lies in the folder
    t.string('place', 24);
    // By its own first bytes
    t.string('type', 40);
    t.string('named_at', 24).notNullable();
    t.string('here_at', 24);
    // When the leads are told that it has not come; null: they were told, or it is here
    t.string('late_at', 24);
    t.index(['state']);
  });
  await schoolTable(db, 'concern_files', ['concern_id', 'position'], (t) => {
    t.string('concern_id', 36).notNullable();
    t.integer('position').notNullable();
    t.string('file_id', 24).notNullable();
    t.binary('name').notNullable();
    t.index(['school_id', 'file_id']);
  });
  await schoolTable(db, 'file_parts', ['envelope_id'], (t) => {
    t.string('envelope_id', 24).notNullable();
    t.string('file_id', 24).notNullable();
    t.string('lineage_id', 24).notNullable();
    t.integer('part').notNullable();
    t.integer('parts').notNullable();
    // Names what lies in the folder; null: the file is here, and its chunks are let go
    t.string('sha256', 44);
    t.index(['school_id', 'file_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('file_parts');
  await db.schema.dropTable('concern_files');
  await db.schema.dropTable('files');
}
