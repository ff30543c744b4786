import type { ChangeOf } from '../../protocol/changes/change';
import { alertRefusals } from '../../protocol/words/refusals/alerts';
import { problem } from '../http/problem';
import type { ChangeAppliers, ChangeStep } from '../school/apply-change';
import { mustAllBeHere } from '../school/named-rows';
import { countPresent } from './count-present';

type Sentence = Omit<ChangeOf<'automatic-alert.add'>, 'kind'>;

/** Automatic alerts: "When a concern is in … and its pupil is in … alert …". */
export const automaticAlertChanges = {
  'automatic-alert.add': async (step, change) => {
    const { trx, schoolId, ground } = step;
    const id = step.newId();
    const last = await trx('automatic_alerts')
      .where({ school_id: schoolId })
      .max({ position: 'position' })
      .first<{ position: number | null }>();
    await trx('automatic_alerts').insert({
      school_id: schoolId,
      id,
      // A rule of a spreadsheet is known again by what it said there; this one stands in none.
      match_index: ground.keys.blindIndex(schoolId, 'rule', `made here: ${id}`),
      position: (last.position ?? -1) + 1,
      daily: Number(change.daily),
    });
    await setParts(step, id, change);
    return { object: `automatic-alert:${id}`, added: id, facts: factsOf(change) };
  },

  'automatic-alert.change': async (step, change) => {
    await mustBeThere(step, change.ruleId);
    await setParts(step, change.ruleId, change);
    await step
      .trx('automatic_alerts')
      .where({ school_id: step.schoolId, id: change.ruleId })
      .update({ daily: Number(change.daily) });
    return { object: `automatic-alert:${change.ruleId}`, facts: factsOf(change) };
  },

  'automatic-alert.switch': async (step, { ruleId, on }) => {
    const { trx, schoolId, at } = step;
    await mustBeThere(step, ruleId);
    if (on) await mustReachSomebody(step, await toldBy(step, ruleId), 'ruleId');
    await trx('automatic_alerts')
      .where({ school_id: schoolId, id: ruleId })
      .update({ switched_off_at: on ? null : at });
    return { object: `automatic-alert:${ruleId}`, facts: { on } };
  },

  'automatic-alert.order': async (step, { order }) => {
    const { trx, schoolId } = step;
    await mustAllBeHere(step, 'automatic_alerts', order);
    const rows = await trx('automatic_alerts')
      .where({ school_id: schoolId })
      .orderBy('position')
      .select('id');
    const ordered = new Set([...order, ...rows.map(({ id }) => id)]);
    for (const [position, id] of [...ordered].entries())
      await trx('automatic_alerts').where({ school_id: schoolId, id }).update({ position });
    return { object: `school:${schoolId}`, facts: { automaticAlerts: ordered.size } };
  },

  'automatic-alert.remove': async (step, { ruleId }) => {
    const { trx, schoolId } = step;
    await mustBeThere(step, ruleId);
    await trx('automatic_alert_parts').where({ school_id: schoolId, rule_id: ruleId }).delete();
    await trx('automatic_alerts').where({ school_id: schoolId, id: ruleId }).delete();
    return { object: `automatic-alert:${ruleId}` };
  },
} satisfies Partial<ChangeAppliers>;

function factsOf({ categories, classes, years, groups, staff, daily }: Sentence) {
  return { categories, classes, years, groups, staff, daily };
}

async function mustBeThere({ trx, schoolId }: ChangeStep, ruleId: string): Promise<void> {
  const row = await trx('automatic_alerts').where({ school_id: schoolId, id: ruleId }).first('id');
  if (!row) throw problem('not-found');
}

/** @throws problem 'not-valid' where the rule reaches nobody (product.md section 4) */
async function setParts(step: ChangeStep, ruleId: string, sentence: Sentence): Promise<void> {
  const { trx, schoolId } = step;
  const { categories, classes, years, groups, staff } = sentence;
  await mustAllBeHere(step, 'categories', categories);
  await mustNotBeMerged(step, categories);
  if (sentence.daily) await mustNotBeUrgent(step, categories);
  await mustAllBeHere(step, 'classes', classes);
  await mustAllBeHere(step, 'year_groups', years);
  await mustAllBeHere(step, 'alert_groups', groups);
  await mustAllBeHere(step, 'staff', staff);
  await mustReachSomebody(step, { groups, staff }, 'groups');
  const part = (kind: 'category' | 'class' | 'year' | 'group' | 'staff', ids: readonly string[]) =>
    ids.map((id) => ({ school_id: schoolId, rule_id: ruleId, kind, target_id: id }));
  await trx('automatic_alert_parts').where({ school_id: schoolId, rule_id: ruleId }).delete();
  await trx('automatic_alert_parts').insert([
    ...part('category', categories),
    ...part('class', classes),
    ...part('year', years),
    ...part('group', groups),
    ...part('staff', staff),
  ]);
}

type Told = Pick<Sentence, 'groups' | 'staff'>;

/** Whom a rule names, as it is saved. */
async function toldBy({ trx, schoolId }: ChangeStep, ruleId: string): Promise<Told> {
  const parts = await trx('automatic_alert_parts')
    .where({ school_id: schoolId, rule_id: ruleId })
    .select('kind', 'target_id');
  const named = (kind: string) => parts.flatMap((part) => (part.kind === kind ? part.target_id : []));
  return { groups: named('group'), staff: named('staff') };
}

async function mustReachSomebody(step: ChangeStep, told: Told, field: string): Promise<void> {
  if ((await countPresent(step, told)) > 0) return;
  throw problem('not-valid', {
    field,
    title: alertRefusals.reachesNobody,
  });
}

async function mustNotBeMerged({ trx, schoolId }: ChangeStep, ids: readonly string[]): Promise<void> {
  const merged = await trx('categories')
    .where({ school_id: schoolId })
    .whereIn('id', ids)
    .whereNotNull('merged_into')
    .first('id');
  if (merged) {
    throw problem('not-valid', {
      field: 'categories',
      title: alertRefusals.mergedCategory,
    });
  }
}

/** What is urgent below one of these is told at once all the same. */
async function mustNotBeUrgent({ trx, schoolId }: ChangeStep, ids: readonly string[]): Promise<void> {
  const urgent = await trx('categories')
    .where({ school_id: schoolId, urgent: 1 })
    .whereIn('id', ids)
    .first('id');
  if (urgent) {
    throw problem('not-valid', {
      field: 'daily',
      title: alertRefusals.urgentInSummary,
    });
  }
}
