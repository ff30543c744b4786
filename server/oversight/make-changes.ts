import { rightOfChange, type Change, type ChangeKind } from '../../protocol/changes/change';
import type { Outcome } from '../../protocol/changes/endpoints';
import type { Widening } from '../../protocol/changes/widening';
import { uuidv7 } from '../../protocol/identifiers';
import type { StaffActor } from '../access/actor';
import { whoLoses } from '../access/ending';
import type { SchoolAccess } from '../access/reach';
import { wideningOf } from '../access/widening';
import { appendAudit, type AuditEntry } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { ProblemError } from '../http/problem';
import type { Applied, ApplyChange, ChangeStep } from '../school/apply-change';
import { readSchool } from '../school/school';
import { mailOldAddress } from '../staff/old-address';
import { noteRightsEnded } from '../staff/rights-ended';
import { endUnsuitedSlips } from '../staff/slips/end-slips';
import { announceToAll } from './announce';
import { idsOfAdded } from './added-ids';
import { appliers } from './appliers';
import { confirmersOf } from './confirmers';
import { loadAccess, loadAccessAlone } from './load-access';
import { insertPending } from './pending-store';
import { mustStaySound } from './sound';
import { tellLeads } from './tell-leads';
import { tellOldContact, tellStoodDown, type MainContact } from './tell-stood-down';

/** Leaves the transaction of a rehearsal with what would have come of it. */
class Rehearsed extends Error {
  readonly outcomes: Outcome[];
  constructor(outcomes: Outcome[]) {
    super('a rehearsal leaves nothing behind');
    this.outcomes = outcomes;
  }
}

/** Leaves the savepoint of a change that lets somebody read more. */
class Widens extends Error {
  readonly widening: Widening[];
  constructor(widening: Widening[]) {
    super('this change waits for a second person');
    this.widening = widening;
  }
}

/**
 * The one door for every change of a school by its administrators. Each change is carried out, and what everybody
 * could read before and after is compared; a change that widens anybody's reading is undone and waits for a second
 * person (access.md, "raising one's own rights"). All changes of a call succeed, or none is made.
 * @throws problem 'not-valid' or 'not-found', with `field` naming the change, where one cannot be made
 */
export async function makeChanges(
  ground: Ground,
  actor: Pick<StaffActor, 'schoolId' | 'staffId'>,
  changes: readonly Change[],
  rehearse = false,
): Promise<Outcome[]> {
  const { schoolId, staffId } = actor;
  try {
    const made = await ground.database.write(async (trx) => {
      const step = { trx, ground, schoolId, staffId, at: timeStamp(ground.clock) };
      const outcomes: Outcome[] = [];
      const audit: AuditEntry[] = [];
      let before = await loadAccessAlone(trx, schoolId);
      for (const [index, change] of changes.entries()) {
        const made = await atPlace(index, () => makeOne(step, change, before, rehearse));
        before = made.access;
        outcomes.push(made.outcome);
        audit.push(made.audit);
      }
      if (rehearse) throw new Rehearsed(outcomes);
      const ended = await endUnsuitedSlips(trx, { schoolId, at: step.at, by: staffId });
      await appendAudit(trx, ...audit, ...ended);
      return outcomes;
    });
    if (made.some(({ outcome }) => outcome === 'made')) await announceToAll(ground, schoolId);
    return made;
  } catch (fault) {
    if (fault instanceof Rehearsed) return fault.outcomes;
    throw fault;
  }
}

interface Made {
  readonly outcome: Outcome;
  readonly audit: AuditEntry;
  /** Who may read what after it. */
  readonly access: SchoolAccess;
}

async function makeOne(
  given: Omit<ChangeStep, 'newId'>,
  change: Change,
  before: SchoolAccess,
  rehearse: boolean,
): Promise<Made> {
  const id = uuidv7(given.ground.clock.now());
  const step = { ...given, newId: idsOfAdded(id) };
  try {
    const { applied, access } = await step.trx.transaction((trx) =>
      tryChange({ ...step, trx }, change, before),
    );
    return {
      outcome: { outcome: 'made', id: applied.added ?? null },
      audit: auditOf(step, change.kind, applied),
      access,
    };
  } catch (fault) {
    if (!(fault instanceof Widens)) throw fault;
    const waits = await letWait(step, change, { id, before, widening: fault.widening, rehearse });
    return { ...waits, access: before };
  }
}

/** Carries a change out and throws it away again by its savepoint where somebody could read more. */
async function tryChange(
  step: ChangeStep,
  change: Change,
  before: SchoolAccess,
): Promise<{ applied: Applied; access: SchoolAccess }> {
  const { applied, access, widening } = await applyChange(step, change, before);
  if (widening.length > 0) throw new Widens(widening);
  return { applied, access };
}

/** Carries a change out and says what it lets people read. @throws problem where it cannot be made */
export async function applyChange(
  step: ChangeStep,
  change: Change,
  before: SchoolAccess,
): Promise<{ applied: Applied; access: SchoolAccess; widening: Widening[] }> {
  const apply = appliers[change.kind] as ApplyChange<ChangeKind>;
  const contact = OF_THE_SCHOOL.has(change.kind) ? await readContact(step) : null;
  const applied = await apply(step, change);
  const access = await loadAccess(step.trx, step.schoolId);
  mustStaySound(before, access);
  await tellStoodDown(step, before, access);
  await noteRightsEnded(step.trx, step.schoolId, whoLoses(before, access));
  if (contact) await tellOldContact(step, contact);
  return { applied, access, widening: [...wideningOf(before, access), ...(applied.widens ?? [])] };
}

/** Kinds that may name another main contact. */
const OF_THE_SCHOOL: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['school.details', 'import.settings']);

async function readContact({ trx, ground, schoolId }: ChangeStep): Promise<MainContact> {
  return (await readSchool(trx, ground, schoolId)).details.mainContact;
}

async function letWait(
  step: ChangeStep,
  change: Change,
  given: { id: string; before: SchoolAccess; widening: Widening[]; rehearse: boolean },
): Promise<Pick<Made, 'outcome' | 'audit'>> {
  const { trx, ground, schoolId, staffId, at } = step;
  const { id, before, widening, rehearse } = given;
  const { all } = confirmersOf(before, { madeBy: staffId, right: rightOfChange[change.kind] });
  const effectiveAt = all.length === 0 ? timeStamp(ground.clock, DAY) : null;
  if (!rehearse) {
    await insertPending(trx, ground, {
      schoolId,
      id,
      change,
      widening,
      madeBy: staffId,
      madeAt: at,
      effectiveAt,
    });
    await tellLeads(trx, ground, { schoolId, id }, effectiveAt ? 'alone' : 'waits');
    if (change.kind === 'staff.email') await mailOldAddress(step, { id: change.staffId }, 'waits', id);
  }
  return {
    outcome: { outcome: 'waits', pendingId: rehearse ? null : id, widening, effectiveAt },
    audit: auditOf(step, 'change.waits', { object: `change:${id}`, facts: { kind: change.kind } }),
  };
}

/** The audit row of something done. */
export function auditOf(step: ChangeStep, what: string, { object, facts }: Applied): AuditEntry {
  return {
    schoolId: step.schoolId,
    at: step.at,
    actor: step.staffId,
    what,
    object,
    ...(facts ? { facts } : {}),
  };
}

/** Says of which change of the call a problem speaks. */
async function atPlace<T>(index: number, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    const field = ['body.changes', index, fault.extra.field].filter((part) => part !== undefined).join('.');
    throw new ProblemError(fault.code, { ...fault.extra, field });
  }
}
