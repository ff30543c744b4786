import { readDevice } from '../../offline/vault/device';
import { readPersonRow } from '../../offline/vault/people';
import { setUnlocked } from '../contexts/unlocked';
import { askPasskey, PasskeyFailed, type PasskeyFault } from './passkey';
import { unwrapWithPasskey } from './passkey-wrap';
import { openPerson, type Unlocked } from './unlocked';

/** What came of a passkey; `gone`: the person, or their passkey, has been removed from this device. */
export type PasskeyResult =
  | { kind: 'unlocked'; unlocked: Unlocked }
  | { kind: 'gone' }
  | { kind: 'failed'; fault: PasskeyFault };

/**
 * Unlocks one person's drafts and roll by their passkey, also offline. It is no try of the PIN: it counts none, and no
 * wait after wrong ones holds it up.
 */
export async function unlockWithPasskey(authorKeyId: string, signal: AbortSignal): Promise<PasskeyResult> {
  const [device, row] = [await readDevice(), await readPersonRow(authorKeyId)];
  if (!device || !row?.passkey) return { kind: 'gone' };
  try {
    const { credentialId, salt } = row.passkey;
    const secret = await askPasskey(credentialId, new Uint8Array(salt), signal);
    const raw = await unwrapWithPasskey(row.passkey, secret, { device, row });
    if (!raw) return { kind: 'failed', fault: 'other-secret' };
    const unlocked = await openPerson(device, row, raw);
    if (signal.aborted) return { kind: 'failed', fault: 'cancelled' };
    setUnlocked(unlocked);
    return { kind: 'unlocked', unlocked };
  } catch (thrown) {
    if (thrown instanceof PasskeyFailed) return { kind: 'failed', fault: thrown.fault };
    throw thrown;
  }
}
