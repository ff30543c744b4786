import { openJson, sealJson } from '../../offline/aes';
import { dropPracticeRow, listPracticeRows, putPracticeRow } from '../../offline/vault/practice';
import { newEnvelopeId } from '../../protocol/identifiers';
import type { Unlocked } from '../unlock/unlocked';
import { createDraft, type OpenDraft } from './drafts';

/**
 * What somebody writes while practising, kept under their own unlock key. It lies apart from the drafts: it has no
 * lineage, no key that the school could open and no parked envelope, so nothing can ever send it.
 */
export interface PracticeDraft {
  draftId: string;
  /** device clock, ms */
  updatedAt: number;
  content: unknown;
}

const cellOf = (practiceId: string): string => `practice\0${practiceId}`;

/** Keeps it, encrypted. @throws when it could not be written: the screen must say so */
export async function keepPractice(
  { person, unlockKey }: Unlocked,
  draft: PracticeDraft | null,
  content: unknown,
): Promise<PracticeDraft> {
  const practiceId = draft?.draftId ?? newEnvelopeId();
  const updatedAt = Date.now();
  const ciphertext = await sealJson(unlockKey, cellOf(practiceId), content);
  await putPracticeRow({ practiceId, authorKeyId: person.authorKeyId, updatedAt, ciphertext });
  return { draftId: practiceId, updatedAt, content };
}

/** What this person has not decided on yet, the last touched first; what cannot be opened stays where it is. */
export async function listPractice({ person, unlockKey }: Unlocked): Promise<PracticeDraft[]> {
  const rows = await listPracticeRows(person.authorKeyId);
  const read = await Promise.all(
    rows.map(({ practiceId, updatedAt, ciphertext }) =>
      openJson(unlockKey, cellOf(practiceId), ciphertext).then(
        (content): PracticeDraft => ({ draftId: practiceId, updatedAt, content }),
        () => null,
      ),
    ),
  );
  return read.filter((draft) => draft !== null);
}

/** Its author has said that it was practice. */
export async function dropPractice({ draftId }: PracticeDraft): Promise<void> {
  await dropPracticeRow(draftId);
}

/**
 * It was real: a real draft is made of it first, and only then the practice is deleted, so that nothing is lost between.
 * @param content what the real draft begins with
 * @throws what `createDraft` throws: the practice is still there
 */
export async function makeReal(
  unlocked: Unlocked,
  practice: PracticeDraft,
  content: unknown,
): Promise<OpenDraft> {
  const draft = await createDraft(unlocked, content);
  await dropPracticeRow(practice.draftId);
  return draft;
}
