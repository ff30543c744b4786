import { fits, type Query } from './query';
import type { Vocabulary } from './vocabulary';

interface Phrase {
  readonly bit: number;
  readonly numbers: readonly number[];
}

/** A query in the numbers of one vocabulary: says which of its terms some text has, a bit for each. */
export class Matcher {
  /** Every term. */
  readonly all: number;
  readonly #bits: Uint32Array;
  readonly #phrases: readonly Phrase[];

  constructor(query: Query, vocabulary: Vocabulary) {
    this.all = 2 ** query.length - 1;
    this.#bits = new Uint32Array(vocabulary.size);
    const words = query.flatMap((term, at) => (term.kind === 'word' ? [{ ...term, bit: 1 << at }] : []));
    vocabulary.forEach((word, stem, number) => {
      for (const term of words)
        if (fits(term, word, stem)) this.#bits[number] = (this.#bits[number] ?? 0) | term.bit;
    });
    this.#phrases = query.flatMap((term, at) => {
      if (term.kind === 'word') return [];
      const numbers = term.words.map((word) => vocabulary.find(word));
      // A word that nobody has written: the phrase is found nowhere.
      return numbers.includes(null) ? [] : [{ bit: 1 << at, numbers: numbers.flatMap((one) => one ?? []) }];
    });
  }

  /** The bits of the terms that a text has. */
  bitsOf(numbers: Uint32Array): number {
    let bits = 0;
    for (const number of numbers) bits |= this.#bits[number] ?? 0;
    for (const phrase of this.#phrases) if (hasPhrase(numbers, phrase.numbers)) bits |= phrase.bit;
    return bits;
  }
}

function hasPhrase(numbers: Uint32Array, phrase: readonly number[]): boolean {
  const last = numbers.length - phrase.length;
  for (let at = 0; at <= last; at += 1)
    if (phrase.every((number, further) => numbers[at + further] === number)) return true;
  return false;
}
