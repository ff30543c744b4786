import type { Knex } from 'knex';

/** What only people can say of a school's first steps, and the test alerts that they have seen arrive. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('schools', (t) => {
    // Class restrictions are not needed here: since when, and who said so
    t.string('unrestricted_at', 24);
    t.string('unrestricted_by', 36);
  });
  await db.schema.alterTable('staff', (t) => {
    t.string('steps_away_at', 24);
    t.string('test_arrived_at', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('schools', (t) => t.dropColumns('unrestricted_at', 'unrestricted_by'));
  await db.schema.alterTable('staff', (t) => t.dropColumns('steps_away_at', 'test_arrived_at'));
}
