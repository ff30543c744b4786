import type { Reader } from '../../storage/database';
import type { AccountAtSchool } from '../account-store';
import { findOpenOffer } from './offer-store';

/**
 * Who an account is on one school's staff: a member, or somebody whom the school asks to join, for whom a forgotten
 * password must not stand in the way; null otherwise. It gives no right here.
 */
export async function personHere(
  reader: Reader,
  schoolId: string,
  account: AccountAtSchool,
): Promise<string | null> {
  if (account.staff_id !== null) return account.staff_id;
  return (await findOpenOffer(reader, schoolId, account.email_index))?.staffId ?? null;
}
