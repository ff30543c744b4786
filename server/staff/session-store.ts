import type { Knex } from 'knex';
import type { KeyKind } from '../../protocol/fresh-proof';
import type { Reader, Transaction } from '../storage/database';
import type { SessionRow } from '../storage/rows/accounts';
import type { StaffRow } from '../storage/rows/school';

/** A session with what is known of its person, for one decision. */
export interface JoinedSession
  extends SessionRow,
    Pick<StaffRow, 'group_id' | 'disabled_at' | 'rights_ended'> {
  /** Security keys that were saved and not removed; some may still wait to be confirmed. */
  readonly saved_keys: number;
  readonly counting_keys: number;
  /** 1 for somebody who sets up sites of a trust. */
  readonly trust_rows: number;
}

/**
 * The sessions of one person at one school, with membership and number of keys, in one query. Only while the person is
 * of the account that logged in: whoever has another address by now is another account.
 */
function joined(reader: Reader, now: string): Knex.QueryBuilder {
  const keys = () =>
    reader('security_keys')
      .count('*')
      .where({ state: 'saved' })
      .whereNull('removed_at')
      .where('security_keys.account_id', reader.ref('sessions.account_id'));
  const trust = reader('trust_administrators')
    .count('*')
    .whereNull('ended_at')
    .where('trust_administrators.account_id', reader.ref('sessions.account_id'));
  return reader('sessions')
    .join('staff', (on) =>
      on
        .on('staff.school_id', 'sessions.school_id')
        .andOn('staff.id', 'sessions.staff_id')
        .andOn('staff.account_id', 'sessions.account_id'),
    )
    .select(
      'sessions.*',
      'staff.group_id',
      'staff.disabled_at',
      'staff.rights_ended',
      keys().as('saved_keys'),
      keys().where('counts_from', '<=', now).as('counting_keys'),
      trust.as('trust_rows'),
    );
}

type Counts = 'saved_keys' | 'counting_keys' | 'trust_rows';
/** As a driver answers it: PostgreSQL writes a count as text, since it may be larger than a number holds. */
type CountedText = Omit<JoinedSession, Counts> & Record<Counts, number | string>;

const counted = (row: CountedText | undefined): JoinedSession | null =>
  row
    ? {
        ...row,
        saved_keys: Number(row.saved_keys),
        counting_keys: Number(row.counting_keys),
        trust_rows: Number(row.trust_rows),
      }
    : null;

export async function findSessionByToken(
  reader: Reader,
  schoolId: string,
  tokenHash: string,
  now: string,
): Promise<JoinedSession | null> {
  const query = joined(reader, now).where({
    'sessions.token_hash': tokenHash,
    'sessions.school_id': schoolId,
  });
  return counted(await query.first<CountedText | undefined>());
}

export async function findSessionById(
  reader: Reader,
  id: string,
  now: string,
): Promise<JoinedSession | null> {
  return counted(await joined(reader, now).where({ 'sessions.id': id }).first<CountedText | undefined>());
}

export async function insertSession(
  trx: Transaction,
  row: Omit<SessionRow, 'elevated_at' | 'elevation_active_at' | 'ended_at'>,
): Promise<void> {
  await trx('sessions').insert(row);
}

/** Notes a person's activity; `elevated` also keeps full access alive, never one that has ended. */
export async function noteActivity(
  trx: Transaction,
  id: string,
  now: string,
  aliveSince: string | null,
): Promise<void> {
  const running = () => trx('sessions').where({ id }).whereNull('ended_at');
  await running().update({ active_at: now });
  if (aliveSince === null) return;
  await running()
    .whereNotNull('elevated_at')
    .where('elevation_active_at', '>', aliveSince)
    .update({ elevation_active_at: now });
}

/** Sessions that were not ended by anybody, newest first. */
export async function listOpenSessions(
  reader: Reader,
  whose:
    | { account_id: string }
    | { school_id: string; staff_id: string }
    | { token_hash: string }
    | { id: string },
): Promise<SessionRow[]> {
  return reader('sessions').where(whose).whereNull('ended_at').orderBy('created_at', 'desc');
}

/** The session that a log-in began, from which this one came; itself where it did. */
export const logInOf = ({ id, log_in_id }: Pick<SessionRow, 'id' | 'log_in_id'>): string => log_in_id ?? id;

/** Every open session of one log-in: the person may have gone on from it to other schools. */
export async function listSessionsOfLogIn(reader: Reader, session: SessionRow): Promise<SessionRow[]> {
  const logIn = logInOf(session);
  return reader('sessions')
    .where({ account_id: session.account_id })
    .where((one) => one.where({ id: logIn }).orWhere({ log_in_id: logIn }))
    .whereNull('ended_at')
    .orderBy('id');
}

/** Ends sessions, and with them the pushes to their browsers and the security keys that were only begun in them. */
export async function endSessions(
  trx: Transaction,
  sessions: readonly SessionRow[],
  now: string,
): Promise<void> {
  const ids = sessions.map((session) => session.id);
  await trx('sessions')
    .whereIn('id', ids)
    .update({ ended_at: now, elevated_at: null, elevation_active_at: null });
  await trx('push_subscriptions').whereIn('session_id', ids).delete();
  await trx('security_keys').whereIn('begun_in', ids).where({ state: 'pending' }).delete();
}

/** The password was typed again in this session; false when it was ended meanwhile. */
export async function notePassword(trx: Transaction, id: string, now: string): Promise<boolean> {
  const running = trx('sessions').where({ id }).whereNull('ended_at');
  return (await running.update({ password_at: now, active_at: now })) === 1;
}

/** Gives a session in which the password was just typed a new token; false when it was ended meanwhile. */
export async function renewSession(
  trx: Transaction,
  id: string,
  tokenHash: string,
  now: string,
): Promise<boolean> {
  const changed = await trx('sessions')
    .where({ id })
    .whereNull('ended_at')
    .update({ token_hash: tokenHash, password_at: now, active_at: now });
  return changed === 1;
}

/** Gives a session full access and a new token; false when it was ended meanwhile. */
export async function elevateSession(
  trx: Transaction,
  id: string,
  tokenHash: string,
  now: string,
): Promise<boolean> {
  const changed = await trx('sessions')
    .where({ id })
    .whereNull('ended_at')
    .update({ token_hash: tokenHash, elevated_at: now, elevation_active_at: now, active_at: now });
  return changed === 1;
}

/** Takes full access from one session, or from all others of an account. */
export async function dropElevation(
  trx: Transaction,
  which: { id: string } | { accountId: string; exceptId: string },
): Promise<void> {
  const sessions = trx('sessions').whereNotNull('elevated_at');
  const chosen =
    'id' in which
      ? sessions.where({ id: which.id })
      : sessions.where({ account_id: which.accountId }).whereNot({ id: which.exceptId });
  await chosen.update({ elevated_at: null, elevation_active_at: null });
}

/** Kinds of an account's keys that count now, each once. */
export async function listKeyKinds(reader: Reader, accountId: string, now: string): Promise<KeyKind[]> {
  return reader('security_keys')
    .where({ account_id: accountId, state: 'saved', removed_at: null })
    .where('counts_from', '<=', now)
    .distinct('kind')
    .orderBy('kind')
    .pluck<KeyKind[]>('kind');
}
