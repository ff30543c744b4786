import { readDevice } from '../../../offline/vault/device';
import { listPeopleRows } from '../../../offline/vault/people';
import type { PersonTile } from '../../components/heed-person-tiles';
import { peopleHere, type PersonHere } from '../../unlock/unlocked';
import { pinWait } from '../../unlock/unlock';
import { tilesOf } from './tile-names';

/** Who may unlock here: what a locked device may show, by its device key. */
export interface PeopleOnDevice {
  /** a device of the school: records can be sealed here */
  enrolled: boolean;
  people: PersonHere[];
  tiles: PersonTile[];
  /** until when a person's PIN has to wait, device clock ms, by their author key's id; only who has to */
  waits: ReadonlyMap<string, number>;
  /** who has a passkey here, by their author key's id */
  passkeys: ReadonlySet<string>;
}

/** Looks into the vault. @param now device clock, ms */
export async function readPeople(now: number): Promise<PeopleOnDevice> {
  const [device, rows] = [await readDevice(), await listPeopleRows()];
  const people = await peopleHere(rows);
  const waits = rows.flatMap((row): [string, number][] => {
    const wait = pinWait(row, now);
    return wait > 0 ? [[row.authorKeyId, now + wait]] : [];
  });
  const passkeys = rows.flatMap(({ authorKeyId, passkey }) => (passkey ? [authorKeyId] : []));
  return {
    enrolled: device !== null,
    people,
    tiles: tilesOf(people),
    waits: new Map(waits),
    passkeys: new Set(passkeys),
  };
}
