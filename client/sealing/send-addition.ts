import { announceOutboxChange } from '../../offline/outbox/changes';
import { newStanding } from '../../offline/outbox/policy';
import { makeOwnerMark } from '../../offline/outbox/records';
import { sendAdditionRow } from '../../offline/vault/additions';
import { instant } from '../../protocol/identifiers';
import type { Unlocked } from '../unlock/unlocked';
import type { OpenAddition } from './additions';
import { writerOf } from './drafts';
import { deliverSoon } from './keep-delivering';
import { sealRecord } from './seal-record';

/** Its lineage was sealed as a draft and as a record before. */
const ADDITION_REVISION = 3;

/**
 * Sends what was added to a record: signs and seals first, then one durable transaction puts the envelope into the outbox
 * and deletes what was begun.
 * @returns false when another tab changed or sent it meanwhile: nothing was sent from here
 * @throws RecordTooLong, NotEnrolled, or what the vault throws: what was begun is still there
 */
export async function sendAddition(
  unlocked: Unlocked,
  addition: OpenAddition,
  lineageId: string,
): Promise<boolean> {
  const { recordId, text, draftId: additionId, revision } = addition;
  const { envelopeId, digest, createdAt, bytes } = await sealRecord({
    kind: 'addendum',
    lineageId,
    revision: ADDITION_REVISION,
    writer: writerOf(unlocked),
    body: { recordId, text, sentAt: instant(Date.now()) },
  });
  const row = {
    ...newStanding(),
    envelopeId,
    lineageId,
    kind: 'addendum',
    digest,
    byteLength: bytes.length,
    createdAt,
    ownerMark: await makeOwnerMark(unlocked.unlockKey, { sentAt: createdAt, addsTo: recordId }),
  } as const;
  const sent = await sendAdditionRow(row, bytes.buffer, { additionId, revision });
  if (sent) {
    announceOutboxChange();
    deliverSoon();
  }
  return sent;
}
