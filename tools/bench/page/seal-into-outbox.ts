import { writerOf } from '../../../client/sealing/drafts';
import { sealRecord } from '../../../client/sealing/seal-record';
import type { Unlocked } from '../../../client/unlock/unlocked';
import { makeOwnerMark } from '../../../offline/outbox/records';
import { newStanding } from '../../../offline/outbox/policy';
import { addToOutbox } from '../../../offline/outbox/store';
import { newLineageId } from '../../../protocol/identifiers';
import type { ConcernBody } from '../../../protocol/payload';

/** One concern signed, sealed and durably in the outbox, as "Send" leaves it; there never was a draft. */
export async function sealIntoOutbox(unlocked: Unlocked, body: ConcernBody): Promise<void> {
  const lineageId = newLineageId();
  const writer = writerOf(unlocked);
  const sealed = await sealRecord({ kind: 'concern', lineageId, revision: 2, writer, body });
  const { envelopeId, digest, createdAt, bytes } = sealed;
  const ownerMark = await makeOwnerMark(unlocked.unlockKey, { sentAt: createdAt });
  const row = {
    ...newStanding(),
    envelopeId,
    lineageId,
    digest,
    createdAt,
    ownerMark,
    byteLength: bytes.length,
  };
  await addToOutbox({ ...row, kind: 'concern' }, bytes.buffer, null);
}
