import type { Knex } from 'knex';

const INDEX = 'concerns_escalating';

/**
 * How far a concern that nobody has taken has gone up the school, and when it goes on; null: it goes no further.
 * Concerns from before stay as they are.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concerns', (t) => {
    t.integer('escalation_step').notNullable().defaultTo(0);
    t.string('escalates_at', 24);
  });
  await db.schema.alterTable('concerns', (t) => {
    t.index(['escalates_at'], INDEX, { predicate: db.whereNotNull('escalates_at') });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concerns', (t) => {
    t.dropIndex(['escalates_at'], INDEX);
  });
  await db.schema.alterTable('concerns', (t) => {
    t.dropColumn('escalation_step');
    t.dropColumn('escalates_at');
  });
}
