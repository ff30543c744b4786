import { REQUESTS_A_DAY, type askSupport as asking, type SupportRequest } from '../../protocol/support';
import type { BodyOf } from '../../protocol/endpoint';
import { uuidv7 } from '../../protocol/identifiers';
import { supportText } from '../../protocol/words/support';
import { supportRefusals } from '../../protocol/words/refusals/support';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { queueMessages } from '../messages/queue';
import { readSettings } from '../school/settings';
import { readMailboxes } from '../staff/account-store';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import { listRequests, onceOf } from './list-requests';

/** Requests are let go after so long, when their author makes another: support has answered or never will. */
const KEPT_FOR = 365 * DAY;

/**
 * Mails a request for help to the school's support, or notes that its author saved it as a file. Said again with the
 * same reference it changes nothing.
 * @throws problem 'too-many' over the day's bound; 'conflict' where nobody is named as support, or the reference is taken
 */
export async function askSupport(
  ground: Ground,
  actor: StaffActor,
  { asked, way, answer }: BodyOf<typeof asking>,
): Promise<SupportRequest[]> {
  const { schoolId, staffId } = actor;
  const { reference } = asked;
  await ground.database.write(async (trx) => {
    const known = await trx('support_requests').where({ school_id: schoolId, reference }).first('staff_id');
    if (known?.staff_id === staffId) return;
    if (known) throw problem('conflict', { field: 'body.asked.reference' });
    await boundDay(trx, ground, actor);
    const text = supportText(asked, answer ? await ownAddress(trx, ground, actor) : null);
    const id = uuidv7(ground.clock.now());
    const at = timeStamp(ground.clock);
    const sealed = cellsOf(ground.keys, schoolId, 'support_requests').seal(id, { text });
    await trx('support_requests').insert({
      school_id: schoolId,
      id,
      staff_id: staffId,
      reference,
      way,
      created_at: at,
      ...sealed,
    });
    if (way === 'mail') await mailIt(trx, ground, schoolId, { reference, text });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'support.asked',
      object: `support:${id}`,
      facts: { way },
    });
  });
  return listRequests(ground, actor);
}

/** @throws problem 'too-many' */
async function boundDay(
  trx: Transaction,
  { clock }: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<void> {
  const own = () => trx('support_requests').where({ school_id: schoolId, staff_id: staffId });
  const before = (ms: number) => new Date(clock.now() - ms).toISOString();
  await own().where('created_at', '<', before(KEPT_FOR)).delete();
  const today = await own()
    .where('created_at', '>', before(DAY))
    .orderBy('created_at')
    .pluck<string[]>('created_at');
  if (today.length < REQUESTS_A_DAY) return;
  const free = Date.parse(today.at(-REQUESTS_A_DAY) ?? '') + DAY - clock.now();
  throw problem('too-many', {
    retryAfter: Math.ceil(free / 1000),
    title: supportRefusals.manyRequests,
  });
}

async function ownAddress(trx: Transaction, ground: Ground, actor: StaffActor): Promise<string | null> {
  const [mailbox] = await readMailboxes(trx, ground, actor.schoolId, [actor.staffId]);
  return mailbox?.email ?? null;
}

/** @throws problem 'conflict' where the school names no address */
async function mailIt(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  { reference, text }: { reference: string; text: string },
): Promise<void> {
  const { support } = await readSettings(trx, ground, schoolId);
  if (support.email === null)
    throw problem('conflict', {
      title: supportRefusals.noAddress,
    });
  const content = { to: support.email, reference, text };
  await queueMessages(trx, ground, [
    { schoolId, channel: 'email', template: 'support', staffId: null, content, once: onceOf(reference) },
  ]);
}
