import * as v from 'valibot';
import { coveredWords } from '../../protocol/words/concern';
import { longDay } from '../alerts/absence/long-day';

const coversSchema = v.array(
  v.object({
    /** Where it begins and ends in the text as it was written, in UTF-16 code units. */
    start: v.number(),
    end: v.number(),
    /** When a lead covered it: yyyy-mm-dd on the school's wall. */
    on: v.string(),
    /** Which of the texts that lie in one row: the account, unless it says otherwise. */
    part: v.optional(v.string(), 'text'),
  }),
);
/** A passage of a text that a lead has covered. */
export type Cover = v.InferOutput<typeof coversSchema>[number];

/** @param sealed what stands beside a text, opened; null: nothing of it is covered */
export function readCovers(sealed: string | null): Cover[] {
  return sealed === null ? [] : v.parse(coversSchema, JSON.parse(sealed));
}

/**
 * A text as everybody reads it: in the place of each covered passage stand the same few words, however long it is. Leads
 * read the whole of it on demand (product.md section 3).
 */
export function coverText(text: string, all: readonly Cover[], part = 'text'): string {
  const covers = all.filter((cover) => cover.part === part);
  let shown = '';
  let from = 0;
  for (const { start, end, on } of covers.sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    // What overlaps the one before stands behind its words.
    if (start >= from) shown += `${text.slice(from, start)}${coveredWords.inPlace(longDay(on))}`;
    from = end;
  }
  return shown + text.slice(from);
}

/** What the name of a file is called among the texts of its concern. @param position its place among all files there */
export function partOfFile(position: number): string {
  return `file-${String(position)}`;
}
