import type { BodyOf, ReplyOf } from '../../protocol/endpoint';
import type { useSlip as endpoint } from '../../protocol/slips';
import type { DeviceActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { initialsOf, readStaffNames } from '../school/names';
import { groupsWithoutLogIn } from '../school/without-log-in';
import { hashSlipCode } from '../staff/slips/codes';
import { slipState } from '../staff/slips/slip-state';
import { giveBack } from '../staff/tries';
import type { Transaction } from '../storage/database';
import type { StaffRow } from '../storage/rows/school';
import type { SlipRow } from '../storage/rows/slips';
import { makeBoard } from './board';
import { addAuthorKey } from './join-device';
import { authorActor } from './resolve-author';
import { makeRoll } from './roll';
import { needSlipTry } from './slip-tries';

/** How long a tablet may ask again for an answer that was lost on its way. */
const ASKED_AGAIN = 10 * MINUTE;

type Given = BodyOf<typeof endpoint>;
type Person = Pick<StaffRow, 'account_id' | 'group_id' | 'disabled_at'> & { staff_id: string };

interface Joined {
  readonly authorKeyId: string;
  readonly person: Person;
}

/**
 * Exchanges a slip's code for its person's place on this tablet: their author key is registered, and board and roll
 * go back. It makes no session. The same tablet may ask again with the same key, where the first answer was lost.
 * @throws problem 'slip-refused' alike for a wrong, old, used or withdrawn code and for whoever may have none;
 * 'too-many'; 'device-revoked'
 */
export async function useSlip(
  ground: Ground,
  device: DeviceActor,
  given: Given,
): Promise<ReplyOf<typeof endpoint>> {
  if (device.revoked) throw problem('device-revoked');
  const tries = await needSlipTry(ground, device);
  const joined = await ground.database.write(async (trx) => {
    const found = await exchange(trx, ground, device, given);
    if (found) await giveBack(trx, tries);
    return found;
  });
  if (!joined) throw problem('slip-refused');
  const { schoolId, deviceId } = device;
  const staffId = joined.person.staff_id;
  const names = (await readStaffNames(ground.database.read, ground, schoolId, [staffId])).get(staffId);
  if (!names) throw problem('slip-refused');
  const actor = await authorActor(ground, schoolId, joined.person);
  return {
    authorKeyId: joined.authorKeyId,
    person: { staffId, name: names.name, shortName: names.first, initials: initialsOf(names.name) },
    board: await makeBoard(ground, schoolId, deviceId),
    roll: await makeRoll(ground, actor),
  };
}

async function exchange(
  trx: Transaction,
  ground: Ground,
  device: DeviceActor,
  given: Given,
): Promise<Joined | null> {
  const code_hash = hashSlipCode(ground.keys, device.schoolId, given.code);
  const slip = await trx('slips').where({ school_id: device.schoolId, code_hash }).first();
  const person = slip && (await findSuited(trx, slip));
  if (!slip || !person) return null;
  const again = await givenBefore(trx, ground, slip, { device, authorKey: given.authorKey });
  if (again) return { authorKeyId: again, person };
  if (!(await useUp(trx, ground, slip, device))) return null;
  const at = timeStamp(ground.clock);
  const { schoolId, deviceId } = device;
  const author = { ...given, schoolId, deviceId, staffId: slip.staff_id };
  const authorKeyId = await addAuthorKey(trx, ground, author, at);
  await trx('slips').where({ school_id: schoolId, id: slip.id }).update({ author_key_id: authorKeyId });
  await appendAudit(trx, {
    schoolId,
    at,
    actor: slip.staff_id,
    what: 'slip.used',
    object: `device:${deviceId}`,
    facts: { slip: slip.id, authorKey: authorKeyId },
  });
  return { authorKeyId, person };
}

/** Its person, who is still here and still needs no log-in; null otherwise. */
async function findSuited(trx: Transaction, slip: SlipRow): Promise<Person | null> {
  const person = await trx('staff')
    .where({ school_id: slip.school_id, id: slip.staff_id })
    .whereNull('disabled_at')
    .first<Person | undefined>('id as staff_id', 'account_id', 'group_id', 'disabled_at');
  if (!person) return null;
  const groups = await groupsWithoutLogIn(trx, slip.school_id);
  return groups.has(person.group_id) ? person : null;
}

/** The author key that this tablet has just registered with this slip, where it holds; null otherwise. */
async function givenBefore(
  trx: Transaction,
  ground: Ground,
  slip: SlipRow,
  { device, authorKey }: { device: DeviceActor; authorKey: string },
): Promise<string | null> {
  const { school_id, used_at, used_on, ended_at, author_key_id } = slip;
  const lately = used_at !== null && used_at > timeStamp(ground.clock, -ASKED_AGAIN);
  if (!lately || used_on !== device.deviceId || ended_at !== null || author_key_id === null) return null;
  const key = await trx('author_keys')
    .where({ school_id, id: author_key_id, public_key: authorKey, removed_at: null })
    .first('id');
  return key?.id ?? null;
}

/** Uses a slip up; false when another tablet was first, or it is over. The update decides, not what was read. */
async function useUp(trx: Transaction, ground: Ground, slip: SlipRow, device: DeviceActor): Promise<boolean> {
  const now = timeStamp(ground.clock);
  if (slipState(slip, now) !== 'open') return false;
  const used = await trx('slips')
    .where({ school_id: slip.school_id, id: slip.id, used_at: null, withdrawn_at: null })
    .where('expires_at', '>', now)
    .update({ used_at: now, used_on: device.deviceId });
  return used === 1;
}
