import type { Knex } from 'knex';

/** How often something that this person may have had open has ended: a page that knows a smaller number lets it fall. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (t) => {
    t.integer('rights_ended').notNullable().defaultTo(0);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (t) => {
    t.dropColumn('rights_ended');
  });
}
