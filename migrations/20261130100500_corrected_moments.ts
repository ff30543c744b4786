import type { Knex } from 'knex';

/** When a concern happened may be put right: `happened_at` is what stands, each version is a deed with its reason. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('concerns', (t) => {
    // Null: it stands as its author said; 1: the corrected time is a guess
    t.integer('when_about');
  });
  await db.schema.alterTable('concern_actions', (t) => {
    // Of a correction: to which moment, and whether that is a guess
    t.string('when_at', 24);
    t.integer('when_about');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('concern_actions', (t) => {
    t.dropColumn('when_about');
    t.dropColumn('when_at');
  });
  await db.schema.alterTable('concerns', (t) => {
    t.dropColumn('when_about');
  });
}
