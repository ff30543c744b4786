import type { sortConcern as sorting } from '../../protocol/concern-decisions';
import type { BodyOf } from '../../protocol/endpoint';
import { correctionRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import { alertByRules } from '../alerts/alert-by-rules';
import { hastenEscalation } from '../alerts/escalation/hasten';
import { loadAlertedPupils } from '../alerts/load-rules';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { LoadedConcern } from '../records/load-facts';
import { readCategories } from '../school/read-categories';
import { noteRightsEnded } from '../staff/rights-ended';
import { openBody } from './body';
import { decideOnce, type Deciding } from './decisions';
import { needOpen } from './lock-concern';
import { readersOf } from './readers-of';

type Sorting = BodyOf<typeof sorting>;

/**
 * Sorts a concern into other categories than it has, with a reason: "I'm not sure" among them. What its author ticked
 * stays in the record. From now on the rights and rules of these categories hold; whom a rule names for them is
 * alerted, and nobody a second time (product.md sections 3 and 4); for whom it was theirs to read and is not any more it falls.
 * @throws problem 'not-valid' for categories that this person may not read, and for those that it has already
 */
export async function sortConcern(
  ground: Ground,
  actor: StaffActor,
  loaded: LoadedConcern,
  asked: Sorting,
): Promise<void> {
  const { categories, reason } = asked;
  const { id: concernId } = loaded.row;
  const chosen = await chooseAmong(ground, actor, categories);
  const here = { schoolId: actor.schoolId, concernId };
  let heard: string[] = [];
  await decideOnce(ground, actor, { concernId, asked }, async (deciding) => {
    needOpen(deciding.concern);
    if (loaded.facts.keptBy !== null) throw notSorted(correctionRefusals.ownWay);
    const before = await categoriesOf(deciding);
    const ids = chosen.map(({ id }) => id);
    if (isSame(before, ids)) throw notSorted(correctionRefusals.sameCategories);
    const urgent = chosen.some((one) => one.urgent);
    const readers = await readersOf(deciding.trx, ground, here);
    await write(deciding, ids, urgent);
    const told = await tell(deciding, loaded, ids, urgent);
    const still = new Set(await readersOf(deciding.trx, ground, here));
    const lost = readers.filter((one) => !still.has(one));
    await noteRightsEnded(deciding.trx, actor.schoolId, lost);
    heard = [...told, ...lost];
    const facts = { from: before.toSorted(), to: ids.toSorted() };
    return { kind: 'sorted', text: reason, what: 'concern.sorted', facts };
  });
  if (heard.length > 0) ground.changes.announce(actor.schoolId, heard);
}

const notSorted = (title: string) => problem('not-valid', { field: 'body.categories', title });

/** Of the categories of today, those that this person may read concerns of. */
async function chooseAmong(
  ground: Ground,
  { schoolId, group }: StaffActor,
  ids: readonly string[],
): Promise<{ id: string; urgent: boolean }[]> {
  const all = await readCategories(ground, schoolId);
  const open = all.filter(
    ({ id, mergedInto, disabled }) =>
      mergedInto === null && !disabled && group.rights.get(id)?.viewConcerns === true,
  );
  const chosen = open.filter(({ id }) => ids.includes(id));
  if (chosen.length < new Set(ids).size) throw notSorted(correctionRefusals.categoryGone);
  return chosen.map(({ id, urgent }) => ({ id, urgent }));
}

async function categoriesOf({ trx, actor, concern }: Deciding): Promise<string[]> {
  return trx('concern_categories')
    .where({ school_id: actor.schoolId, concern_id: concern.id })
    .orderBy('category_id')
    .pluck<string[]>('category_id');
}

const isSame = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((id) => after.includes(id));

async function write(
  { trx, ground, actor: { schoolId }, concern }: Deciding,
  ids: readonly string[],
  urgent: boolean,
): Promise<void> {
  const here = { school_id: schoolId, concern_id: concern.id };
  await trx('concern_categories').where(here).delete();
  await trx('concern_categories').insert(ids.map((category_id) => ({ ...here, category_id })));
  await trx('concerns')
    .where({ school_id: schoolId, id: concern.id })
    .update({ urgent: Number(urgent) });
  if (urgent && concern.urgent === 0) await hastenEscalation(trx, ground, schoolId, concern.id);
}

async function tell(
  { trx, ground, actor: { schoolId, staffId: by }, concern, at }: Deciding,
  { row, facts }: LoadedConcern,
  categories: readonly string[],
  urgent: boolean,
): Promise<string[]> {
  const pupils = facts.pupils.map(({ pupilId }) => pupilId);
  const byHand = openBody(ground, schoolId, row)?.alert ?? { staff: [], groups: [] };
  return alertByRules(trx, ground, {
    schoolId,
    concernId: concern.id,
    reference: concern.reference,
    urgent,
    by,
    at,
    concern: {
      authorId: row.author_id,
      aboutStaff: facts.aboutStaff,
      staffPath: false,
      pupils: await loadAlertedPupils(trx, schoolId, pupils),
      categories,
      byHand,
      quarantined: row.quarantine !== null,
    },
  });
}
