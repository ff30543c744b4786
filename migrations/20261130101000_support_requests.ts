import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** What people asked the school's support, each with exactly the text that was sent. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'support_requests', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('reference', 12).notNullable();
    t.string('way', 8).notNullable();
    t.binary('text').notNullable();
    t.string('created_at', 24).notNullable();
    t.unique(['school_id', 'reference']);
    t.index(['school_id', 'staff_id', 'created_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('support_requests');
}
