import { uuidv7 } from '../../protocol/identifiers';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readSchool } from '../school/school';
import { findLiveSubscriptions, findMailbox, findOfSeveral } from './people';
import { queueMessages, type NewMessage } from './queue';

/** "Send me a test alert": queues one to every channel of this person, and says how many. */
export async function queueTestAlert(
  ground: Ground,
  staff: StaffActor,
): Promise<{ push: number; email: boolean }> {
  const { schoolId, staffId, accountId } = staff;
  const test = uuidv7(ground.clock.now());
  return ground.database.write(async (trx) => {
    const devices = await findLiveSubscriptions(trx, schoolId, [staffId]);
    const email = typeof (await findMailbox(trx, ground.keys, schoolId, staffId)) === 'string';
    const several = await findOfSeveral(trx, [accountId]);
    const schoolName = several.has(accountId) ? (await readSchool(trx, ground, schoolId)).name : null;
    const common = { schoolId, template: 'test', staffId, content: { schoolName } } as const;
    const pushes = devices.map(
      ({ id }): NewMessage => ({
        ...common,
        channel: 'push',
        subscriptionId: id,
        once: `test:${test}:push:${id}`,
      }),
    );
    const mails: NewMessage[] = email ? [{ ...common, channel: 'email', once: `test:${test}:email` }] : [];
    await queueMessages(trx, ground, [...pushes, ...mails]);
    const facts = { push: pushes.length, email };
    const at = timeStamp(ground.clock);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'alert.tested',
      object: `staff:${staffId}`,
      facts,
    });
    return facts;
  });
}
