import { canonicalJson } from '../../protocol/canonical-json';
import { rightOfChange } from '../../protocol/changes/change';
import type { Widening } from '../../protocol/changes/widening';
import { oversightRefusals } from '../../protocol/words/refusals/school';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import type { SchoolAccess } from '../access/reach';
import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem, ProblemError } from '../http/problem';
import type { ChangeStep } from '../school/apply-change';
import type { Transaction } from '../storage/database';
import { endUnsuitedSlips } from '../staff/slips/end-slips';
import { idsOfAdded } from './added-ids';
import { announceToAll } from './announce';
import { confirmersOf } from './confirmers';
import { loadAccessAlone } from './load-access';
import { applyChange, auditOf } from './make-changes';
import {
  factsOfPending,
  findWaiting,
  markOf,
  settlePending,
  updateWidening,
  type Pending,
  type PendingState,
} from './pending-store';
import { tellLeads } from './tell-leads';

export type Decision = 'confirm' | 'refuse' | 'withdraw';

/**
 * Decides a change that waits. A confirmed one is carried out now, in the name of whoever made it; where it lets
 * people read more than its confirmer was shown, it goes on waiting and shows the new list.
 * @param shown mark of the list that a confirmer looked at (`markOf`)
 * @throws problem 'not-found' for whoever may not decide; 'conflict' where what it lets people read has grown;
 * 'not-valid' where it can no longer be made, and then it is over
 */
export async function decideChange(
  ground: Ground,
  actor: StaffActor,
  id: string,
  decision: Decision,
  shown: string | null = null,
): Promise<void> {
  const outcome = await ground.database.write(async (trx) => {
    const before = await loadAccessAlone(trx, actor.schoolId);
    const pending = await findWaiting(trx, ground, actor.schoolId, id);
    if (!pending || !mayDecide(actor, pending, before, decision)) throw problem('not-found');
    if (decision === 'confirm') {
      // Another lead's try may have brought the list up meanwhile; this one was looking at the old one.
      if (shown !== markOf(pending.widening)) return 'widened' as const;
      return confirm(trx, ground, { pending, before, by: actor.staffId });
    }
    await end(trx, ground, pending, decision === 'refuse' ? 'refused' : 'withdrawn', actor.staffId);
    return 'settled' as const;
  });
  if (outcome === 'widened') {
    throw problem('conflict', {
      title: oversightRefusals.letsReadMore,
    });
  }
  if (outcome instanceof ProblemError) throw outcome;
  if (decision === 'confirm') await announceToAll(ground, actor.schoolId);
}

/** Carries out a change that nobody else could confirm, a day after it was made. Answers whether it was made. */
export async function makeByItself(ground: Ground, schoolId: string, id: string): Promise<void> {
  await ground.database.write(async (trx) => {
    const before = await loadAccessAlone(trx, schoolId);
    const pending = await findWaiting(trx, ground, schoolId, id);
    if (!pending) return;
    await confirm(trx, ground, { pending, before, by: 'server' });
  });
  await announceToAll(ground, schoolId);
}

function mayDecide(actor: StaffActor, pending: Pending, school: SchoolAccess, decision: Decision): boolean {
  const right = rightOfChange[pending.change.kind];
  const { otherLeads } = confirmersOf(school, { madeBy: pending.madeBy, right });
  const action = decision === 'withdraw' ? 'change.withdraw' : 'change.decide';
  return can(actor, action, factsOfPending(pending, otherLeads));
}

