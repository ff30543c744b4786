import type { Knex } from 'knex';

/** When somebody first practised with an invented pupil; nothing of what they wrote. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (t) => {
    t.string('practised_at', 30);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (t) => {
    t.dropColumn('practised_at');
  });
}
