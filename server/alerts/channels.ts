import type { QuietHours } from '../../protocol/quiet-hours';
import { findLiveSubscriptions, findOfSeveral } from '../messages/people';
import { QUIET_COLUMNS, quietOf } from '../messages/quiet';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { KeyRing } from '../storage/key-ring';
import type { StaffRow } from '../storage/rows/school';

/** How one person is reached beside the inbox. */
export interface Channels {
  /** Also of somebody who switched it off, while no device of theirs is reached. */
  readonly email: boolean;
  /** Ids of the subscriptions that are live. */
  readonly devices: readonly string[];
  /** The person belongs to several schools, so a message says which one it is about. */
  readonly severalSites: boolean;
  /** The person's own; the school's come on top. */
  readonly quiet: QuietHours | null;
}

/** Null each for somebody without an account. */
type Kept = Parameters<typeof quietOf>[0] & { readonly mail_alerts: number | null };

/** The channels of many people in three reads, whatever their number. */
export async function loadChannels(
  reader: Reader,
  schoolId: string,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, Channels>> {
  const people = await reader('staff')
    .leftJoin('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .whereIn('staff.id', staffIds)
    .select<(Pick<StaffRow, 'id' | 'account_id'> & Kept)[]>(
      'staff.id',
      'staff.account_id',
      ...['mail_alerts', ...QUIET_COLUMNS].map((column) => `accounts.${column}`),
    );
  const accounts = people.flatMap((person) => person.account_id ?? []);
  const several = await findOfSeveral(reader, accounts);
  const subscriptions = await findLiveSubscriptions(reader, schoolId, staffIds);
  const reached = subscriptions.filter(({ failing }) => !failing);
  return new Map(
    people.map((person) => [
      person.id,
      {
        email:
          person.mail_alerts === 1 ||
          (person.mail_alerts === 0 && !reached.some(({ staffId }) => staffId === person.id)),
        devices: subscriptions.filter((one) => one.staffId === person.id).map((one) => one.id),
        severalSites: person.account_id !== null && several.has(person.account_id),
        quiet: quietOf(person),
      },
    ]),
  );
}

/** The school's name for people who have to tell one school from another. */
export async function readSchoolName(
  reader: Reader,
  keys: KeyRing,
  schoolId: string,
): Promise<string | null> {
  const row = await reader('schools').where({ id: schoolId }).first('name');
  return row ? cellsOf(keys, schoolId, 'schools').open(schoolId, 'name', row.name) : null;
}