async function confirm(
  trx: Transaction,
  ground: Ground,
  given: { pending: Pending; before: SchoolAccess; by: string },
): Promise<'settled' | 'widened' | ProblemError> {
  const { pending, before, by } = given;
  const step: ChangeStep = {
    trx,
    ground,
    schoolId: pending.schoolId,
    staffId: pending.madeBy,
    at: timeStamp(ground.clock),
    newId: idsOfAdded(pending.id),
  };
  const made = mayStillMake(pending, before)
    ? await carryOut(step, pending, before)
    : problem('not-valid', {
        title: oversightRefusals.makerGone,
      });
  if (made instanceof ProblemError) {
    await end(trx, ground, pending, 'overtaken', by);
    return made;
  }
  if ('widening' in made) {
    await goOnWaiting(trx, ground, pending, made.widening, by);
    return 'widened';
  }
  await settlePending(trx, ground, pending, { state: 'made', by, at: step.at });
  await tellLeads(trx, ground, pending, by === 'server' ? 'by-itself' : 'made');
  const ended = await endUnsuitedSlips(trx, { schoolId: pending.schoolId, at: step.at, by: pending.madeBy });
  await appendAudit(trx, made.audit, decidedAudit(pending, 'made', by, step.at), ...ended);
  return 'settled';
}

/** A change is made in its maker's name, so it ends with their right to make it. */
function mayStillMake(pending: Pending, school: SchoolAccess): boolean {
  const maker = school.staff.find(({ id }) => id === pending.madeBy);
  if (!maker || maker.disabled) return false;
  return school.groups.get(maker.groupId)?.administration.has(rightOfChange[pending.change.kind]) === true;
}

/** Shows the new list; where nobody else can confirm, the day begins again and everybody is told again. */
async function goOnWaiting(
  trx: Transaction,
  ground: Ground,
  pending: Pending,
  widening: readonly Widening[],
  by: string,
): Promise<void> {
  const effectiveAt = by === 'server' ? timeStamp(ground.clock, DAY) : pending.effectiveAt;
  await updateWidening(trx, pending, { widening, effectiveAt });
  if (by !== 'server') return;
  const { schoolId, id } = pending;
  await tellLeads(trx, ground, { schoolId, id: `${id} ${timeStamp(ground.clock)}` }, 'alone');
}

/** In a savepoint: what cannot be made, or lets people read more than was shown, leaves nothing behind. */
async function carryOut(step: ChangeStep, pending: Pending, before: SchoolAccess) {
  try {
    return await step.trx.transaction(async (trx) => {
      const inside = { ...step, trx };
      const { applied, widening } = await applyChange(inside, pending.change, before);
      if (hasGrown(pending.widening, widening)) throw new Grown(widening);
      return { audit: auditOf(inside, pending.change.kind, applied) };
    });
  } catch (fault) {
    if (fault instanceof Grown) return { widening: fault.widening };
    if (fault instanceof ProblemError) return fault;
    throw fault;
  }
}

class Grown extends Error {
  readonly widening: Widening[];
  constructor(widening: Widening[]) {
    super('more people would read more');
    this.widening = widening;
  }
}

/** True where somebody would gain what the confirmer was not shown; gaining less than shown is fine. */
function hasGrown(shown: readonly Widening[], now: readonly Widening[]): boolean {
  const known = new Set(shown.flatMap(pairsOf));
  return now.flatMap(pairsOf).some((pair) => !known.has(pair));
}

function pairsOf({ code, target, staff }: Widening): string[] {
  return staff.map((id) => canonicalJson([code, target, id]));
}

async function end(
  trx: Transaction,
  ground: Ground,
  pending: Pending,
  state: Exclude<PendingState, 'waits' | 'made'>,
  by: string,
): Promise<void> {
  const at = timeStamp(ground.clock);
  await settlePending(trx, ground, pending, { state, by, at });
  if (state === 'refused') await tellLeads(trx, ground, pending, 'refused');
  await appendAudit(trx, decidedAudit(pending, state, by, at));
}

function decidedAudit(pending: Pending, state: PendingState, by: string, at: string) {
  return {
    schoolId: pending.schoolId,
    at,
    actor: by,
    what: `change.${state}`,
    object: `change:${pending.id}`,
    facts: { kind: pending.change.kind, madeBy: pending.madeBy },
  };
}
