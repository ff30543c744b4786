import { listOwnRecords } from '../../../offline/outbox/records';
import { listDraftRows } from '../../../offline/vault/drafts';
import type { Unlocked } from '../../unlock/unlocked';
import type { OwnHere } from './after-unlock';

/**
 * What is the unlocked person's own on this device; nothing of what cannot be read.
 * @param withSent whether it matters which records they have sent: each one's mark has to be opened for that
 */
export async function readOwnHere({ person, unlockKey }: Unlocked, withSent: boolean): Promise<OwnHere> {
  const [drafts, records] = await Promise.all([
    listDraftRows(person.authorKeyId).catch(() => []),
    withSent ? listOwnRecords(unlockKey).catch(() => []) : [],
  ]);
  return { drafts, sent: new Set(records.map(({ envelopeId }) => envelopeId)) };
}
