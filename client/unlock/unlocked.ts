import { importAesKey, openBytes, openJson, sealJson } from '../../offline/aes';
import { readDevice } from '../../offline/vault/device';
import { changePersonRow } from '../../offline/vault/people';
import type { DeviceRow, PersonRow } from '../../offline/vault/rows';
import { importSigningKey } from '../../protocol/envelope/keys';
import type { Roll } from '../../protocol/devices';
import { locale } from '../../protocol/words/language';
import { indexRoll, type PupilIndex } from './roll';

/** A person who has joined this device, as their tile shows them. */
export interface PersonHere {
  authorKeyId: string;
  staffId: string;
  name: string;
  shortName: string;
  initials: string;
  /** joined with a slip: there is no password behind it */
  slip?: boolean;
}

/** What an unlocked person's page holds, in memory only. Unlock is not log-in: it gives no session. */
export interface Unlocked {
  person: PersonHere;
  /** AES-256-GCM; opens this person's drafts */
  unlockKey: CryptoKey;
  /** ECDSA P-256; signs what this person sends */
  authorKey: CryptoKey;
  rollKey: CryptoKey;
  /** null until it was fetched once */
  roll: Roll | null;
  /** over `roll`, for finding as one types */
  pupils: PupilIndex;
}

/** Names of the cells of a person's row. */
export const PERSON_CELLS = {
  profile: 'profile',
  authorKey: 'author-key',
  rollKey: 'roll-key',
  roll: 'roll',
} as const;

/** Opens a person's row with their unlock key (32 bytes). @throws OperationError when it is another key */
export async function openPerson(
  device: DeviceRow,
  row: PersonRow,
  rawUnlockKey: Uint8Array,
): Promise<Unlocked> {
  const unlockKey = await importAesKey(rawUnlockKey);
  const rollKey = await importAesKey(await openBytes(unlockKey, PERSON_CELLS.rollKey, row.rollKey));
  const roll = row.roll ? ((await openJson(rollKey, PERSON_CELLS.roll, row.roll)) as Roll) : null;
  return {
    person: await openProfile(device, row),
    unlockKey,
    authorKey: await importSigningKey(await openBytes(unlockKey, PERSON_CELLS.authorKey, row.authorKey)),
    rollKey,
    roll,
    pupils: indexRoll(roll),
  };
}

/** Who a row is, under the device key: also while locked. */
export async function openProfile(device: DeviceRow, row: PersonRow): Promise<PersonHere> {
  const profile = await openJson(device.deviceKey, PERSON_CELLS.profile, row.profile);
  return { ...(profile as Omit<PersonHere, 'authorKeyId'>), authorKeyId: row.authorKeyId };
}

/** Everyone who can unlock here, by name; empty before the device was set up. */
export async function peopleHere(rows: readonly PersonRow[]): Promise<PersonHere[]> {
  const device = await readDevice();
  const people = device ? await Promise.all(rows.map((row) => openProfile(device, row))) : [];
  return people.sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** Seals a newer roll on the device and gives it to the unlocked page. */
export async function withRoll(unlocked: Unlocked, roll: Roll): Promise<Unlocked> {
  const sealed = await sealJson(unlocked.rollKey, PERSON_CELLS.roll, roll);
  await changePersonRow(unlocked.person.authorKeyId, () => ({ roll: sealed }));
  return { ...unlocked, roll, pupils: indexRoll(roll) };
}
