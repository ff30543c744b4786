import type { Knex } from 'knex';

/** After every moment there is: the server works out the right one from the sealed words (server/matters/date-old-tasks.ts). */
const TO_BE_DATED = '9999';

/**
 * Reviews and leavers' files that were written down before anybody was told when they are late. Who was told of one already
 * is not told again.
 */
export async function up(db: Knex): Promise<void> {
  for (const table of ['pupil_documents', 'pupil_matters'])
    await db(table).whereNull('review_day').whereNull('overdue_at').update({ overdue_at: TO_BE_DATED });
  const told = await db('audit').where({ what: 'leaver.overdue' }).pluck<string[]>('facts');
  const ids = new Set(told.map((facts) => (JSON.parse(facts) as { task?: string }).task));
  const open = await db('leaving')
    .whereNull('overdue_at')
    .whereNull('done_at')
    .whereNull('dropped_at')
    .select<{ school_id: string; id: string }[]>('school_id', 'id');
  for (const { school_id, id } of open)
    if (!ids.has(id)) await db('leaving').where({ school_id, id }).update({ overdue_at: TO_BE_DATED });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['pupil_documents', 'pupil_matters', 'leaving'])
    await db(table).where({ overdue_at: TO_BE_DATED }).update({ overdue_at: null });
}
