import {
  createDraft,
  createUnconfirmedDraft,
  listDrafts,
  openDraft,
  saveDraft,
  saveOwnDraft,
  type OpenDraft,
} from '../../sealing/drafts';
import type { SendResult } from '../../sealing/send-draft';
import { unlocked as words } from '../../strings/record';
import type { Unlocked } from '../../unlock/unlocked';
import type { ConcernBody } from '../../../protocol/concern-body';
import { emptyContent, readContent, type RecordContent } from './record-content';
import { settleWhen } from './when';

/** Who writes: the unlocked person, or null with the name as typed. */
export interface Author {
  unlocked: Unlocked | null;
  name: string;
}

/** What the form opens with. */
export interface Opened {
  draft: OpenDraft | null;
  content: RecordContent;
  /** a draft from earlier, or one that was asked for and is not here any more */
  notice: 'continued' | 'gone' | null;
}

/**
 * The draft that an address means: the one it names, else the person's newest, else a new one.
 * @param asked its id; `new`: none of those that are here; null: whichever was touched last
 * @param now device clock, ms
 */
export async function openFor(unlocked: Unlocked, asked: string | null, now: number): Promise<Opened> {
  if (asked === 'new') return { draft: null, content: emptyContent, notice: null };
  const named = asked !== null;
  const draft = named ? await openDraft(unlocked, asked) : await newestDraft(unlocked);
  const content = draft && readContent(draft.content);
  if (!content) return { draft: null, content: emptyContent, notice: named ? 'gone' : null };
  const when = settleWhen(content.when, content.startedAt, now);
  return { draft, content: { ...content, when }, notice: 'continued' };
}

async function newestDraft(unlocked: Unlocked): Promise<OpenDraft | null> {
  return (await listDrafts(unlocked)).drafts[0] ?? null;
}

/** Writes the form to the disk, encrypted; without a draft it begins one. @throws when it is not on the disk */
export async function writeDraft(
  author: Author,
  draft: OpenDraft | null,
  content: unknown,
): Promise<OpenDraft> {
  const { unlocked } = author;
  if (unlocked) return draft ? saveOwnDraft(unlocked, draft, content) : createDraft(unlocked, content);
  const name = nameOf(author);
  if (!draft) return createUnconfirmedDraft(name, content);
  const writer = { author: { unconfirmed: name }, authorKeyId: null, authorKey: null };
  return saveDraft(writer, null, draft, content);
}

/** Fetches what seals, once the form can be used: the first keystroke needs it (envelope.md, Parked drafts). */
export async function loadSealing() {
  return import('../../sealing/send-draft');
}

/** Seals the concern and puts it into the outbox in the place of its draft. @throws what `sendDraft` throws */
export async function sendRecord(
  author: Author,
  draft: OpenDraft,
  body: ConcernBody,
  content: RecordContent,
): Promise<SendResult> {
  const { sendDraft, sendUnconfirmed } = await loadSealing();
  if (author.unlocked) return sendDraft(author.unlocked, draft, body, content, await filesOf(content));
  return sendUnconfirmed(nameOf(author), draft, body, content);
}

/** The files that lie on this device; one that was chosen on another one is shown as missing there. */
async function filesOf({ files }: RecordContent): Promise<RecordContent['files']> {
  if (files.length === 0) return files;
  const { filesHere } = await import('../../../offline/vault/files');
  const here = await filesHere(files.map(({ fileId }) => fileId));
  return files.filter(({ fileId }) => here.has(fileId));
}

/** The text of a record for the clipboard, when it can be kept nowhere else. */
export function asText(content: RecordContent): string {
  const children = content.pupils.map((one) =>
    one.kind === 'listed' ? one.pupil.name : one.description.trim(),
  );
  return [children.join(', '), content.text, content.others]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

function nameOf(author: Author): string {
  const name = author.name.trim();
  return name === '' ? words.noNameYet : name;
}
