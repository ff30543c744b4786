import type { ReplyOf } from '../../protocol/endpoint';
import type { listStaffKeys as endpoint } from '../../protocol/security-keys';
import { lostKeyRefusals } from '../../protocol/words/refusals/security-keys';
import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { ChangeAppliers, ChangeStep } from '../school/apply-change';
import { needPresent, needStaff } from '../staff/changes/people';
import { announceEnded, endElevationElsewhere, type StaffPlace } from '../staff/rights-ended';
import { listMemberships } from '../staff/memberships';
import { KeyFault } from './key-fault';
import { listSavedKeys, markRemoved, type HeldSecurityKey } from './key-store';
import { nameAt, noteAtSchools } from './note-at-schools';
import { noteTwo } from './note-two';
import { mailKeyChange, mailLeadsOfLostKey } from './notices';
import { presentKey } from './present-keys';
import { useRecoveryCode } from './recovery-store';
import type { SecondPerson } from './second-person';

/** Nothing is added here. */
type Deed = Omit<ChangeStep, 'newId'>;

/** The security keys of one person, for whoever keeps the staff. @throws problem 'not-found' for other schools */
export async function listStaffKeys(
  ground: Ground,
  schoolId: string,
  staffId: string,
): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const person = await reader('staff').where({ school_id: schoolId, id: staffId }).first('account_id');
  if (!person) throw problem('not-found');
  const keys = person.account_id ? await listSavedKeys(reader, ground.keys, person.account_id) : [];
  return { keys: keys.map(presentKey) };
}

/**
 * Removes a lost security key of somebody else. By the door it always waits for a second person: who loses the only
 * key may then be given another (access.md, "a stolen password").
 */
export const lostKeyChanges = {
  'staff.remove-key': async (step, { staffId, keyId }) => {
    const accountId = await needAccount(step, staffId);
    const schools = await listMemberships(step.trx, accountId);
    if (schools.some(({ schoolId }) => schoolId !== step.schoolId))
      throw problem('not-valid', {
        field: 'keyId',
        title: lostKeyRefusals.needsTheirCode,
      });
    await takeKey(step, { staffId, accountId, keyId });
    return {
      object: `security-key:${keyId}`,
      facts: { staff: staffId },
      widens: [{ code: 'lost-key', target: null, staff: [staffId] }],
    };
  },
} satisfies Partial<ChangeAppliers>;

/**
 * Removes a lost security key at once, by a recovery code that its owner has given: the owner is the second person.
 * @throws problem 'not-found' for another school's people and keys; 'code-wrong' or 'code-used'
 */
export async function removeLostKey(
  ground: Ground,
  actor: StaffActor,
  given: { staffId: string; keyId: string; recoveryCode: string },
): Promise<void> {
  const { staffId, keyId, recoveryCode } = given;
  const at = timeStamp(ground.clock);
  let places: StaffPlace[] = [];
  await ground.database.write(async (trx) => {
    const step = { trx, ground, schoolId: actor.schoolId, staffId: actor.staffId, at };
    const accountId = await needAccount(step, staffId);
    const outcome = await useRecoveryCode(trx, ground, accountId, recoveryCode);
    if (outcome !== 'right') {
      const title = lostKeyRefusals.noneOfTheirs;
      throw problem(outcome === 'used' ? 'code-used' : 'code-wrong', { field: 'body.recoveryCode', title });
    }
    places = await takeKey(step, { staffId, accountId, keyId });
    const owner = { schoolId: actor.schoolId, staffId, accountId };
    await noteAtSchools(trx, owner, (one) => ({
      at,
      actor: nameAt(actor, one),
      what: 'staff.remove-key',
      object: `security-key:${keyId}`,
      facts: { proof: 'recovery' },
    }));
  });
  announceEnded(ground, places);
}

/** Removes a lost security key at the shell, as a second person agreed. @throws KeyFault where it is gone */
export async function removeKeyAtShell(
  ground: Ground,
  key: HeldSecurityKey,
  second: SecondPerson,
): Promise<void> {
  const { schoolId, owner } = second;
  const at = timeStamp(ground.clock);
  let places: StaffPlace[] = [];
  await ground.database.write(async (trx) => {
    if (!(await markRemoved(trx, key, at))) throw new KeyFault(lostKeyRefusals.goneAlready);
    places = await endElevationElsewhere(trx, key.accountId, '');
    await mailKeyChange(trx, ground, { schoolId, staffId: owner.staffId }, 'lost', key.id);
    await mailLeadsOfLostKey(trx, ground, schoolId, key.id, [second.staffId]);
    await noteTwo(trx, { accountId: key.accountId, keyId: key.id, at }, second, 'security-key.lost');
  });
  announceEnded(ground, places);
}

async function needAccount(step: Deed, staffId: string): Promise<string> {
  if (staffId === step.staffId) {
    await needStaff(step, staffId);
    throw problem('not-valid', {
      field: 'staffId',
      title: lostKeyRefusals.yourOwn,
    });
  }
  const { account_id: accountId } = await needPresent(step, staffId);
  if (accountId === null) throw problem('not-found');
  return accountId;
}

/**
 * The key goes, with what was begun by it, and full access wherever the person is logged in; the person and the leads
 * are told.
 */
async function takeKey(
  { trx, ground, schoolId, at }: Deed,
  { staffId, accountId, keyId }: { staffId: string; accountId: string; keyId: string },
): Promise<StaffPlace[]> {
  const held = await listSavedKeys(trx, ground.keys, accountId);
  if (!held.some(({ id }) => id === keyId) || !(await markRemoved(trx, { id: keyId, accountId }, at)))
    throw problem('not-found');
  const places = await endElevationElsewhere(trx, accountId, '');
  await mailKeyChange(trx, ground, { schoolId, staffId }, 'lost', keyId);
  await mailLeadsOfLostKey(trx, ground, schoolId, keyId);
  return places;
}
