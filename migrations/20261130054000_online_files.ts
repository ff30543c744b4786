import type { Knex } from 'knex';

/** Files of people who are online: who has named one, what it belongs to; and files of actions. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('files', (t) => {
    // Whose session may send its chunks; null: they come in envelopes
    t.string('named_by', 36);
    // What the audit says that it belongs to, where that is no record: "pupil:<id>"
    t.string('belongs_to', 60);
  });
  await db.schema.alterTable('concern_files', (t) => {
    // null: it came with the record
    t.string('action_id', 36);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_files', (t) => t.dropColumn('action_id'));
  await db.schema.alterTable('files', (t) => t.dropColumns('named_by', 'belongs_to'));
}
