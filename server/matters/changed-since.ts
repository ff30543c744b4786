import { unseen, type UnseenDeed } from '../../protocol/words/refusals/pupil-page';
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
  deed: UnseenDeed = 'changed',
): Promise<never> {
  const names = await readStaffNames(reader, ground, schoolId, [by]);
  const { timeZone } = await readSchool(reader, ground, schoolId);
  const wrote = localTime(Date.parse(at), timeZone);
  const { day: today } = localTime(ground.clock.now(), timeZone);
  const when = wrote.day === today ? unseen.today(wrote.time) : unseen.onDay(wrote.day, wrote.time);
  const who = by === staffId ? unseen.you : (names.get(by)?.formal ?? unseen.somebody);
  throw problem('conflict', { title: unseen.deeds[deed](who, when) });
}
