import type { Knex } from 'knex';

const HELD = 'messages_held';

/**
 * Alerts that are not urgent may wait: in quiet hours (a school's lie with its settings, each person's own here), and
 * for the daily summary, where a rule says so.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('accounts', (t) => {
    // hh:mm of the school's clock; both or none
    t.string('quiet_from', 5);
    t.string('quiet_to', 5);
    t.integer('quiet_weekends').notNullable().defaultTo(0);
  });
  await db.schema.alterTable('automatic_alerts', (t) => {
    t.integer('daily').notNullable().defaultTo(0);
  });
  for (const table of ['alerts', 'messages']) {
    await db.schema.alterTable(table, (t) => {
      // quiet or daily
      t.string('held_for', 8);
      t.string('held_until', 24);
    });
  }
  await db.schema.alterTable('messages', (t) => {
    const predicate = db.whereNotNull('held_until');
    t.index(['school_id', 'staff_id', 'held_until'], HELD, { predicate });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('messages', (t) => {
    t.dropIndex(['school_id', 'staff_id', 'held_until'], HELD);
  });
  for (const table of ['alerts', 'messages']) {
    await db.schema.alterTable(table, (t) => {
      t.dropColumn('held_for');
      t.dropColumn('held_until');
    });
  }
  await db.schema.alterTable('automatic_alerts', (t) => {
    t.dropColumn('daily');
  });
  await db.schema.alterTable('accounts', (t) => {
    t.dropColumn('quiet_from');
    t.dropColumn('quiet_to');
    t.dropColumn('quiet_weekends');
  });
}
