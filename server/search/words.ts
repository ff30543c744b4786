import { stemmer } from 'stemmer';
import { baseOf } from './irregular-forms';

/** Letters and digits, with the marks and apostrophes inside a word. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
/** Nobody looks for more of one word, in UTF-16 code units. */
const LONGEST = 64;

/** One word of a text as it is compared, and where it stands in the text. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in their order, as they are written. */
export function* wordsOf(text: string): Generator<PlacedWord> {
  for (const found of text.matchAll(WORD)) {
    const [written] = found;
    yield { word: written, start: found.index, end: found.index + written.length };
  }
}

/** A word as it is compared: without case, accents and apostrophes. "D’Souza" and "dsouza" are one. */
export function foldWord(written: string): string {
  const plain = written
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return plain.slice(0, LONGEST);
}

/** What words of one kind have in common (Porter): "bruise", "bruises" and "bruising" are one, "steal" and "stolen" too. */
export const stemOf = (word: string): string => stemmer(baseOf(word));
