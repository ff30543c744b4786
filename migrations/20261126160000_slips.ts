import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Slips with a one-use code, for staff without an e-mail address (product.md section 2, point 8). */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'slips', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    // HMAC-SHA-256 of the code under the school's index key; the code itself is nowhere
    t.string('code_hash', 64).notNullable();
    t.string('made_by', 36).notNullable();
    t.string('made_at', 24).notNullable();
    t.string('expires_at', 24).notNullable();
    t.string('withdrawn_at', 24);
    t.string('used_at', 24);
    // the tablet that it was used on, and the author key that came of it
    t.string('used_on', 36);
    t.string('author_key_id', 36);
    // what it gave is over
    t.string('ended_at', 24);
    t.unique(['school_id', 'code_hash']);
    t.index(['school_id', 'author_key_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('slips');
}
