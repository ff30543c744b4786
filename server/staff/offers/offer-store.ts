import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Reader, Transaction } from '../../storage/database';
import { hashToken, newToken } from '../tokens';

/** A membership that is offered and not accepted. */
export interface OpenOffer {
  readonly schoolId: string;
  readonly staffId: string;
  /** The accounts' blind index of the address that it was offered to. */
  readonly emailIndex: string;
  /** Of the mailed link by which it is answered; absent for whoever is logged in. */
  readonly tokenHash?: string;
}

/** Notes that a school offers somebody a membership; an earlier offer, and its mails, count no more. */
export async function insertOffer(trx: Transaction, offer: OpenOffer, at: string): Promise<void> {
  await trx('membership_offers')
    .insert({
      school_id: offer.schoolId,
      staff_id: offer.staffId,
      email_index: offer.emailIndex,
      offered_at: at,
      mailed_at: null,
      token_hash: null,
      expires_at: null,
      decided_at: null,
    })
    .onConflict(['school_id', 'staff_id'])
    .merge();
}

/** The offers of people who have not left, and have neither accepted nor declined. */
function open(reader: Reader) {
  return reader('membership_offers as o')
    .join('staff as s', (on) => on.on('s.school_id', 'o.school_id').andOn('s.id', 'o.staff_id'))
    .where('s.offer', 'open')
    .whereNull('s.disabled_at');
}

/** Which schools ask whoever has this address to join, and since when (ISO 8601, UTC), oldest first. */
export async function readOffers(
  reader: Reader,
  emailIndex: string,
): Promise<{ schoolId: string; offeredAt: string }[]> {
  const rows = await open(reader)
    .where('o.email_index', emailIndex)
    .orderBy('o.offered_at')
    .select<{ school_id: string; offered_at: string }[]>('o.school_id', 'o.offered_at');
  return rows.map((row) => ({ schoolId: row.school_id, offeredAt: row.offered_at }));
}

/** The offer of one school to an address, or null. */
export async function findOpenOffer(
  reader: Reader,
  schoolId: string,
  emailIndex: string,
): Promise<OpenOffer | null> {
  const row = await open(reader)
    .where({ 'o.school_id': schoolId, 'o.email_index': emailIndex })
    .first<{ staff_id: string } | undefined>('o.staff_id');
  return row ? { schoolId, staffId: row.staff_id, emailIndex } : null;
}

/** The offer that a mailed link stands for, at the school whose address was opened. Looking does not use it up. */
export async function findMailedOffer(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  token: string,
): Promise<OpenOffer | null> {
  const tokenHash = hashToken(token);
  const row = await open(reader)
    .where({ 'o.school_id': schoolId, 'o.token_hash': tokenHash })
    .where('o.expires_at', '>', timeStamp(ground.clock))
    .first<{ staff_id: string; email_index: string } | undefined>('o.staff_id', 'o.email_index');
  return row ? { schoolId, staffId: row.staff_id, emailIndex: row.email_index, tokenHash } : null;
}

/** Makes the link of a mail about an offer, good for `life` milliseconds, and opens a declined one again. */
export async function renewOffer(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId }: Pick<OpenOffer, 'schoolId' | 'staffId'>,
  life: number,
): Promise<string> {
  const token = newToken();
  await trx('membership_offers')
    .where({ school_id: schoolId, staff_id: staffId })
    .update({
      token_hash: hashToken(token),
      mailed_at: timeStamp(ground.clock),
      expires_at: timeStamp(ground.clock, life),
      decided_at: null,
    });
  await trx('staff').where({ school_id: schoolId, id: staffId, offer: 'declined' }).update({ offer: 'open' });
  return token;
}

/**
 * Settles an offer once. `accountId`: who accepted, null for a refusal. @returns false when it was settled meanwhile,
 * made to another address, or mailed anew; the caller's transaction must then end with a problem
 */
export async function settleOffer(
  trx: Transaction,
  { schoolId, staffId, emailIndex, tokenHash }: OpenOffer,
  accountId: string | null,
  at: string,
): Promise<boolean> {
  const settled = await trx('staff')
    .where({ school_id: schoolId, id: staffId, offer: 'open', disabled_at: null })
    .update(
      accountId === null ? { offer: 'declined' } : { offer: null, account_id: accountId, joined_at: at },
    );
  if (settled !== 1) return false;
  // What was read outside this transaction must stand still. The staff row is locked by now, as by whoever corrects it.
  const stood = await trx('membership_offers')
    .where({ school_id: schoolId, staff_id: staffId, email_index: emailIndex })
    .where(tokenHash === undefined ? {} : { token_hash: tokenHash })
    .update({ decided_at: at, token_hash: null, expires_at: null });
  return stood === 1;
}
