import { listRefusals } from '../../protocol/words/refusals/lists';
import { problem } from '../http/problem';
import { foldWord, stemOf, wordsOf } from './words';

/** Words and phrases of one search; each is a bit of a number. */
const MOST_TERMS = 16;
/** A shorter word is not taken for the beginning of others. */
const SHORTEST_PREFIX = 2;

export type Term =
  | { readonly kind: 'word'; readonly word: string; readonly stem: string }
  | { readonly kind: 'phrase'; readonly words: readonly string[] };

/** Everything that a concern must have: words, and phrases in quotes. */
export type Query = readonly Term[];

/**
 * Reads what a person typed. A hyphenated word is a phrase: "Smith-Jones" is not any Smith with any Jones.
 * @throws problem 'not-valid' when there are more than 16 words and phrases
 */
export function readQuery(typed: string): Query {
  const pieces = typed.match(/["“”][^"“”]*["“”]?|[^\s"“”]+/gu) ?? [];
  const terms = pieces.flatMap(termOf);
  if (terms.length > MOST_TERMS)
    throw problem('not-valid', {
      field: 'body.words',
      title: listRefusals.manyTerms(MOST_TERMS),
    });
  return terms;
}

function termOf(piece: string): Term[] {
  const words = [...wordsOf(piece)].map(({ word }) => foldWord(word)).filter((word) => word !== '');
  const [first, second] = words;
  if (first === undefined) return [];
  if (second !== undefined || /^["“”]/.test(piece)) return [{ kind: 'phrase', words }];
  return [{ kind: 'word', word: first, stem: stemOf(first) }];
}

/** A word fits itself, words that it begins, and words of the same stem. */
export function fits(term: { word: string; stem: string }, word: string, stem: string): boolean {
  if (word === term.word || stem === term.stem) return true;
  return term.word.length >= SHORTEST_PREFIX && word.startsWith(term.word);
}
