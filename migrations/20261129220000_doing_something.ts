import type { Knex } from 'knex';

const INDEX = 'concern_actions_overdue';

/** What was done about a concern and what is still to be done: when, by which day, by whom; and its level. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    // When it happened, where that was not when it was added.
    t.string('happened_at', 24);
    // The last day for it on the school's wall, yyyy-mm-dd; of a referral: for the answer.
    t.string('due_day', 10);
    // Whose it is to do; of "Give to…": who has the concern now.
    t.string('owner_id', 36);
    t.string('agency_id', 36);
    // When its owner is told that it is late; null: it has no day, they were told, or it is done.
    t.string('overdue_at', 24);
    t.string('done_at', 24);
    t.string('done_by', 36);
    t.string('level', 8);
    t.index(['school_id', 'owner_id']);
    t.index(['overdue_at'], INDEX, { predicate: db.whereNotNull('overdue_at') });
  });
  await db.schema.alterTable('concerns', (t) => {
    t.string('level', 8);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concerns', (t) => {
    t.dropColumn('level');
  });
  await db.schema.alterTable('concern_actions', (t) => {
    t.dropIndex(['overdue_at'], INDEX);
    t.dropIndex(['school_id', 'owner_id']);
  });
  await db.schema.alterTable('concern_actions', (t) => {
    for (const column of [
      'happened_at',
      'due_day',
      'owner_id',
      'agency_id',
      'overdue_at',
      'done_at',
      'done_by',
      'level',
    ])
      t.dropColumn(column);
  });
}
