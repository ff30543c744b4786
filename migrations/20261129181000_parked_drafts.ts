import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Drafts that were left, as they lay encrypted on a device; each one's key is in its parked envelope. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'parked_drafts', ['envelope_id'], (t) => {
    t.string('envelope_id', 24).notNullable();
    t.string('lineage_id', 24).notNullable();
    t.string('device_id', 36).notNullable();
    t.integer('revision').notNullable();
    t.string('sha256', 44).notNullable();
    t.binary('ciphertext').notNullable();
    // By the device's clock
    t.string('began_at', 24).notNullable();
    t.string('touched_at', 24).notNullable();
    // By the school's: its first revision, and the one that it has now
    t.string('parked_at', 24).notNullable();
    t.string('received_at', 24).notNullable();
    // The revision that was looked into, once the key had come; null: neither author nor facts are known yet
    t.integer('known_revision');
    t.string('author_id', 36);
    // Ids alone: {about, pupils, categories}; null where it could not be opened
    t.text('facts');
    t.string('resumed_at', 24);
    t.integer('resumed_revision');
    t.string('ended_at', 24);
    t.string('ended_by', 12);
    // The record that it has become, where a lead has opened it
    t.string('concern_id', 36);
    t.index(['school_id', 'lineage_id']);
    t.index(['school_id', 'author_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('parked_drafts');
}
