import type { correctPupil as correcting } from '../../../protocol/concern-decisions';
import type { BodyOf } from '../../../protocol/endpoint';
import { pupilRefusals } from '../../../protocol/words/refusals/concerns';
import type { StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import { mayNamePupil } from '../../access/concern';
import { alertByRules } from '../../alerts/alert-by-rules';
import { restartEscalation } from '../../alerts/escalation/restart';
import { loadAlertedPupils } from '../../alerts/load-rules';
import { withdrawAlerts } from '../../alerts/withdraw-alerts';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { currentPupils } from '../../pupils/joined-pupils';
import { raiseForLeft } from '../../pupils/raise-leaving';
import { knowConcerns, loadPupilFacts } from '../../records/load-facts';
import { loadRestrictions } from '../../school/load-restrictions';
import { elevatedActorOf } from '../../staff/elevated-actor';
import { noteRightsEnded } from '../../staff/rights-ended';
import { openBody } from '../body';
import { decideOnce, type Deciding } from '../decisions';
import type { GuardedConcern } from '../read-concern';
import { readersOf } from '../readers-of';

type Correcting = BodyOf<typeof correcting>;

/**
 * Says which pupil a child of the record is, with a reason, also once it is closed: another than it said ("wrong pupil"),
 * or one whom its author did not know (product.md section 3). Everything that asks whose a concern is finds the new pupil
 * from this moment on; whom the rules name for them is alerted, and who was alerted by the first pupil's alone is not any
 * more.
 * What others have open of it falls, also for its author: its new pupil may be one whom they are close to.
 * @throws problem 'not-valid' for the same pupil, one who is in it already and one whom this lead may not name; 'conflict'
 * where somebody was first
 */
export async function correctPupil(
  ground: Ground,
  actor: StaffActor,
  guarded: GuardedConcern,
  given: Correcting,
): Promise<void> {
  const { schoolId, staffId } = actor;
  const { id: concernId, author_id: authorId } = guarded.loaded.row;
  const { actionId, position, reason } = given;
  let fallen: string[] = [];
  await decideOnce(ground, actor, { concernId, asked: given }, async (deciding) => {
    const was = await whoStands(deciding, given);
    const now = await chosenPupil(deciding, guarded, given);
    const readers = await readersOf(deciding.trx, ground, { schoolId, concernId });
    await deciding
      .trx('concern_pupils')
      .where({ school_id: schoolId, concern_id: concernId, position })
      .update({ pupil_id: now });
    await raiseForLeft({ ...deciding, schoolId }, [now]);
    const told = await tellAnew(deciding, guarded);
    await freeFromTaker(deciding);
    // Whoever corrected it sees what has become of it in the answer.
    const others = new Set([...readers, ...told, ...(authorId === null ? [] : [authorId])]);
    others.delete(staffId);
    fallen = [...others];
    await noteRightsEnded(deciding.trx, schoolId, fallen);
    return {
      kind: was === null ? 'matched' : 'wrong-pupil',
      text: reason,
      more: { position, was_pupil_id: was, now_pupil_id: now },
      // Not whom: the audit is read by others than the record is. The history holds both ids.
      what: was === null ? 'concern.pupil-matched' : 'concern.pupil-corrected',
      facts: { action: actionId, position },
    };
  });
  if (fallen.length > 0) ground.changes.announce(schoolId, fallen);
}

const refused = (title: string) => problem('not-valid', { field: 'body.pupilId', title });

async function whoStands(
  { trx, actor: { schoolId }, concern }: Deciding,
  { position, was }: Correcting,
): Promise<string | null> {
  const row = await trx('concern_pupils')
    .where({ school_id: schoolId, concern_id: concern.id, position })
    .first('pupil_id');
  if (!row) throw problem('not-valid', { field: 'body.position', title: pupilRefusals.noSuchChild });
  if (row.pupil_id !== was) throw problem('conflict', { title: pupilRefusals.justSaid });
  return row.pupil_id;
}

async function chosenPupil(
  { trx, actor, concern }: Deciding,
  { restrictions }: GuardedConcern,
  { was, pupilId }: Correcting,
): Promise<string> {
  const { schoolId } = actor;
  const now = (await currentPupils(trx, schoolId, [pupilId])).get(pupilId);
  const facts = now === undefined ? undefined : (await loadPupilFacts(trx, schoolId, [now])).get(now);
  if (now === undefined || !facts) throw refused(pupilRefusals.notOnRoll);
  if (now === was) throw refused(pupilRefusals.samePupil);
  // Asked while nobody else can change it: another lead may have named this pupil a moment ago.
  const there = await trx('concern_pupils')
    .where({ school_id: schoolId, concern_id: concern.id, pupil_id: now })
    .first('position');
  if (there) throw refused(pupilRefusals.inItAlready);
  if (!mayNamePupil(actor, facts, restrictions)) throw refused(pupilRefusals.notYours);
  return now;
}

async function tellAnew(deciding: Deciding, { loaded: { row, facts } }: GuardedConcern): Promise<string[]> {
  const { trx, ground, actor, concern, at } = deciding;
  const { schoolId } = actor;
  const here = { school_id: schoolId, concern_id: concern.id };
  const pupils = await trx('concern_pupils').where(here).whereNotNull('pupil_id').pluck<string[]>('pupil_id');
  const moved = {
    authorId: row.author_id,
    aboutStaff: facts.aboutStaff,
    staffPath: facts.keptBy !== null,
    pupils: await loadAlertedPupils(trx, schoolId, pupils),
    // Of what was joined elsewhere or dismissed nobody but the leads was ever told.
    ...(facts.settled
      ? { categories: [], byHand: { staff: [], groups: [] } }
      : {
          categories: facts.categories.map(({ id }) => id),
          byHand: openBody(ground, schoolId, row)?.alert ?? { staff: [], groups: [] },
        }),
    quarantined: facts.settled === true,
  };
  const [concernId, { reference }] = [concern.id, concern];
  const urgent = concern.urgent === 1;
  const by = actor.staffId;
  const told = { schoolId, concernId, reference, urgent, concern: moved, by, at };
  const named = new Set(await alertByRules(trx, ground, told));
  const lost = await withdrawAlerts(trx, ground, { schoolId, concernId, concern: moved, named, by, at });
  return [...named, ...lost];
}

/** Nobody has a concern whom it must not be known to, or who may not decide about it any more: it waits for a lead anew. */
async function freeFromTaker({ trx, ground, actor: { schoolId }, concern }: Deciding): Promise<void> {
  const { id: concernId, taken_by, closed_at, urgent } = concern;
  if (taken_by === null || closed_at !== null) return;
  const taker = await elevatedActorOf(trx, schoolId, taken_by);
  const known =
    taker && (await knowConcerns(trx, ground, { schoolId, staffId: taken_by }, [concernId])).get(concernId);
  const restrictions = await loadRestrictions(trx, schoolId);
  const leads =
    known && can(taker, 'concern.lead', { kind: 'guarded-concern', concern: known.facts, restrictions });
  if (leads) return;
  await restartEscalation(trx, ground, { schoolId, concernId, urgent: urgent === 1 });
}
