import type { Knex } from 'knex';

const UNREAD = 'alerts_unread';
const TAKEN = 'concerns_taken';
const OPEN = 'concerns_taken_open';

/** What waits for one person, and what one person has taken, is found without walking through the years before. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('alerts', (t) => {
    t.index(['school_id', 'staff_id', 'read_at'], UNREAD);
  });
  await db.schema.alterTable('concerns', (t) => {
    const open = db.whereNotNull('taken_by').whereNull('closed_at');
    t.index(['school_id', 'taken_by', 'id'], TAKEN, { predicate: db.whereNotNull('taken_by') });
    t.index(['school_id', 'taken_by', 'taken_at'], OPEN, { predicate: open });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concerns', (t) => {
    t.dropIndex(['school_id', 'taken_by', 'taken_at'], OPEN);
    t.dropIndex(['school_id', 'taken_by', 'id'], TAKEN);
  });
  await db.schema.alterTable('alerts', (t) => {
    t.dropIndex(['school_id', 'staff_id', 'read_at'], UNREAD);
  });
}
