import type { Knex } from 'knex';

/** When the leads are told that a review is overdue or a leaver's file is late: once, when school next begins after its day. */
export async function up(db: Knex): Promise<void> {
  for (const table of ['pupil_documents', 'pupil_matters'])
    await db.schema.alterTable(table, (t) => {
      // Of what stands now, yyyy-mm-dd on the school's wall; null: none, ended, or a newer version
      t.string('review_day', 10);
      t.string('overdue_at', 24);
    });
  await db.schema.alterTable('leaving', (t) => {
    t.string('overdue_at', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('leaving', (t) => {
    t.dropColumn('overdue_at');
  });
  for (const table of ['pupil_matters', 'pupil_documents'])
    await db.schema.alterTable(table, (t) => {
      t.dropColumn('overdue_at');
      t.dropColumn('review_day');
    });
}
