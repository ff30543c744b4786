/** How hard a text is to read. */
export interface Grade {
  /** Flesch and Kincaid (1975): years at school; with 5 more it is about the age of a reader in England */
  readonly grade: number;
  readonly sentences: number;
  /** The sentence with the highest grade of its own. */
  readonly hardest: string;
}

/** Labels and fragments below this are no sentences to judge, words. */
const LEAST = 4;

/** Judges all sentences of a file together; null where there is none. */
export function gradeOf(texts: readonly string[]): Grade | null {
  const sentences = texts.flatMap(sentencesOf);
  if (sentences.length === 0) return null;
  const hardest = sentences.toSorted((a, b) => gradeOfAll([b]) - gradeOfAll([a]))[0] ?? '';
  return { grade: gradeOfAll(sentences), sentences: sentences.length, hardest };
}

function gradeOfAll(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** A text as sentences; each needs so many words that it says something. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => wordsOf(one).length >= LEAST);
}

const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}’'-]*|\d+/gu) ?? [];

/** Groups of vowels, without an e that is not spoken. Good enough to compare texts with one another. */
export function syllablesOf(word: string): number {
  const bare = word
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/(?<=[^l])es?$|(?<=[^dt])ed$/, '');
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 0);
}
