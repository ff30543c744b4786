import { foldWord, stemOf, wordsOf } from './words';

/** Between two texts of one concern: no phrase goes over it. */
export const BREAK = 0;

/** A rough cost of one word with its stem and both maps, in bytes; for what is said of memory. */
const WORD_BYTES = 200;

/** Every word of a school once; texts are kept as numbers of words. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  /** By the word as it was written, so that folding is done once for each way of writing it. */
  readonly #written = new Map<string, number>();
  readonly #words: string[] = [''];
  readonly #stems: string[] = [''];

  get size(): number {
    return this.#words.length;
  }

  get bytes(): number {
    return (this.#words.length + this.#written.size) * WORD_BYTES;
  }

  /** The words of texts as numbers, with a break after each text. */
  numbersOf(texts: readonly string[]): Uint32Array {
    const numbers: number[] = [];
    for (const text of texts) {
      for (const { word } of wordsOf(text)) numbers.push(this.#numberOf(word));
      numbers.push(BREAK);
    }
    return Uint32Array.from(numbers);
  }

  /** The number of a word as it is compared; null: nobody has written it. */
  find(word: string): number | null {
    return this.#numbers.get(word) ?? null;
  }

  /** Every word with its stem and number; looked through whole, so that it takes as long for every search. */
  forEach(look: (word: string, stem: string, number: number) => void): void {
    this.#words.forEach((word, at) => {
      if (at !== BREAK) look(word, this.#stems[at] ?? word, at);
    });
  }

  #numberOf(written: string): number {
    const known = this.#written.get(written);
    if (known !== undefined) return known;
    const number = this.#add(ownCopy(foldWord(written)));
    this.#written.set(ownCopy(written), number);
    return number;
  }

  #add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#stems.push(stemOf(word));
    return number;
  }
}

/** A part of a text can hold on to all of it in the engine's memory; a copy holds nothing but itself. */
function ownCopy(word: string): string {
  return Buffer.from(word).toString();
}
