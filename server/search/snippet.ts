import { wellFormed } from '../../protocol/canonical-json';
import type { Snippet } from '../../protocol/search';
import { fits, type Query } from './query';
import { foldWord, stemOf, wordsOf } from './words';

/** What is shown of a text, and of it before the first match, in UTF-16 code units. */
const LENGTH = 140;
const BEFORE = 40;

interface Part {
  readonly place: Snippet['place'];
  readonly text: string;
}
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The first of some texts that has a match, around it and with it marked; the first words where none has. */
export function snippetOf(parts: readonly Part[], query: Query): Snippet | null {
  for (const part of parts) {
    const marks = marksOf(part.text, query);
    const [first] = marks;
    if (first) return cut(part, marks, first.start);
  }
  const [first] = parts;
  return first ? cut(first, [], 0) : null;
}

/** Where the words and phrases of a query stand in a text. */
function marksOf(text: string, query: Query): Range[] {
  const words = [...wordsOf(text)].map(({ word, start, end }) => {
    const folded = foldWord(word);
    return { folded, stem: stemOf(folded), start, end };
  });
  const marked = new Set<number>();
  for (const term of query) {
    words.forEach(({ folded, stem }, at) => {
      if (term.kind === 'word') {
        if (fits(term, folded, stem)) marked.add(at);
      } else if (term.words.every((word, further) => words[at + further]?.folded === word)) {
        term.words.forEach((_, further) => marked.add(at + further));
      }
    });
  }
  return words.filter((_, at) => marked.has(at)).map(({ start, end }) => ({ start, end }));
}

function cut({ place, text }: Part, marks: readonly Range[], first: number): Snippet {
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
  const to = Math.min(text.length, from + LENGTH);
  const pieces: Snippet['pieces'] = [];
  let at = from;
  for (const { start, end } of marks) {
    if (start < from || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), match: false });
    pieces.push({ text: text.slice(start, end), match: true });
    at = end;
  }
  if (at < to) pieces.push({ text: wellFormed(text.slice(at, to)), match: false });
  return { place, pieces, before: from > 0, after: to < text.length };
}

/** The first beginning of a word after `at`. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at).search(/\s/);
  return space === -1 || space > BEFORE / 2 ? at : at + space + 1;
}
