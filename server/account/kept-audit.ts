import type { Kept } from '../../protocol/own-account';
import type { StaffActor } from '../access/actor';
import type { Reader } from '../storage/database';

/** A closed list: what is not here is not told, however an audit row may be called one day. */
const told = [
  'session.begun',
  'session.ended',
  'session.password-again',
  'session.proved-again',
  'password.chosen',
  'password.changed',
  'link.mailed',
  'passwords.guessed',
  'sign-in.linked',
  'sign-in.removed',
  'sign-in.refused',
  'membership.accepted',
  'membership.declined',
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

/** What takes somebody else, and what this person was mailed of each time. It is told without who that was. */
const decided = ['security-key.confirmed', 'security-key.refused'] as const;

/** Whose objects are always those of whoever does it. */
const ownDeeds = ['session:', 'sign-in:'] as const;

/**
 * This person's own log-ins, passwords and keys out of the audit: what they did to what is theirs, what nobody in
 * particular did to them, and whether a key of theirs was confirmed. What else a colleague did stays the school's to
 * tell.
 */
export async function readKeptAudit(reader: Reader, actor: StaffActor): Promise<Kept['audit']> {
  const { schoolId, staffId, accountId } = actor;
  const keys = await reader('security_keys').where({ account_id: accountId }).pluck('id');
  const own = new Set([`staff:${staffId}`, ...keys.map((id) => `security-key:${id}`)]);
  const rows = await reader('audit')
    .where({ school_id: schoolId })
    .where((one) =>
      one
        .where((own) => own.whereIn('what', told).whereIn('actor', [staffId, 'anybody']))
        .orWhereIn('what', decided),
    )
    .orderBy('seq')
    .select('at', 'what', 'actor', 'object');
  const did = (row: { actor: string; object: string }) =>
    row.actor === staffId && ownDeeds.some((kind) => row.object.startsWith(kind));
  return rows.filter((row) => own.has(row.object) || did(row)).map(({ at, what }) => ({ at, what }));
}
