import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from '../../protocol/identifiers';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Reader, Transaction } from '../storage/database';

const PURPOSE = 'set-up';
const LIFE = 7 * DAY;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * A one-time link for a server without a school; null once there is one. Each start prints a new one and the earlier
 * ones stop working, so that a link in an old log opens nothing.
 */
export async function makeSetUpLink(ground: Ground): Promise<string | null> {
  const school: unknown = await ground.database.read('schools').first('id');
  if (school) {
    await voidSetUpLinks(ground);
    return null;
  }
  const token = randomBytes(32).toString('base64url');
  await ground.database.write(async (trx) => {
    await trx('links')
      .where({ purpose: PURPOSE, used_at: null })
      .update({ used_at: timeStamp(ground.clock) });
    await trx('links').insert({
      id: uuidv7(ground.clock.now()),
      account_id: null,
      purpose: PURPOSE,
      token_hash: hashOf(token),
      created_at: timeStamp(ground.clock),
      expires_at: timeStamp(ground.clock, LIFE),
    });
  });
  return `${ground.settings.publicUrl.origin}/set-up#${token}`;
}

/** A school exists: no link in an old log may change it. */
async function voidSetUpLinks(ground: Ground): Promise<void> {
  await ground.database.write((trx) =>
    trx('links')
      .where({ purpose: PURPOSE, used_at: null })
      .update({ used_at: timeStamp(ground.clock) }),
  );
}

/** Whether a set-up link still works: not used, not too old, and no school was set up another way meanwhile. */
export async function setUpLinkWorks(ground: Ground, reader: Reader, token: string): Promise<boolean> {
  const row: unknown = await reader('links')
    .where({ purpose: PURPOSE, token_hash: hashOf(token), used_at: null })
    .where('expires_at', '>', timeStamp(ground.clock))
    .first('id');
  const school: unknown = await reader('schools').first('id');
  return row !== undefined && school === undefined;
}

/** @throws problem 'link-used' when the link does not work */
export async function needSetUpLink(ground: Ground, token: string | undefined): Promise<string> {
  if (!token || !(await setUpLinkWorks(ground, ground.database.read, token))) throw problem('link-used');
  return token;
}

/** Uses the link up inside the import's transaction. @throws problem 'link-used' when somebody was first */
export async function useSetUpLink(trx: Transaction, ground: Ground, token: string): Promise<void> {
  const used = await trx('links')
    .where({ purpose: PURPOSE, token_hash: hashOf(token), used_at: null })
    .update({ used_at: timeStamp(ground.clock) });
  if (used !== 1) throw problem('link-used');
}
