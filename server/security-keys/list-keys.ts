import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { presentSession } from '../staff/present-session';
import { PASSWORD_FRESH } from '../staff/session-life';
import { listSavedKeys, type HeldSecurityKey } from './key-store';
import { countRecoveryCodes } from './recovery-store';

export interface OwnKeys {
  readonly keys: readonly HeldSecurityKey[];
  readonly recoveryCodesLeft: number;
  /** What comes next before a key is added; after the password, ask again. */
  readonly needs: 'nothing' | 'password' | 'code';
}

/** One's own security keys, and what has to be shown before another is added. */
export async function listOwnKeys(ground: Ground, actor: StaffActor): Promise<OwnKeys> {
  const reader = ground.database.read;
  const [keys, recoveryCodesLeft, session] = await Promise.all([
    listSavedKeys(reader, ground.keys, actor.accountId),
    countRecoveryCodes(reader, actor.accountId),
    presentSession(ground, actor),
  ]);
  const old = ground.clock.now() - Date.parse(session.passwordAt) > PASSWORD_FRESH;
  const holds = keys.some((key) => key.countsFrom !== null);
  return { keys, recoveryCodesLeft, needs: old ? 'password' : holds ? 'code' : 'nothing' };
}
