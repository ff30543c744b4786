import type { Knex } from 'knex';

/** Pupils who were entered twice say where they went, classes can be closed, and a school keeps how it matches columns. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('pupils', (t) => {
    t.string('joined_into', 36);
  });
  for (const table of ['classes', 'year_groups'])
    await db.schema.alterTable(table, (t) => {
      t.string('disabled_at', 24);
    });
  await db.schema.createTable('export_columns', (t) => {
    t.string('school_id', 36).notNullable().references('schools.id');
    // Which field stands under which heading of the school's pupil export, as JSON.
    t.binary('matching').notNullable();
    t.primary(['school_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('export_columns');
  for (const table of ['year_groups', 'classes'])
    await db.schema.alterTable(table, (t) => {
      t.dropColumn('disabled_at');
    });
  await db.schema.alterTable('pupils', (t) => {
    t.dropColumn('joined_into');
  });
}
