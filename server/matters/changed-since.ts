import { matterDay } from '../../protocol/words/matters';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { localTime } from '../school/local-time';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import type { Reader } from '../storage/database';

/** Who wrote last what a screen did not show yet. */
export interface LastChange {
  readonly by: string;
  /** ISO 8601, UTC */
  readonly at: string;
}

const deeds = {
  changed: ['changed this', 'Look at it, then save again.'],
  removed: ['took this off the page', 'What you wrote is not saved.'],
  packed: ['made another package', 'Look at it, then save again.'],
} as const;

/**
 * Refuses to write over what somebody else wrote since the screen was read: the one way for all that stands on a pupil's
 * page. It names who and when, so that the two can speak with each other.
 * @throws problem 'conflict'
 */
export async function refuseUnseen(
  reader: Reader,
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  { by, at }: LastChange,
  deed: keyof typeof deeds = 'changed',
): Promise<never> {
  const names = await readStaffNames(reader, ground, schoolId, [by]);
  const { timeZone } = await readSchool(reader, ground, schoolId);
  const wrote = localTime(Date.parse(at), timeZone);
  const { day: today } = localTime(ground.clock.now(), timeZone);
  const when = wrote.day === today ? `at ${wrote.time}` : `on ${matterDay(wrote.day)} at ${wrote.time}`;
  const who = by === staffId ? 'You' : (names.get(by)?.formal ?? 'Somebody else');
  const [what, then] = deeds[deed];
  throw problem('conflict', { title: `${who} ${what} ${when}. ${then}` });
}
