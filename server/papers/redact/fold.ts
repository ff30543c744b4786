/** Letters that have no mark to take away. */
const plain: Readonly<Partial<Record<string, string>>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/** A word without capitals and accents: "Łukasz" → "lukasz". */
export function foldWord(word: string): string {
  const bare = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[łøđðþßæœıħ]/gu, (letter) => plain[letter] ?? letter);
}

/** A word where it stands. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

/** The words of a text; "O’Brien" and "Anne-Marie" are two each. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    capital: /^\p{Lu}/u.test(match[0]),
  }));
}

/** Whether a word stands where any word has a capital. */
export function beginsSentence(text: string, { start }: Word): boolean {
  return /(?:^|[.!?:\n•–—-])[\s"'“”‘’(]*$/u.test(text.slice(Math.max(0, start - 6), start));
}
