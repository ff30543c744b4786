import type { ChangeStep } from './apply-change';

/**
 * Lets everything of one category stand in another: concerns, automatic alerts, so that nobody who had to be told is
 * forgotten, and sub-categories. Its permissions go: the other one's hold. The category itself stays, switched off,
 * and says where it went. Answers how many concerns went along.
 */
export async function mergeCategory(step: ChangeStep, from: string, into: string): Promise<number> {
  const { trx, schoolId, at } = step;
  const here = { school_id: schoolId };
  const concerns = await moveConcerns(step, from, into);
  await moveRules(step, from, into);
  await trx('permissions')
    .where({ ...here, category_id: from })
    .delete();
  await trx('categories')
    .where({ ...here, parent_id: from })
    .update({ parent_id: into });
  // What went into it earlier goes along, so that one step always leads to where things stand.
  await trx('categories')
    .where({ ...here, merged_into: from })
    .update({ merged_into: into });
  await trx('categories')
    .where({ ...here, id: from })
    .update({ merged_into: into, disabled_at: at });
  return concerns;
}

/** A concern that stands in both keeps one link. */
async function moveConcerns({ trx, schoolId }: ChangeStep, from: string, into: string): Promise<number> {
  const links = (categoryId: string) =>
    trx('concern_categories').where({ school_id: schoolId, category_id: categoryId });
  const both = await links(from).whereIn('concern_id', links(into).select('concern_id')).delete();
  return both + (await links(from).update({ category_id: into }));
}

/** A rule that names both names one of them from now on. */
async function moveRules({ trx, schoolId }: ChangeStep, from: string, into: string): Promise<void> {
  const parts = (categoryId: string) =>
    trx('automatic_alert_parts').where({ school_id: schoolId, kind: 'category', target_id: categoryId });
  await parts(from).whereIn('rule_id', parts(into).select('rule_id')).delete();
  await parts(from).update({ target_id: into });
}
