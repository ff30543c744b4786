import { readDevice } from '../../../offline/vault/device';
import { readPersonRow } from '../../../offline/vault/people';
import { canUsePasskeys } from '../../unlock/passkey';
import type { PersonHere } from '../../unlock/unlocked';

/** What stands with a person's passkey on this device. */
export interface PasskeyShown {
  state: 'on' | 'off' | 'cannot' | 'locked';
  /** other people use this device as well */
  shared: boolean;
}

/** Looks into the vault; null where this browser is no device of a school. @param person who is unlocked here */
export async function readPasskeyShown(person: PersonHere | null): Promise<PasskeyShown | null> {
  const device = await readDevice();
  if (!device) return null;
  const row = person && (await readPersonRow(person.authorKeyId));
  const { shared } = device;
  if (row?.passkey) return { state: 'on', shared };
  if (!(await canUsePasskeys())) return { state: 'cannot', shared };
  return { state: row ? 'off' : 'locked', shared };
}
