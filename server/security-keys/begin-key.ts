import { uuidv7 } from '../../protocol/identifiers';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { presentSession } from '../staff/present-session';
import { PASSWORD_FRESH } from '../staff/session-life';
import type { Transaction } from '../storage/database';
import { withFreshCode } from './fresh-code';
import { insertPendingKey, listSavedKeys } from './key-store';
import { newSecret, showAuthenticator, showSecret } from './totp';

export interface BegunKey {
  readonly pending: string;
  readonly owner: { readonly name: string; readonly email: string };
  readonly secret: string;
  readonly uri: string;
  readonly qr: string[];
  readonly authenticator: { readonly url: string; readonly qr: string[] };
}

/**
 * Makes the secret of a new security key; nothing counts before its first code is right. Who holds a counting key
 * must show a fresh code or a recovery code (access.md, "a stolen password"); a recovery code also helps whoever
 * removed the last key.
 * @throws problem 'password-needed' when the password was typed more than 5 minutes ago; 'code-wrong' without proof
 */
export async function beginKey(
  ground: Ground,
  actor: StaffActor,
  given: { proof: string | undefined; browserToken: string | undefined },
): Promise<BegunKey> {
  const session = await presentSession(ground, actor);
  if (ground.clock.now() - Date.parse(session.passwordAt) > PASSWORD_FRESH) throw problem('password-needed');
  const held = await listSavedKeys(ground.database.read, ground.keys, actor.accountId);
  if (given.proof === undefined && held.some((key) => key.countsFrom !== null)) {
    throw problem('code-wrong', {
      field: 'body.proof',
      title: 'You have a security key already. Type its current code, or a recovery code, to add another.',
    });
  }
  const id = uuidv7(ground.clock.now());
  const secret = newSecret();
  const shown = showSecret(secret, { email: session.email, schoolName: session.schoolName });
  const insert = (trx: Transaction, proved: boolean) =>
    insertBegun(trx, ground, actor, { id, secret, proved });
  const { proof: code, browserToken } = given;
  if (code === undefined) await ground.database.write((trx) => insert(trx, false));
  else await withFreshCode(ground, { actor, code, browserToken }, (trx) => insert(trx, true));
  const authenticator = showAuthenticator(ground.settings.publicUrl);
  return { pending: id, owner: { name: session.name, email: session.email }, ...shown, authenticator };
}

async function insertBegun(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  key: { id: string; secret: string; proved: boolean },
): Promise<void> {
  const now = timeStamp(ground.clock);
  const confirmedBy = key.proved ? 'code' : null;
  await insertPendingKey(trx, ground.keys, { ...key, accountId: actor.accountId, confirmedBy, now });
  await appendAudit(trx, {
    schoolId: actor.schoolId,
    at: now,
    actor: actor.staffId,
    what: 'security-key.begun',
    object: `security-key:${key.id}`,
    facts: { proved: key.proved },
  });
}
