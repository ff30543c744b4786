import { uuidv7 } from '../../protocol/identifiers';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { hashToken, newToken } from '../staff/tokens';
import type { Reader, Transaction } from '../storage/database';
import type { SiteChangeRow } from '../storage/rows/sites';

/** How long each half of a switch may take. */
const LIFE = MINUTE;

/** Notes that a session wants to go to another school. @returns what that school's page is opened with */
export async function insertSwitch(
  trx: Transaction,
  ground: Ground,
  wanted: { accountId: string; sessionId: string; toSchoolId: string },
): Promise<string> {
  const ticket = newToken();
  await trx('site_changes').insert({
    id: uuidv7(ground.clock.now()),
    account_id: wanted.accountId,
    session_id: wanted.sessionId,
    to_school_id: wanted.toSchoolId,
    ticket_hash: hashToken(ticket),
    expires_at: timeStamp(ground.clock, LIFE),
  });
  return ticket;
}

/** A switch that is on its way and has come as far as this. */
export async function findSwitch(
  reader: Reader,
  ground: Ground,
  which: { ticket: string } | { id: string },
): Promise<SiteChangeRow | null> {
  const row = await reader('site_changes')
    .where('id' in which ? { id: which.id } : { ticket_hash: hashToken(which.ticket) })
    .whereNull('used_at')
    .whereNull('code_hash')
    .where('expires_at', '>', timeStamp(ground.clock))
    .first();
  return row ?? null;
}

/** Binds it to a browser by the hash of what its page keeps; false when it is bound already. */
export async function bindSwitch(trx: Transaction, id: string, challenge: string): Promise<boolean> {
  const bound = await trx('site_changes').where({ id, challenge: null, used_at: null }).update({ challenge });
  return bound === 1;
}

/** Makes its one code, good for a minute; null when it has one already. Only the hash is stored. */
export async function makeCode(trx: Transaction, ground: Ground, id: string): Promise<string | null> {
  const code = newToken();
  const made = await trx('site_changes')
    .where({ id, code_hash: null, used_at: null })
    .whereNotNull('challenge')
    .update({ code_hash: hashToken(code), expires_at: timeStamp(ground.clock, LIFE) });
  return made === 1 ? code : null;
}

/** Uses a code up, once for ever, whatever comes of it; null for one that is used, too old, or none. */
export async function useCode(trx: Transaction, ground: Ground, code: string): Promise<SiteChangeRow | null> {
  const now = timeStamp(ground.clock);
  const mine = { code_hash: hashToken(code) };
  const used = await trx('site_changes')
    .where({ ...mine, used_at: null })
    .where('expires_at', '>', now)
    .update({ used_at: now });
  return used === 1 ? ((await trx('site_changes').where(mine).first()) ?? null) : null;
}

/** Nothing more comes of it. */
export async function closeSwitch(trx: Transaction, ground: Ground, id: string): Promise<void> {
  await trx('site_changes')
    .where({ id })
    .update({ used_at: timeStamp(ground.clock) });
}
