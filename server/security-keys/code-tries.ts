import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findKnownBrowser } from '../staff/browser-store';
import { takeTries, type Bucket } from '../staff/tries';
import type { Slot } from '../staff/tries-store';
import { mailCodesGuessed } from './notices';

/** 5 wrong codes per 5 minutes and 20 a day (access.md, "guessing codes"). */
const limitsOf = (name: string): Bucket[] => [
  { name: `codes:${name}`, most: 5, seconds: 5 * 60 },
  { name: `codes-day:${name}`, most: 20, seconds: 24 * 60 * 60 },
];
/** A browser in which full access worked this lately may try beyond them, with limits of its own. */
const TRUSTED = 30 * DAY;

/**
 * Takes one try of a code for an account, before the code is looked at. When the account's tries are spent, the
 * person and the leads are mailed, once a day, and only trusted browsers go on.
 * @throws problem 'too-many' with the seconds to wait
 */
export async function needCodeTry(
  ground: Ground,
  actor: StaffActor,
  browserToken: string | undefined,
): Promise<readonly Slot[]> {
  const taken = await takeTries(ground, limitsOf(actor.accountId));
  if ('slots' in taken) return taken.slots;
  await tellOfGuessing(ground, actor);
  const { accountId } = actor;
  const browser = await findKnownBrowser(ground.database.read, { accountId }, browserToken);
  const trustedFrom = timeStamp(ground.clock, -TRUSTED);
  if (!browser?.elevated_at || browser.elevated_at < trustedFrom) {
    throw problem('too-many', { retryAfter: taken.retryAfter });
  }
  const own = await takeTries(ground, limitsOf(`${accountId}:${browser.id}`));
  if ('retryAfter' in own) throw problem('too-many', { retryAfter: own.retryAfter });
  return own.slots;
}

async function tellOfGuessing(ground: Ground, actor: StaffActor): Promise<void> {
  const { accountId, schoolId, staffId } = actor;
  const once = await takeTries(ground, [{ name: `guessed:${accountId}`, most: 1, seconds: 24 * 60 * 60 }]);
  if ('retryAfter' in once) return;
  const now = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await mailCodesGuessed(trx, ground, actor, `${accountId}:${now}`);
    await appendAudit(trx, {
      schoolId,
      at: now,
      actor: staffId,
      what: 'codes.guessed',
      object: `staff:${staffId}`,
    });
  });
}
