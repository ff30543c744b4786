import { importAesKey, sealBytes, sealJson } from '../../offline/aes';
import { readDevice } from '../../offline/vault/device';
import { changePersonRow, dropPersonRow, keepPersonRow, listPeopleRows } from '../../offline/vault/people';
import { countTexts } from '../../offline/vault/practice';
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
import { slip } from '../strings/slip';
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

/** A place for one more person on this device, before the school knows of it. */
export interface NewPlace {
  unlockKey: Bytes;
  author: StoredKeyPair;
  /** the author key for the school, and the unlock key sealed to it */
  asked: { authorKey: string; sealedUnlockKey: string; kid: string };
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
  const here = await listPeopleHere(device);
  if (here.some(({ staffId, slip }) => staffId === person.staffId && !slip))
    throw new CannotJoin('already-here');
  const roll = await calls.readRoll();
  const place = await newPlace(device);
  const pinWrap = await wrapWithPin(place.unlockKey, pin, device.pepper, await chooseDerivation());
  const { authorKeyId } = await calls.joinDevice({ id: device.deviceId }, place.asked);
  const unlocked = await keepPlace(device, { ...person, authorKeyId }, { ...place, pinWrap, roll });
  await leaveEarlierPlaces(device, unlocked.person);
  return unlocked;
}

/** Everyone of this enrolment of the device. */
async function listPeopleHere(device: DeviceRow): Promise<PersonHere[]> {
  const rows = (await listPeopleRows()).filter(({ deviceId }) => deviceId === device.deviceId);
  return Promise.all(rows.map((row) => openProfile(device, row)));
}

/** Makes the keys of a place on this device: an author key, and an unlock key that the school can open too. */
export async function newPlace(device: DeviceRow): Promise<NewPlace> {
  const unlockKey = randomBytes(32);
  const author = await exportSigningKeyPair(await generateSigningKeyPair(true));
  const { kid, publicKey } = device.bundle.value;
  const sealed = await sealToSchool(fromBase64url(publicKey), unlockInfo(device.schoolId, kid), unlockKey);
  const asked = { authorKey: toBase64url(author.publicKey), sealedUnlockKey: toBase64url(sealed), kid };
  return { unlockKey, author, asked };
}

/** Keeps a place that the school has registered; its person is unlocked from now on. */
export async function keepPlace(
  device: DeviceRow,
  person: PersonHere,
  made: Pick<NewPlace, 'unlockKey' | 'author'> & { pinWrap: PersonRow['pin']; roll: Roll },
): Promise<Unlocked> {
  const row = await newRow(device, person, made);
  await keepPersonRow(row);
  const unlocked = await openPerson(device, row, made.unlockKey);
  setUnlocked(unlocked);
  return unlocked;
}

/**
 * Takes away the places that the same person had here by a slip. One with drafts stays, under a name that says which
 * it is: nobody but its PIN opens them.
 */
export async function leaveEarlierPlaces(device: DeviceRow, now: PersonHere): Promise<void> {
  for (const row of await listPeopleRows()) {
    const { authorKeyId, ...profile } = await openProfile(device, row);
    if (!profile.slip || profile.staffId !== now.staffId || authorKeyId === now.authorKeyId) continue;
    if ((await countTexts(authorKeyId)) === 0) await dropPersonRow(authorKeyId);
    else await changeProfile(device, authorKeyId, earlierPlace(now, profile));
  }
}

function earlierPlace(now: PersonHere, earlier: Omit<PersonHere, 'authorKeyId'>) {
  return { ...earlier, name: slip.earlier(now.name), shortName: slip.earlier(now.shortName) };
}

async function changeProfile(
  device: DeviceRow,
  authorKeyId: string,
  profile: Omit<PersonHere, 'authorKeyId'>,
): Promise<void> {
  const sealed = await sealJson(device.deviceKey, PERSON_CELLS.profile, profile);
  await changePersonRow(authorKeyId, () => ({ profile: sealed }));
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
