import type { Knex } from 'knex';

/** Where a pupil went, and what a school says of a contact that its spreadsheet does not know. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('pupils', (t) => {
    t.binary('left_to');
    // Kept apart from `contacts`, which every import writes anew: a contact's key and its two flags.
    t.binary('contact_flags');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('pupils', (t) => {
    t.dropColumn('left_to');
    t.dropColumn('contact_flags');
  });
}
