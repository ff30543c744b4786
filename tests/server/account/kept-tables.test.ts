import { expect, test } from 'vitest';
import { keptSchema } from '../../../protocol/own-account';
import type { Database } from '../../../server/storage/database';
import { openHouse } from '../house';

/** Where a table that names accounts stands in "What Heed keeps about you". */
const told: Readonly<Record<string, keyof typeof keptSchema.entries>> = {
  accounts: 'account',
  sessions: 'sessions',
  security_keys: 'securityKeys',
  recovery_codes: 'recoveryCodesLeft',
  links: 'passwordLinks',
  known_browsers: 'knownBrowsers',
  staff: 'person',
  provider_identities: 'linkedAccounts',
  membership_offers: 'offers',
  trust_administrators: 'trust',
};

/** Tables that name accounts and are not told, each with its reason. */
const untold: Readonly<Record<string, string>> = {
  passkey_challenges: 'a random number that a passkey answers within minutes, and then nothing',
  site_changes: 'the ticket of one step from one school to another, good for minutes and once',
};

/** Tables with a column that says whose account it is: its id, or the index of its address. */
async function tablesOfAccounts({ dialect, read }: Database): Promise<string[]> {
  const sql =
    dialect === 'postgres'
      ? `select distinct table_name as name from information_schema.columns
         where table_schema = 'public' and column_name in ('account_id', 'email_index')`
      : `select distinct t.name as name from sqlite_master t, pragma_table_info(t.name) c
         where t.type = 'table' and c.name in ('account_id', 'email_index')`;
  const found = await read.raw<{ name: string }[] | { rows: { name: string }[] }>(sql);
  return (Array.isArray(found) ? found : found.rows).map(({ name }) => name).sort();
}

test('every table that names accounts is told to its person, or is left out for a reason', async () => {
  const { ground } = await openHouse({ plan: null });
  const named = [...Object.keys(told), ...Object.keys(untold)].sort();
  expect(await tablesOfAccounts(ground.database)).toEqual(named);
  for (const field of Object.values(told)) expect(Object.keys(keptSchema.entries)).toContain(field);
});
