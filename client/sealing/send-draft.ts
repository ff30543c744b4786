import { makeOwnerMark } from '../../offline/outbox/records';
import type { Attachment, ConcernBody } from '../../protocol/payload';
import type { Unlocked } from '../unlock/unlocked';
import type { FileOfDraft } from './draft-files';
import { saveDraft, writerOf, type OpenDraft } from './drafts';
import { deliverSoon } from './keep-delivering';
import { sealRecord, submitRecord, type Writer } from './seal-record';

/** What came of "Send". */
export type SendResult =
  /** sealed and on the disk: the screen may say "Waiting on this tablet" */
  | { kind: 'sent'; envelopeId: string }
  /** another tab changed or sent this draft meanwhile: this text is kept as a second draft of the same lineage */
  | { kind: 'second-draft'; draft: OpenDraft };

/** The parked envelope of a lineage is its first sealing, the concern its second. */
const CONCERN_REVISION = 2;

/** What one draft comes to. */
interface RecordToSend {
  body: ConcernBody;
  /** what is kept as a draft, should another tab have been faster */
  content: unknown;
  files: readonly FileOfDraft[];
}

/** As a record names it: nothing beside what its schema says. */
function attachmentOf({ sha256, size, key, name, type }: FileOfDraft): Attachment {
  return { sha256, size, key, name, type };
}

const idsOf = (files: readonly FileOfDraft[]) => files.map(({ fileId }) => fileId);

/** A double tap is one Send: the second gets the answer of the first. */
const sending = new Map<string, Promise<SendResult>>();

/**
 * Sends a draft: signs and seals first, then one durable transaction puts the envelope into the outbox and deletes
 * the draft with its key (envelope.md, Submitting).
 * @param content what is kept as a draft, should another tab have been faster
 * @param files that lie here sealed: their chunks go after the words
 * @throws RecordTooLong, NotEnrolled, or what the vault throws: the draft is still there, nothing was sent
 */
export function sendDraft(
  unlocked: Unlocked,
  draft: OpenDraft,
  body: ConcernBody,
  content: unknown,
  files: readonly FileOfDraft[] = [],
): Promise<SendResult> {
  return sendAs(writerOf(unlocked), unlocked.unlockKey, draft, { body, content, files });
}

/**
 * Sends a record made without unlocking: unsigned, so it arrives as "author not confirmed" and alerts the leads.
 * @param name as typed
 */
export function sendUnconfirmed(
  name: string,
  draft: OpenDraft,
  body: ConcernBody,
  content: unknown,
): Promise<SendResult> {
  const writer = { author: { unconfirmed: name }, authorKeyId: null, authorKey: null };
  return sendAs(writer, null, draft, { body, content, files: [] });
}

function sendAs(
  writer: Writer,
  unlockKey: CryptoKey | null,
  draft: OpenDraft,
  record: RecordToSend,
): Promise<SendResult> {
  const running = sending.get(draft.draftId);
  if (running) return running;
  const result = send(writer, unlockKey, draft, record);
  sending.set(draft.draftId, result);
  const again = () => sending.delete(draft.draftId);
  result.then(({ kind }) => kind !== 'sent' && again(), again);
  return result;
}

async function send(
  writer: Writer,
  unlockKey: CryptoKey | null,
  draft: OpenDraft,
  { body, content, files }: RecordToSend,
): Promise<SendResult> {
  const { draftId, lineageId, revision } = draft;
  const attachments = files.map(attachmentOf);
  const record = {
    kind: 'concern',
    lineageId,
    revision: CONCERN_REVISION,
    writer,
    body,
    attachments,
  } as const;
  const sealed = await sealRecord(record);
  const mark = unlockKey && (await makeOwnerMark(unlockKey, { sentAt: sealed.createdAt }));
  if ((await submitRecord(sealed, lineageId, mark, { draftId, revision }, idsOf(files))) === 'kept') {
    deliverSoon();
    return { kind: 'sent', envelopeId: sealed.envelopeId };
  }
  return { kind: 'second-draft', draft: await saveDraft(writer, unlockKey, draft, content) };
}
