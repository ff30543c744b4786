import type { Kept } from '../../protocol/own-account';
import type { StaffActor } from '../access/actor';
import type { Reader } from '../storage/database';

/** A closed list: what is not here is not told, however an audit row may be called one day. */
const told = [
  'session.begun',
  'session.ended',
  'session.password-again',
  'password.chosen',
  'password.changed',
  'link.mailed',
  'passwords.guessed',
  'elevation.begun',
  'elevation.ended',
  'security-key.begun',
  'security-key.added',
  'security-key.removed',
  'security-key.copied',
  'recovery-codes.renewed',
  'codes.guessed',
  'account.details-changed',
  'account.kept-downloaded',
] as const;

/**
 * This person's own log-ins, passwords and keys out of the audit: what they did to what is theirs, and what nobody in
 * particular did to them. What a colleague did stays the school's to tell.
 */
export async function readKeptAudit(reader: Reader, actor: StaffActor): Promise<Kept['audit']> {
  const { schoolId, staffId, accountId } = actor;
  const keys = await reader('security_keys').where({ account_id: accountId }).pluck('id');
  const own = new Set([`staff:${staffId}`, ...keys.map((id) => `security-key:${id}`)]);
  const rows = await reader('audit')
    .where({ school_id: schoolId })
    .whereIn('what', told)
    .whereIn('actor', [staffId, 'anybody'])
    .orderBy('seq')
    .select('at', 'what', 'actor', 'object');
  return rows
    .filter((row) => own.has(row.object) || (row.actor === staffId && row.object.startsWith('session:')))
    .map(({ at, what }) => ({ at, what }));
}
