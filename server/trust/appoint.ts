import { appendAudit, type AuditEntry } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { listMemberships } from '../staff/memberships';
import { emailIndex, openEmail } from '../staff/account-store';
import { mailStaff } from '../staff/mail-staff';
import type { Transaction } from '../storage/database';
import type { AccountRow } from '../storage/rows/accounts';

/** A sentence for whoever typed the command. */
export class TrustFault extends Error {}

const usage = 'Write: trust add ADDRESS, trust end ADDRESS, or trust list.';

/**
 * `trust add ADDRESS | end ADDRESS | list`: who may set up further sites. Only at the shell, by whoever runs the
 * server; it opens no record of any school. The person is mailed, and it stands in the audit of each of their schools.
 * @returns what to say @throws TrustFault
 */
export async function appointFromShell(ground: Ground, words: readonly string[]): Promise<string> {
  const [verb, address] = words;
  if (verb === 'list') return listAppointed(ground);
  if ((verb !== 'add' && verb !== 'end') || !address) throw new TrustFault(usage);
  const index = emailIndex(ground.keys, address);
  const account = await ground.database.read('accounts').where({ email_index: index }).first('id');
  const memberships = account ? await listMemberships(ground.database.read, account.id) : [];
  if (!account || memberships.length === 0)
    throw new TrustFault(`Nobody of a school on this server has the address ${address}.`);
  await ground.database.write((trx) => appoint(trx, ground, { verb, accountId: account.id, memberships }));
  return verb === 'add'
    ? `${address} may set up sites of this server, after elevating: Sites on the dashboard.`
    : `${address} may set up no more sites.`;
}

type Membership = Awaited<ReturnType<typeof listMemberships>>[number];

async function appoint(
  trx: Transaction,
  ground: Ground,
  given: { verb: 'add' | 'end'; accountId: string; memberships: readonly Membership[] },
): Promise<void> {
  const { verb, accountId, memberships } = given;
  const at = timeStamp(ground.clock);
  const ended_at = verb === 'add' ? null : at;
  await trx('trust_administrators')
    .insert({ account_id: accountId, created_at: at, ended_at })
    .onConflict('account_id')
    .merge({ ended_at });
  for (const { schoolId, staffId } of memberships) {
    await mailStaff(trx, ground, schoolId, [staffId], () => ({
      template: 'trust-change',
      more: { step: verb },
      once: `trust-${verb}:${accountId}:${at}`,
    }));
  }
  const entries = memberships.map(
    ({ schoolId, staffId }): AuditEntry => ({
      schoolId,
      at,
      actor: 'shell',
      what: verb === 'add' ? 'trust.appointed' : 'trust.ended',
      object: `staff:${staffId}`,
    }),
  );
  // One by one, each in its school's own chain; in the order of the ids, so that two commands never wait crosswise.
  for (const entry of entries.sort((a, b) => (a.schoolId < b.schoolId ? -1 : 1)))
    await appendAudit(trx, entry);
}

async function listAppointed(ground: Ground): Promise<string> {
  const accounts = await ground.database
    .read('accounts')
    .join('trust_administrators', 'trust_administrators.account_id', 'accounts.id')
    .whereNull('trust_administrators.ended_at')
    .select<Pick<AccountRow, 'id' | 'email'>[]>('accounts.id', 'accounts.email');
  if (accounts.length === 0) return 'Nobody may set up further sites. Begin with: trust add ADDRESS';
  return accounts.map((account) => openEmail(ground, account)).join('\n');
}
