import type { Knex } from 'knex';

/** What a lead decided about a record that arrived with a doubt. The record itself stays as it is. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concerns', (t) => {
    // accepted, joined, dismissed; null while nobody has decided
    t.string('decision', 12);
    t.string('decided_by', 36);
    t.string('decided_at', 24);
    t.string('joined_into', 36);
    // What the doubt was, once the record is accepted and stands like any other.
    t.string('doubted', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const column of ['decision', 'decided_by', 'decided_at', 'joined_into', 'doubted'])
    await db.schema.alterTable('concerns', (t) => {
      t.dropColumn(column);
    });
}
