import { readDevice } from '../../../offline/vault/device';
import { listPeopleRows } from '../../../offline/vault/people';
import { readKeptBoard } from '../../unlock/board';
import { textsLeftBy } from '../../unlock/remove-person';
import { peopleHere, type PersonHere } from '../../unlock/unlocked';
import { storageIsKept } from '../enrol/keep-storage';
import { distinctName } from '../lock/tile-names';

/** A person in the list of this device. */
export interface PersonRowShown extends PersonHere {
  /** as on the tile of the lock screen */
  shown: string;
  /** drafts that were never sent */
  drafts: number;
  /** what they wrote for practice */
  practice: number;
  /** what they began to add to records */
  additions: number;
}

/** What "This device" shows. */
export interface DeviceShown {
  /** as the school calls it; null before the board was fetched */
  name: string | null;
  shared: boolean;
  /** the browser will not clear it by itself; null where it does not say */
  kept: boolean | null;
  people: PersonRowShown[];
}

/** Looks into the vault; null when this browser is no device of a school. */
export async function readDeviceShown(): Promise<DeviceShown | null> {
  const device = await readDevice();
  if (!device) return null;
  const people = await peopleHere(await listPeopleRows());
  const shown = people.map(async (person) => ({
    ...person,
    shown: distinctName(person, people),
    ...(await textsLeftBy(person.authorKeyId)),
  }));
  return {
    name: (await readKeptBoard())?.deviceName ?? null,
    shared: device.shared,
    kept: await storageIsKept(),
    people: await Promise.all(shown),
  };
}
