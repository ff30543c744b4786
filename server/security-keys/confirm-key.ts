import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { emailIndex } from '../staff/account-store';
import { accountIdOf } from './confirm-store';
import { listMemberships, listSavedKeys, markConfirmed, type HeldSecurityKey } from './key-store';
import { mailKeyChange } from './notices';

/** Whose key: by the person's address, or by the key's id where several wait. */
export type WhichKey = { readonly email: string } | { readonly keyId: string };

export type ConfirmedKey =
  | { readonly outcome: 'confirmed'; readonly key: ShownKey }
  | { readonly outcome: 'none-waits' }
  /** One of these has to be named by its id: an attacker's key may wait beside the owner's. */
  | { readonly outcome: 'several-wait'; readonly keys: readonly ShownKey[] };

export interface ShownKey {
  readonly id: string;
  readonly name: string;
  readonly added: string;
}

const show = (key: HeldSecurityKey): ShownKey => ({ id: key.id, name: key.name, added: key.createdAt });

/** Makes a late first key count (access.md, "a stolen password"), by whoever has the server's shell. */
export async function confirmKey(ground: Ground, which: WhichKey, by: 'shell'): Promise<ConfirmedKey> {
  const reader = ground.database.read;
  const accountId = await accountIdOf(
    reader,
    'keyId' in which ? which : { emailIndex: emailIndex(ground.keys, which.email) },
  );
  if (accountId === null) return { outcome: 'none-waits' };
  const saved = await listSavedKeys(reader, ground.keys, accountId);
  const waiting = saved.filter(
    (key) => key.countsFrom === null && ('keyId' in which ? key.id === which.keyId : true),
  );
  const [key] = waiting;
  if (!key) return { outcome: 'none-waits' };
  if (waiting.length > 1) return { outcome: 'several-wait', keys: waiting.map(show) };
  const confirmed = await confirm(ground, key, by);
  return confirmed ? { outcome: 'confirmed', key: show(key) } : { outcome: 'none-waits' };
}

async function confirm(ground: Ground, key: HeldSecurityKey, by: 'shell'): Promise<boolean> {
  const now = timeStamp(ground.clock);
  return ground.database.write(async (trx) => {
    if (!(await markConfirmed(trx, key.id, by, now))) return false;
    const [home, ...others] = await listMemberships(trx, key.accountId);
    if (home) await mailKeyChange(trx, ground, home, 'confirmed', key.id);
    for (const { schoolId } of home ? [home, ...others] : []) {
      await appendAudit(trx, {
        schoolId,
        at: now,
        actor: by,
        what: 'security-key.confirmed',
        object: `security-key:${key.id}`,
      });
    }
    return true;
  });
}
