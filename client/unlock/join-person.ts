import { importAesKey, sealBytes, sealJson } from '../../offline/aes';
import { readDevice } from '../../offline/vault/device';
import { keepPersonRow, listPeopleRows } from '../../offline/vault/people';
import type { DeviceRow, PersonRow } from '../../offline/vault/rows';
import { fromBase64url, randomBytes, toBase64url, type Bytes } from '../../protocol/bytes';
import type { Roll } from '../../protocol/devices';
import {
  exportSigningKeyPair,
  generateSigningKeyPair,
  type StoredKeyPair,
} from '../../protocol/envelope/keys';
import { sealToSchool, unlockInfo } from '../../protocol/envelope/sealed-box';
import { setUnlocked } from '../contexts/unlocked';
import type { DeviceCalls } from './device-calls';
import { wrapWithPin } from './pin-wrap';
import { chooseDerivation } from './stretch';
import { openPerson, openProfile, PERSON_CELLS, type PersonHere, type Unlocked } from './unlocked';

/** Why a person was not joined; each has its own way on for the screen. */
export type JoinFault = 'no-device' | 'already-here';

/** Thrown before anything is asked of the school. */
export class CannotJoin extends Error {
  override name = 'CannotJoin';
  readonly fault: JoinFault;

  constructor(fault: JoinFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Enrols the logged-in person on this device: an author key, an unlock key (32 bytes) wrapped with the PIN and
 * sealed to the school, and the roll. The person is unlocked afterwards.
 * @param person from the session; check the PIN with `checkNewPin` first
 * @throws CannotJoin, and whatever the calls throw; nothing is kept then
 */
export async function joinPerson(
  calls: DeviceCalls,
  person: Omit<PersonHere, 'authorKeyId'>,
  pin: string,
): Promise<Unlocked> {
  const device = await readDevice();
  if (!device) throw new CannotJoin('no-device');
  if (await isHere(device, person.staffId)) throw new CannotJoin('already-here');
  const roll = await calls.readRoll();
  const unlockKey = randomBytes(32);
  const author = await exportSigningKeyPair(await generateSigningKeyPair(true));
  const pinWrap = await wrapWithPin(unlockKey, pin, device.pepper, await chooseDerivation());
  const { kid, publicKey } = device.bundle.value;
  const sealed = await sealToSchool(fromBase64url(publicKey), unlockInfo(device.schoolId, kid), unlockKey);
  const { authorKeyId } = await calls.joinDevice(
    { id: device.deviceId },
    { authorKey: toBase64url(author.publicKey), sealedUnlockKey: toBase64url(sealed), kid },
  );
  const row = await newRow(device, { ...person, authorKeyId }, { unlockKey, author, pinWrap, roll });
  await keepPersonRow(row);
  const unlocked = await openPerson(device, row, unlockKey);
  setUnlocked(unlocked);
  return unlocked;
}

async function isHere(device: DeviceRow, staffId: string): Promise<boolean> {
  const rows = (await listPeopleRows()).filter(({ deviceId }) => deviceId === device.deviceId);
  const people = await Promise.all(rows.map((row) => openProfile(device, row)));
  return people.some((person) => person.staffId === staffId);
}

async function newRow(
  device: DeviceRow,
  person: PersonHere,
  made: { unlockKey: Bytes; author: StoredKeyPair; pinWrap: PersonRow['pin']; roll: Roll },
): Promise<PersonRow> {
  const { authorKeyId, ...profile } = person;
  const unlockKey = await importAesKey(made.unlockKey);
  const rawRollKey = randomBytes(32);
  const rollKey = await importAesKey(rawRollKey);
  return {
    authorKeyId,
    deviceId: device.deviceId,
    profile: await sealJson(device.deviceKey, PERSON_CELLS.profile, profile),
    pin: made.pinWrap,
    authorKey: await sealBytes(unlockKey, PERSON_CELLS.authorKey, made.author.privateKey),
    rollKey: await sealBytes(unlockKey, PERSON_CELLS.rollKey, rawRollKey),
    roll: await sealJson(rollKey, PERSON_CELLS.roll, made.roll),
    wrongPins: 0,
    nextTryAt: 0,
  };
}
