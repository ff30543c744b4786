import { dropPersonRow, readPersonRow } from '../../offline/vault/people';
import { countTexts } from '../../offline/vault/practice';
import { deliverNow } from '../sealing/keep-delivering';
import type { DeviceCalls } from './device-calls';
import { forgetPasskey } from './passkey';

/** What removing a person would delete: only what was never sent. */
export async function draftsLostWith(authorKeyId: string): Promise<number> {
  return countTexts(authorKeyId);
}

/**
 * Takes a person off this device. What is sealed stays in the outbox and is sent; drafts are lost only when
 * `agreedToLose` is at least how many there are, which the person has been shown.
 * @param calls null without a session of that person: the school then hears of it when they next log in here
 * @returns `has-drafts` when more would be lost than was agreed to: nothing was done
 */
export async function removePerson(
  authorKeyId: string,
  agreedToLose: number,
  calls: Pick<DeviceCalls, 'leaveDevice'> | null,
): Promise<'removed' | 'has-drafts'> {
  if ((await draftsLostWith(authorKeyId)) > agreedToLose) return 'has-drafts';
  const row = await readPersonRow(authorKeyId);
  await deliverNow();
  if (row && calls) await calls.leaveDevice({ id: row.deviceId, authorKeyId }).catch(() => undefined);
  await dropPersonRow(authorKeyId);
  if (row?.passkey) await forgetPasskey(row.passkey.credentialId);
  return 'removed';
}
