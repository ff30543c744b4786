import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readStaffNames } from '../school/names';
import { homeOf } from '../staff/memberships';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import { ACCOUNTS } from '../storage/key-ring';
import type { SecurityKeyRow } from '../storage/rows/accounts';
import { markConfirmed, markRemoved, type HeldSecurityKey } from './key-store';
import { nameAt, noteAtSchools } from './note-at-schools';
import { mailKeyChange } from './notices';

type WaitingRow = Pick<SecurityKeyRow, 'id' | 'account_id' | 'name' | 'created_at'> & { staff_id: string };

/** A person's key that gives no full access until somebody else confirms it (access.md, "a stolen password"). */
export interface WaitingKey {
  readonly id: string;
  readonly staffId: string;
  readonly person: string;
  readonly keyName: string;
  readonly added: string;
  readonly mayDecide: boolean;
}

/** Keys that wait at one school, for people who belong to no other longer, oldest first, and which of them this person may decide. */
export async function listWaitingKeys(ground: Ground, actor: StaffActor): Promise<WaitingKey[]> {
  const reader = ground.database.read;
  const rows = await waiting(reader, actor.schoolId);
  const staffIds = rows.map((row) => row.staff_id);
  const names = await readStaffNames(reader, ground, actor.schoolId, staffIds);
  const cells = cellsOf(ground.keys, ACCOUNTS, 'security_keys');
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    person: names.get(row.staff_id)?.name ?? '',
    keyName: cells.open(row.id, 'name', row.name) ?? '',
    added: row.created_at,
    mayDecide: can(actor, 'key.decide', factsOf(actor.schoolId, row)),
  }));
}

/**
 * Another lead, or who administers staff, lets a late first key count or takes it away.
 * @throws problem 'not-found' for one's own key, for people of other schools, and where none waits
 */
export async function decideKey(
  ground: Ground,
  actor: StaffActor,
  id: string,
  decision: 'confirm' | 'refuse',
): Promise<void> {
  const { schoolId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const row = (await waiting(trx, schoolId)).find((one) => one.id === id);
    if (!row || !can(actor, 'key.decide', factsOf(schoolId, row))) throw problem('not-found');
    if (!(await settle(trx, { id, accountId: row.account_id }, decision, at))) throw problem('not-found');
    const whose = { schoolId, staffId: row.staff_id };
    await mailKeyChange(trx, ground, whose, decision === 'confirm' ? 'confirmed' : 'removed', id);
    await noteAtSchools(trx, { ...whose, accountId: row.account_id }, (one) => ({
      at,
      actor: nameAt(actor, one),
      what: decision === 'confirm' ? 'security-key.confirmed' : 'security-key.refused',
      object: `security-key:${id}`,
      facts: { staff: one.staffId },
    }));
  });
}

type Decided = Pick<HeldSecurityKey, 'id' | 'accountId'>;
const settle = (trx: Transaction, key: Decided, decision: 'confirm' | 'refuse', at: string) =>
  decision === 'confirm' ? markConfirmed(trx, key.id, 'person', at) : markRemoved(trx, key, at);

const factsOf = (schoolId: string, row: WaitingRow) =>
  ({ kind: 'waiting-key', schoolId, staffId: row.staff_id }) as const;

/**
 * Of a person of several schools only the one that they have belonged to longest lets a key count: a school that they
 * join later cannot open the records of the others with it.
 */
async function waiting(reader: Reader, schoolId: string): Promise<WaitingRow[]> {
  const rows = await reader('security_keys as k')
    .join('staff as s', 's.account_id', 'k.account_id')
    .where({ 's.school_id': schoolId, 'k.state': 'saved' })
    .whereNull('s.disabled_at')
    .whereNull('k.removed_at')
    .whereNull('k.counts_from')
    .orderBy('k.created_at')
    .select<WaitingRow[]>('k.id', 'k.account_id', 'k.name', 'k.created_at', 's.id as staff_id');
  const own = await Promise.all(
    rows.map(async (row) => (await homeOf(reader, row.account_id))?.schoolId === schoolId),
  );
  return rows.filter((_, at) => own[at]);
}
