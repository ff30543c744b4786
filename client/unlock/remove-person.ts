import { listAdditionRows } from '../../offline/vault/additions';
import { listDraftRows } from '../../offline/vault/drafts';
import { dropPersonRow, readPersonRow } from '../../offline/vault/people';
import { listPracticeRows } from '../../offline/vault/practice';
import { deliverNow } from '../sealing/keep-delivering';
import type { DeviceCalls } from './device-calls';
import { forgetPasskey } from './passkey';

/** What a person leaves here and never sent: drafts, what they wrote for practice, what they began to add to records. */
export interface TextsLeft {
  drafts: number;
  practice: number;
  additions: number;
}

export async function textsLeftBy(authorKeyId: string): Promise<TextsLeft> {
  const [drafts, practice, additions] = await Promise.all([
    listDraftRows(authorKeyId),
    listPracticeRows(authorKeyId),
    listAdditionRows(authorKeyId),
  ]);
  return { drafts: drafts.length, practice: practice.length, additions: additions.length };
}

/**
 * Takes a person off this device. What is sealed stays in the outbox and is sent; drafts go to the school as they lie,
 * where their author goes on with them.
 * @param calls null without a session of that person: the school then hears of it when they next log in here
 */
export async function removePerson(
  authorKeyId: string,
  calls: Pick<DeviceCalls, 'leaveDevice'> | null,
): Promise<void> {
  const row = await readPersonRow(authorKeyId);
  await deliverNow();
  if (row && calls) await calls.leaveDevice({ id: row.deviceId, authorKeyId }).catch(() => undefined);
  await dropPersonRow(authorKeyId);
  if (row?.passkey) await forgetPasskey(row.passkey.credentialId);
  const { parkNow } = await import('../sealing/keep-parking');
  void parkNow();
}
