import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import type { HeldSecurityKey } from '../key-store';
import { noteAtSchools, type KeyOwner } from '../note-at-schools';
import { mailKeyChange } from '../notices';

/** A passkey was refused because its count went backwards: its owner is mailed once a day, and the audit says so. */
export async function noteCopied(
  trx: Transaction,
  ground: Ground,
  owner: KeyOwner,
  key: Pick<HeldSecurityKey, 'id'>,
): Promise<void> {
  const at = timeStamp(ground.clock);
  await mailKeyChange(trx, ground, owner, 'copied', `${key.id}:${at.slice(0, 10)}`);
  await noteAtSchools(trx, owner, () => ({
    at,
    actor: 'server',
    what: 'security-key.copied',
    object: `security-key:${key.id}`,
  }));
}
