import { dropPractice, listPractice, type PracticeDraft } from '../../sealing/practice-drafts';
import type { Unlocked } from '../../unlock/unlocked';
import { readContent } from '../record/record-content';
import { hasWords } from './words-typed';

/**
 * What this person wrote while practising and has not decided on. What has no words of theirs in it is deleted: there
 * is nothing to decide.
 */
export async function listKept(unlocked: Unlocked): Promise<PracticeDraft[]> {
  const drafts = await listPractice(unlocked);
  for (const draft of drafts) if (!isText(draft)) await dropPractice(draft);
  return drafts.filter(isText);
}

function isText({ content }: PracticeDraft): boolean {
  const read = readContent(content);
  return read !== null && hasWords(read);
}
