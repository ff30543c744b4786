import type { Knex } from 'knex';
import { schoolTable } from './school-table';

interface RestrictionType {
  school_id: string;
  kind: string;
}

/** Class restrictions get a switch of their own, so that the lists outlive switching off. What has lists is on. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'restriction_types', ['kind'], (t) => {
    // class or year
    t.string('kind', 8).notNullable();
    t.integer('switched_on').notNullable();
  });
  const on = await db('class_restrictions').distinct<RestrictionType[]>('school_id', 'kind');
  for (const { school_id, kind } of on)
    await db('restriction_types').insert({ school_id, kind, switched_on: 1 });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('restriction_types');
}
