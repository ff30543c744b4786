import type { Knex } from 'knex';

/** Which version of a pupil's document stands, by whom and since when; null: as it was added. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('pupil_documents', (t) => {
    t.string('version_id', 36);
    t.string('changed_by', 36);
    t.string('changed_at', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('pupil_documents', (t) => {
    t.dropColumn('changed_at');
    t.dropColumn('changed_by');
    t.dropColumn('version_id');
  });
}
