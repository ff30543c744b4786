import type { Knex } from 'knex';

const INDEX = 'envelopes_unjudged';

/**
 * What waits for the judge, in order of arrival: he looks after every commit, and must not read through everything
 * that a school ever received to find it.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('envelopes', (t) => {
    t.index(['received_at', 'envelope_id'], INDEX, { predicate: db.whereNull('verdict') });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('envelopes', (t) => {
    t.dropIndex(['received_at', 'envelope_id'], INDEX);
  });
}
