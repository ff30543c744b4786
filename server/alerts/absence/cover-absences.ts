import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import { mayBeTold } from '../recipients';
import type { AlertedConcern, Reason, Recipient, SchoolRules } from '../rules';
import { readAbsences, type Absences } from './read-absences';
import { readersOf } from './readers';
import { standInsOf } from './stand-ins';

/** A concern whose recipients are known, inside the transaction that alerts them. */
export interface Covered {
  readonly schoolId: string;
  readonly concernId: string;
  readonly recipients: readonly Recipient[];
  readonly concern: Pick<AlertedConcern, 'authorId' | 'aboutStaff' | 'pupils' | 'quarantined' | 'staffPath'>;
  readonly school: SchoolRules;
  /** Who knows of it anyway, such as whoever tells it: to them alone nobody would be told. They stand in for nobody. */
  readonly knowing?: ReadonlySet<string>;
}

/**
 * Puts somebody else in the place of everybody who is away. Whoever is away keeps their alert and is marked; where
 * nobody may stand in they are told as if they were here, so that a record always reaches somebody (failures.md). What
 * needs checking, or is about a member of staff, goes to nobody else.
 */
export async function coverAbsences(
  trx: Transaction,
  ground: Ground,
  given: Covered,
): Promise<readonly Recipient[]> {
  const { schoolId, recipients, concern } = given;
  if (concern.quarantined || concern.staffPath) return recipients;
  const absences = await readAbsences(trx, ground, schoolId);
  if (!recipients.some(({ staffId }) => absences.has(staffId))) return recipients;
  const reads = await readersOf(trx, ground, given);
  const found: Recipient[] = [];
  for (const one of recipients) {
    const away = absences.get(one.staffId);
    const standIns = away ? await firstFit(one.staffId, absences, given, reads) : [];
    found.push(standIns.length > 0 ? { ...one, away: true } : one);
    const reasons = one.reasons.map((reason) => inPlaceOf(reason, one.staffId, away?.until ?? null));
    for (const staffId of standIns) found.push({ staffId, reasons });
  }
  return together(found);
}

async function firstFit(
  staffId: string,
  absences: Absences,
  { concern, school, knowing }: Covered,
  reads: (staffId: string) => Promise<boolean>,
): Promise<string[]> {
  for (const step of standInsOf(staffId, absences, school)) {
    const fit: string[] = [];
    for (const one of step)
      if (!knowing?.has(one) && mayBeTold(one, concern, school) && (await reads(one))) fit.push(one);
    if (fit.length > 0) return fit;
  }
  return [];
}

function inPlaceOf(reason: Reason, staffId: string, until: string | null): Reason {
  return { ...reason, inPlaceOf: staffId, awayUntil: until };
}

/** Each person once; who would be told anyway and stands in for somebody has both reasons. */
function together(found: readonly Recipient[]): Recipient[] {
  const people = new Map<string, Recipient>();
  for (const one of found) {
    const before = people.get(one.staffId);
    const away = before?.away === true || one.away === true;
    people.set(one.staffId, {
      staffId: one.staffId,
      reasons: [...(before?.reasons ?? []), ...one.reasons],
      ...(away ? { away } : {}),
    });
  }
  return [...people.values()];
}
