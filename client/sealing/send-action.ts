import { newStanding } from '../../offline/outbox/policy';
import { announceOutboxChange } from '../../offline/outbox/changes';
import { makeOwnerMark } from '../../offline/outbox/records';
import { addToOutbox } from '../../offline/outbox/store';
import type { NewAction } from '../../protocol/concern-actions';
import type { Concern } from '../../protocol/concerns';
import { instant, newLineageId } from '../../protocol/identifiers';
import { currentSession } from '../contexts/session';
import type { Unlocked } from '../unlock/unlocked';
import { writerOf } from './drafts';
import { deliverSoon } from './keep-delivering';
import { sealRecord } from './seal-record';

/** The concern that an action is for, with the school's word that it was open here. */
export type ConcernHere = Pick<Concern, 'id' | 'reference'> & { readonly pass: string };

/**
 * Sends an action to which no answer came: signed and sealed as a record is, then durably in the outbox. It carries the
 * id under which it was sent before, so that the school has it once.
 * @returns id of its envelope
 * @throws RecordTooLong, NotEnrolled, or what the vault throws: nothing waits, its words are still in the dialog
 */
export async function sendAction(
  unlocked: Unlocked,
  { id: concernId, reference, pass }: ConcernHere,
  { actionId, kind, text, happenedAt, agencyId, due, alert }: Omit<NewAction, 'files'>,
): Promise<string> {
  const lineageId = newLineageId();
  const { envelopeId, digest, createdAt, bytes } = await sealRecord({
    kind: 'action',
    lineageId,
    revision: 1,
    writer: writerOf(unlocked),
    body: {
      concernId,
      actionId,
      pass,
      kind,
      text,
      ...(happenedAt === null ? {} : { happenedAt }),
      ...(agencyId === null ? {} : { agencyId }),
      ...(due === null ? {} : { due }),
      ...(alert.staff.length + alert.groups.length === 0 ? {} : { alert }),
      writtenAt: instant(Date.now() + currentSession().skew),
    },
  });
  const mark = { sentAt: createdAt, acted: { actionId, concernId, reference } };
  const row = {
    ...newStanding(),
    envelopeId,
    lineageId,
    kind: 'action',
    digest,
    byteLength: bytes.length,
    createdAt,
    ownerMark: await makeOwnerMark(unlocked.unlockKey, mark),
  } as const;
  await addToOutbox(row, bytes.buffer, null);
  announceOutboxChange();
  deliverSoon();
  return envelopeId;
}
