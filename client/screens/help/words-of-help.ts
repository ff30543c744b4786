import { alsoMeant, passedOver } from '../../strings/help-words';

/** One thing that somebody looks for. */
export interface Wanted {
  /** The word as it was typed; null for several words that stand for one thing. */
  readonly typed: string | null;
  /** Beginnings of the words that help may use for it. */
  readonly meant: readonly string[];
}

/** The most words that stand for one thing: "do not disturb". */
const MOST_TOGETHER = 3;
/** From here on the beginning of a word is enough to know what it may mean. */
const ENOUGH = 4;

/** What was typed as things to look for, without the words that only hold a question together. */
export function alternativesOf(typed: string): Wanted[] {
  const found: Wanted[] = [];
  const words = wordsOf(typed);
  for (let at = 0; at < words.length; ) {
    const together = longestKnown(words, at);
    found.push(
      together > 1
        ? { typed: null, meant: meaningsOf(words.slice(at, at + together).join(' ')) }
        : { typed: words[at] ?? '', meant: otherWords(words[at] ?? '') },
    );
    at += together;
  }
  const telling = found.filter((one) => one.typed === null || !passedOver.has(one.typed));
  return telling.length > 0 ? telling : found;
}

/** A text in the words by which it is found. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}|’|'/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function longestKnown(words: readonly string[], at: number): number {
  for (let together = MOST_TOGETHER; together > 1; together -= 1)
    if (
      words.slice(at, at + together).length === together &&
      meaningsOf(words.slice(at, at + together).join(' ')).length > 0
    )
      return together;
  return 1;
}

const meaningsOf = (word: string): string[] => alsoMeant[word]?.split(' ') ?? [];

/** The word without its ending, and what help says for it. */
function otherWords(word: string): string[] {
  const bare =
    word.length > ENOUGH ? word.replace(/(ing|ed|es|s)$/, '').replace(/([bdglmnprt])\1$/, '$1') : word;
  const begun =
    word.length < ENOUGH
      ? []
      : Object.keys(alsoMeant).filter((key) => key.startsWith(word) && !key.includes(' '));
  return [...new Set([bare, ...[word, bare, `${bare}e`, ...begun].flatMap(meaningsOf)])];
}
