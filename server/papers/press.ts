import type { StaffActor } from '../access/actor';
import { appendAudit, type AuditEntry, type AuditHead } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';
import { readSchool, type School } from '../school/school';
import { readSessionLimits } from '../school/settings';
import { actorOfSession } from '../staff/resolve-session';
import { isRunning } from '../staff/session-life';
import { findSessionById } from '../staff/session-store';
import { momentsOf, type Moments } from './moments';
import { paperWords } from './words';

/** Who prints, when, and what the audit says of it: the same on every paper. */
export interface Press {
  readonly school: School;
  readonly by: string;
  /** ISO 8601 */
  readonly at: string;
  readonly moments: Moments;
  /** The newest row of the audit, which says that this was printed. */
  readonly head: AuditHead;
}

/**
 * Notes in the audit that something is printed, before a word of it leaves (access.md, reads), and gathers what every
 * paper says.
 */
export async function beginPrinting(
  ground: Ground,
  viewer: StaffActor,
  entry: Pick<AuditEntry, 'what' | 'object'> & { facts: NonNullable<AuditEntry['facts']> },
): Promise<Press> {
  const { schoolId, staffId, elevated } = viewer;
  const { read } = ground.database;
  const school = await readSchool(read, ground, schoolId);
  const names = await readStaffNames(read, ground, schoolId, [staffId]);
  const at = timeStamp(ground.clock);
  const facts = { elevated, ...entry.facts };
  const head = await ground.database.write((trx) =>
    appendAudit(trx, { schoolId, at, actor: staffId, ...entry, facts }),
  );
  const by = names.get(staffId)?.name ?? '';
  return { school, by, at, moments: momentsOf(school.timeZone), head };
}

/**
 * Who prints, as they are now: a long paper ends with the access that it was asked with.
 * @throws NoLongerRead once they have logged out, left, or are not elevated any more
 */
export async function stillReading(ground: Ground, viewer: StaffActor): Promise<StaffActor> {
  const { database, clock } = ground;
  const session = await findSessionById(database.read, viewer.sessionId, timeStamp(clock));
  const limits = await readSessionLimits(database.read, ground, viewer.schoolId);
  if (!session || !isRunning(session, limits, clock.now())) throw new NoLongerRead();
  const now = await actorOfSession(ground, viewer.sessionId);
  if (now.disabled || !now.elevated) throw new NoLongerRead();
  return now;
}

/** Somebody may not read any more what they are printing. */
export class NoLongerRead extends Error {}

/** What stands at the head and the foot of its pages. */
export function edgesOf({ by, at, moments }: Press, title: string): { head: string; foot: string } {
  return {
    head: `${paperWords.confidential}. ${title}`,
    foot: paperWords.printed(by, moments.shortMoment(at)),
  };
}

/** "concern-2026-11-30.pdf": a day of the school's calendar, and nothing about a child. */
export function fileName(
  what: 'concern' | 'concern-letters' | 'chronology' | 'chronology-letters',
  { at, school }: Press,
): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: school.timeZone }).format(Date.parse(at));
  return `${what}-${day}.pdf`;
}
