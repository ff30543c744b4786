import type { Knex } from 'knex';

interface Rule {
  school_id: string;
  id: string;
  category_id: string;
}

/** An automatic alert may name several categories: they become parts of it, as classes and year groups are. */
export async function up(db: Knex): Promise<void> {
  const rules = await db('automatic_alerts').select<Rule[]>('school_id', 'id', 'category_id');
  for (const { school_id, id, category_id } of rules) {
    await db('automatic_alert_parts').insert({
      school_id,
      rule_id: id,
      kind: 'category',
      target_id: category_id,
    });
  }
  await db.schema.alterTable('automatic_alerts', (t) => {
    t.dropColumn('category_id');
  });
}

/** A rule of several categories keeps one of them. */
export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('automatic_alerts', (t) => {
    t.string('category_id', 36).notNullable().defaultTo('');
  });
  const parts = await db('automatic_alert_parts')
    .where({ kind: 'category' })
    .select<{ school_id: string; rule_id: string; target_id: string }[]>('school_id', 'rule_id', 'target_id');
  for (const { school_id, rule_id, target_id } of parts)
    await db('automatic_alerts').where({ school_id, id: rule_id }).update({ category_id: target_id });
  await db('automatic_alert_parts').where({ kind: 'category' }).delete();
}
