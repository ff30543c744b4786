import type { Kept } from '../../protocol/own-account';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { quietOf } from '../messages/quiet';
import { countRecoveryCodes } from '../security-keys/recovery-store';
import { openEmail } from '../staff/account-store';
import { listMemberships } from '../staff/memberships';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { ACCOUNTS } from '../storage/key-ring';
import { readKeptLinks, readKeptOffers, readKeptTrust } from './kept-joined';

type OfAccount =
  | 'account'
  | 'sessions'
  | 'knownBrowsers'
  | 'securityKeys'
  | 'recoveryCodesLeft'
  | 'passwordLinks'
  | 'linkedAccounts'
  | 'offers'
  | 'trust';

/** What hangs on the account, which is one whatever the number of schools; no secret and no hash of one. */
export async function readKeptAccount(
  ground: Ground,
  accountId: string,
): Promise<Pick<Kept, OfAccount> & { email: string }> {
  const { read } = ground.database;
  const row = await read('accounts').where({ id: accountId }).first();
  if (!row) throw problem('log-in-needed');
  const [sessions, browsers, keys, links, left, places] = await Promise.all([
    read('sessions').where({ account_id: accountId }).orderBy('created_at'),
    read('known_browsers').where({ account_id: accountId }).orderBy('seen_at'),
    read('security_keys').where({ account_id: accountId }).orderBy('created_at'),
    read('links').where({ account_id: accountId }).orderBy('created_at'),
    countRecoveryCodes(read, accountId),
    listMemberships(read, accountId),
  ]);
  const schools = await readSchoolNames(read, ground);
  const keyCells = cellsOf(ground.keys, ACCOUNTS, 'security_keys');
  return {
    email: openEmail(ground, row),
    account: {
      made: row.created_at,
      passwordChosen: row.password_set_at,
      firstLogIn: row.first_log_in_at,
      firstSecurityKey: row.first_key_at,
      emailOfAlerts: row.mail_alerts === 1,
      quietHours: quietOf(row),
      schools: places.map(({ schoolId }) => schools.get(schoolId) ?? ''),
    },
    sessions: sessions.map((one) => ({
      school: schools.get(one.school_id) ?? '',
      browser: one.browser,
      begun: one.created_at,
      lastActive: one.active_at,
      passwordTyped: one.password_at,
      ended: one.ended_at,
    })),
    knownBrowsers: browsers.map((one) => ({ lastSeen: one.seen_at, lastFullAccess: one.elevated_at })),
    securityKeys: keys.map((one) => ({
      kind: one.kind,
      name: keyCells.open(one.id, 'name', one.name),
      made: one.created_at,
      saved: one.saved_at,
      lastUsed: one.last_used_at,
      countsFrom: one.counts_from,
      removed: one.removed_at,
    })),
    recoveryCodesLeft: left,
    linkedAccounts: await readKeptLinks(ground, accountId),
    offers: await readKeptOffers(read, { id: accountId, emailIndex: row.email_index }, schools),
    trust: await readKeptTrust(read, accountId),
    passwordLinks: links.map((one) => ({ made: one.created_at, expires: one.expires_at, used: one.used_at })),
  };
}

async function readSchoolNames(reader: Reader, ground: Ground): Promise<ReadonlyMap<string, string>> {
  const rows = await reader('schools').select('id', 'name');
  return new Map(
    rows.map(({ id, name }) => [id, cellsOf(ground.keys, id, 'schools').need(id, 'name', name)]),
  );
}
