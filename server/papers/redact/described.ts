import type { ConcernBody } from '../../../protocol/concern-body';
import { isEnglishWord } from './english-words';
import { beginsSentence, wordsOf, type Word } from './fold';
import { isOrdinary } from './ordinary-words';

/** A child of a record whom somebody described, and who that is. */
export interface Described {
  /** A pupil whom a lead has found since, or the child by its place ({@link placeKey}). */
  readonly key: string;
  readonly description: string;
}

/** Whose name in a description it is: the child's, or somebody's whom it speaks of beside ("Kayleigh’s brother"). */
export interface NameInIt {
  readonly words: string;
  readonly theirs: boolean;
}

/** A child whom nobody has found on the roll, by the place among such children of its record. @param place from 1 */
export function placeKey(concernId: string, place: number): string {
  return `${concernId} ${String(place)}`;
}

/** The children of a record whom its author described, or who are on the roll no more. */
export function describedIn(
  concernId: string,
  { pupils }: ConcernBody,
  pupilAt: ReadonlyMap<number, string>,
): Described[] {
  let place = 0;
  return pupils.flatMap((pupil, at) => {
    const pupilId = pupilAt.get(at);
    if (pupilId === undefined) place += 1;
    const key = pupilId ?? placeKey(concernId, place);
    if (pupil.kind !== 'listed') return { key, description: pupil.description };
    // Whoever is on the roll is found by its names; a record that was moved still says another pupil's.
    return pupilId === undefined ? { key, description: pupil.shown } : [];
  });
}

/** The same of a list of pupils, of those whom nobody has found. */
export function describedAmong(
  concernId: string,
  pupils: readonly { pupilId: string | null; name: string; hidden: boolean }[],
): Described[] {
  return pupils
    .filter(({ pupilId, hidden }) => pupilId === null && !hidden)
    .map(({ name }, at) => ({ key: placeKey(concernId, at + 1), description: name }));
}

const between = /^(?:,?[^\S\n]{0,2}|['’.\-‐‑–]{1,2}[^\S\n]?)$/u;
const possessive = /^['’]s?\b/u;
const ofSomebody = new Set(['of', 'to', 'with', 'and', 'or', 'by']);
const place = new Set(['from', 'at', 'in', 'near', 'on', 'outside']);

/**
 * What of a description looks like a name: words with a capital letter that are no ordinary words, and a family name that is a
 * word as well beside them ("Jayden Brown"). A description of nothing else is a name, however it is written ("jayden cole").
 * "A boy in Year 4 with a red coat" has none.
 */
export function namesIn(description: string): NameInIt[] {
  const words = wordsOf(description);
  if (isNothingButName(description, words))
    return partsOf(words).map((part) => ({ words: part, theirs: true }));
  const runs = runsOf(description, words);
  let known = false;
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const before = first && words[words.indexOf(first) - 1]?.folded;
    const ofOther = possessive.test(description.slice(last?.end ?? 0));
    if (before !== undefined && place.has(before) && !ofOther) return [];
    const theirs = !known && !ofOther && !(before !== undefined && ofSomebody.has(before));
    known ||= theirs;
    return partsOf(run).map((part) => ({ words: part, theirs }));
  });
}

function isNothingButName(description: string, words: readonly Word[]): boolean {
  if (words.length === 0 || words.length > 3 || words.some(({ folded }) => isOrdinary(folded))) return false;
  if (possessive.test(description.slice(words[0]?.end))) return false;
  const small = words.every(({ capital }) => !capital);
  return small ? words.some(({ folded }) => !isEnglishWord(folded)) : words.every(({ capital }) => capital);
}

/** Words that look like names, as far as they stand beside each other. */
function runsOf(description: string, words: readonly Word[]): Word[][] {
  const strong = words.map((word) => looksLikeName(word) && !isEnglishWord(word.folded));
  const joins = (at: number) =>
    between.test(description.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
  const weak = (at: number) => {
    const word = words[at];
    if (!word?.capital || !isEnglishWord(word.folded)) return false;
    // "Jayden Brown", but no "Jayden, Brown hair".
    if (strong[at - 1] === true && description[words[at - 1]?.end ?? 0] !== ',' && joins(at)) return true;
    return (
      looksLikeName(word) && strong[at + 1] === true && joins(at + 1) && !beginsSentence(description, word)
    );
  };
  const runs: Word[][] = [];
  for (const [at, word] of words.entries()) {
    if (strong[at] !== true && !weak(at)) continue;
    const run = runs.at(-1);
    if (run && run.at(-1) === words[at - 1] && joins(at)) run.push(word);
    else runs.push([word]);
  }
  return runs;
}

function looksLikeName({ folded, capital }: Word): boolean {
  return capital && !isOrdinary(folded);
}

/** "jayden cole", "jayden", "cole" */
function partsOf(run: readonly Word[]): string[] {
  return run.flatMap((_, from) =>
    run.slice(from).map((__, length) =>
      run
        .slice(from, from + length + 1)
        .map(({ folded }) => folded)
        .join(' '),
    ),
  );
}
