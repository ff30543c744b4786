import { createECDH } from 'node:crypto';
import { uuidv7 } from '../../protocol/identifiers';
import { accountRefusals } from '../../protocol/words/refusals/account';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';
import { isTaken } from '../storage/faults';
import { isPushHost } from './push-hosts';
import * as store from './subscription-store';
import type { PushSubscriptionRow } from '../storage/rows/records';
import type { GivenSubscription } from './subscription-store';

/**
 * Keeps the subscription of the caller's browser. A page calls this at every start, so nothing is written when nothing
 * changed. A subscription belongs to one person: posted by another, it moves to them (access.md, "alert groups").
 * @throws problem 'not-valid' for a host that is no push service, or keys that no browser makes
 */
export async function keepSubscription(
  ground: Ground,
  staff: StaffActor,
  given: GivenSubscription,
): Promise<void> {
  checkSubscription(ground, given);
  const known = await store.findByEndpoint(ground.database.read, ground.keys, staff.schoolId, given.endpoint);
  if (known && isUnchanged(ground, staff, known, given)) return;
  try {
    await writeSubscription(ground, staff, given);
  } catch (fault) {
    // Two pages of one browser at once: the other one has just made the row.
    if (!isTaken(fault)) throw fault;
    await writeSubscription(ground, staff, given);
  }
}

function checkSubscription(ground: Ground, given: GivenSubscription): void {
  if (!isPushHost(given.endpoint, ground.settings.pushHosts)) {
    throw problem('not-valid', {
      field: 'body.endpoint',
      title: accountRefusals.noPushService,
    });
  }
  if (!isPoint(given.p256dh)) throw problem('not-valid', { field: 'body.p256dh' });
  if (Buffer.from(given.auth, 'base64url').length !== 16) throw problem('not-valid', { field: 'body.auth' });
}

/** An uncompressed point that lies on P-256 (RFC 8291, 3.1). */
function isPoint(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  const own = createECDH('prime256v1');
  own.generateKeys();
  try {
    own.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}

function isUnchanged(
  ground: Ground,
  staff: StaffActor,
  known: PushSubscriptionRow,
  given: GivenSubscription,
): boolean {
  if (known.gone_at !== null || known.staff_id !== staff.staffId || known.session_id !== staff.sessionId) {
    return false;
  }
  const cells = cellsOf(ground.keys, staff.schoolId, 'push_subscriptions');
  const same = (column: 'p256dh' | 'auth') => cells.open(known.id, column, known[column]) === given[column];
  return same('p256dh') && same('auth');
}

async function writeSubscription(ground: Ground, staff: StaffActor, given: GivenSubscription): Promise<void> {
  const { schoolId, staffId, sessionId } = staff;
  const at = timeStamp(ground.clock);
  const fresh = uuidv7(ground.clock.now());
  await ground.database.write(async (trx) => {
    const known = await store.findByEndpoint(trx, ground.keys, schoolId, given.endpoint);
    const id = known?.id ?? fresh;
    await store.saveSubscription(trx, ground.keys, id, { schoolId, staffId, sessionId, at }, given);
    const moved = known !== null && known.staff_id !== staffId;
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'push.kept',
      object: `subscription:${id}`,
      facts: { moved },
    });
  });
}

/** @throws problem 'not-found', also for a subscription of somebody else. */
export async function dropSubscription(ground: Ground, staff: StaffActor, id: string): Promise<void> {
  const { schoolId, staffId } = staff;
  const row = await ground.database
    .read('push_subscriptions')
    .where({ school_id: schoolId, id })
    .first('staff_id');
  const owned = { kind: 'owned', schoolId, owner: row?.staff_id ?? '' } as const;
  if (!can(staff, 'account.manage-own', owned)) throw problem('not-found');
  await ground.database.write(async (trx) => {
    await trx('push_subscriptions').where({ school_id: schoolId, id, staff_id: staffId }).delete();
    const at = timeStamp(ground.clock);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'push.dropped',
      object: `subscription:${id}`,
    });
  });
}
