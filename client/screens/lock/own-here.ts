import { listOwnRecords } from '../../../offline/outbox/records';
import { listDraftRows } from '../../../offline/vault/drafts';
import type { Unlocked } from '../../unlock/unlocked';
import { listKept } from '../practice/kept';
import type { OwnHere } from './after-unlock';

/**
 * What is the unlocked person's own on this device; nothing of what cannot be read.
 * @param withSent whether it matters which records they have sent: each one's mark has to be opened for that
 */
export async function readOwnHere(unlocked: Unlocked, withSent: boolean): Promise<OwnHere> {
  const { person, unlockKey } = unlocked;
  const [drafts, kept, records] = await Promise.all([
    listDraftRows(person.authorKeyId).catch(() => []),
    listKept(unlocked).catch(() => []),
    withSent ? listOwnRecords(unlockKey).catch(() => []) : [],
  ]);
  return { drafts, practice: kept.length > 0, sent: new Set(records.map(({ envelopeId }) => envelopeId)) };
}
