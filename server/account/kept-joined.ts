import type { Kept } from '../../protocol/own-account';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { ACCOUNTS } from '../storage/key-ring';

type SchoolNames = ReadonlyMap<string, string>;

/** Accounts at providers with the address there; what tells a provider's accounts apart is an index, and stays here. */
export async function readKeptLinks(ground: Ground, accountId: string): Promise<Kept['linkedAccounts']> {
  const rows = await ground.database
    .read('provider_identities')
    .where({ account_id: accountId })
    .orderBy('linked_at');
  const cells = cellsOf(ground.keys, ACCOUNTS, 'provider_identities');
  return rows.map((row) => ({
    provider: row.provider,
    address: cells.need(row.id, 'address', row.address),
    linked: row.linked_at,
    lastUsed: row.last_used_at,
    removed: row.removed_at,
  }));
}

/** Memberships that schools offered to this address, or that became this account's. */
export async function readKeptOffers(
  reader: Reader,
  account: { id: string; emailIndex: string },
  schools: SchoolNames,
): Promise<Kept['offers']> {
  const rows = await reader('membership_offers as o')
    .join('staff as s', (on) => on.on('s.school_id', 'o.school_id').andOn('s.id', 'o.staff_id'))
    .where((own) => own.where('o.email_index', account.emailIndex).orWhere('s.account_id', account.id))
    .orderBy('o.offered_at')
    .select<
      {
        school_id: string;
        offered_at: string;
        mailed_at: string | null;
        expires_at: string | null;
        decided_at: string | null;
        offer: string | null;
      }[]
    >('o.school_id', 'o.offered_at', 'o.mailed_at', 'o.expires_at', 'o.decided_at', 's.offer');
  return rows.map((row) => ({
    school: schools.get(row.school_id) ?? '',
    offered: row.offered_at,
    mailed: row.mailed_at,
    expires: row.expires_at,
    decided: row.decided_at,
    accepted: row.decided_at === null ? null : row.offer === null,
  }));
}

/** Whether this person may set up further sites of the server. */
export async function readKeptTrust(reader: Reader, accountId: string): Promise<Kept['trust']> {
  const row = await reader('trust_administrators').where({ account_id: accountId }).first();
  return row ? { from: row.created_at, until: row.ended_at } : null;
}
