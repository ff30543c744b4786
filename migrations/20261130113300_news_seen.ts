import type { Knex } from 'knex';

/** Up to which version of Heed somebody has been told what is new; null: not yet. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (t) => {
    t.string('news_seen', 20);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (t) => {
    t.dropColumn('news_seen');
  });
}
