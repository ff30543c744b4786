import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** What authors wrote after sending a record: it waits here, sealed, until its record is there. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'addenda', ['envelope_id'], (t) => {
    t.string('envelope_id', 24).notNullable();
    t.string('lineage_id', 24).notNullable();
    // The envelope of the record that it adds to
    t.string('record_id', 24).notNullable();
    t.string('author_id', 36);
    // Why it can only become a record of its own, known before its record is there
    t.string('doubt', 24);
    // As its author sealed it; null once its words stand where they belong
    t.binary('payload');
    t.string('received_at', 24).notNullable();
    // When it stops waiting for its record; null: it stands where it belongs
    t.string('late_at', 24);
    // The concern that it was added to, or the record with a doubt that it has become
    t.string('concern_id', 36);
    t.string('joined_at', 24);
    // Staff who were told of it: [ids]
    t.text('told');
    // When somebody who decides about the concern first opened it with this in it
    t.string('opened_at', 24);
    t.index(['late_at']);
    t.index(['school_id', 'concern_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('addenda');
}
