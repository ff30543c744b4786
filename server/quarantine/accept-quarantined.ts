import { quarantineRefusals } from '../../protocol/words/refusals/quarantine';
import { alertByRules } from '../alerts/alert-by-rules';
import { restartEscalation } from '../alerts/escalation/restart';
import { loadAlertedPupils } from '../alerts/load-rules';
import { openBody } from '../concerns/body';
import { problem } from '../http/problem';
import { currentPupils } from '../pupils/joined-pupils';
import { raiseForLeft } from '../pupils/raise-leaving';
import { currentCategories } from '../school/merged-categories';
import type { Decided, Deciding } from './decide';

/**
 * Accepts a record about these pupils, in its order: it stands like any other from now on, whom the school's rules alert
 * for it are alerted, and it goes up the school until a lead takes it. @throws problem 'not-valid' where its text could not be opened, or a pupil is not here
 */
export async function acceptQuarantined(
  deciding: Deciding,
  pupils: readonly (string | null)[],
): Promise<Decided> {
  const { trx, ground, viewer, found, at } = deciding;
  const { schoolId } = viewer;
  const { row } = found;
  const body = openBody(ground, schoolId, row);
  if (!body)
    throw problem('not-valid', {
      title: quarantineRefusals.unreadable,
    });
  if (pupils.length !== body.pupils.length)
    throw problem('not-valid', {
      field: 'body.pupils',
      title: quarantineRefusals.everyChild,
    });
  const linked = await link(deciding, pupils);
  await raiseForLeft({ trx, ground, schoolId, at }, linked);
  const concern = {
    authorId: row.author_id,
    aboutStaff: found.facts.aboutStaff,
    staffPath: found.facts.keptBy !== null,
    pupils: await loadAlertedPupils(trx, schoolId, linked),
    categories: await currentCategories(trx, schoolId, body.categories),
    byHand: body.alert,
    quarantined: false,
  };
  const urgent = row.urgent === 1;
  const [concernId, { reference }] = [row.id, row];
  await restartEscalation(trx, ground, { schoolId, concernId, urgent });
  const by = viewer.staffId;
  const told = await alertByRules(trx, ground, { schoolId, concernId, reference, urgent, concern, by, at });
  ground.changes.announce(schoolId, told);
  return { what: 'accepted', update: { quarantine: null }, facts: { count: linked.length } };
}

/** Links the children of the record, each to who they are today: a page may still show an entry that was joined since. */
async function link(
  { trx, viewer: { schoolId }, found }: Deciding,
  pupils: readonly (string | null)[],
): Promise<string[]> {
  const chosen = pupils.filter((id) => id !== null);
  const known = await currentPupils(trx, schoolId, chosen);
  if (chosen.some((id) => !known.has(id)))
    throw problem('not-valid', { field: 'body.pupils', title: quarantineRefusals.notOnRoll });
  for (const [position, id] of pupils.entries())
    await trx('concern_pupils')
      .where({ school_id: schoolId, concern_id: found.row.id, position })
      .update({ pupil_id: known.get(id ?? '') ?? null });
  return [...known.values()];
}
