import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { markConfirmed, type HeldSecurityKey } from './key-store';
import { noteTwo } from './note-two';
import { mailKeyChange } from './notices';
import type { SecondPerson } from './second-person';

/** Makes a late first key count (access.md, "a stolen password"), as the second person agreed. False: it waits no longer. */
export async function confirmKey(
  ground: Ground,
  key: HeldSecurityKey,
  second: SecondPerson,
): Promise<boolean> {
  const at = timeStamp(ground.clock);
  return ground.database.write(async (trx) => {
    if (!(await markConfirmed(trx, key.id, 'shell', at))) return false;
    await mailKeyChange(
      trx,
      ground,
      { schoolId: second.schoolId, staffId: second.owner.staffId },
      'confirmed',
      key.id,
    );
    await noteTwo(trx, { accountId: key.accountId, keyId: key.id, at }, second, 'security-key.confirmed');
    return true;
  });
}
