import type { NameInIt } from './described';
import { isEnglishWord } from './english-words';
import { beginsSentence, foldWord, wordsOf, type Word } from './fold';
import { bothOf, emptyNode, nodeOf, type Called, type NameNode } from './name-tree';
import { isOrdinary } from './ordinary-words';

/** The names of one person, as the school has them. */
export interface Names {
  readonly first: string;
  readonly last: string;
  readonly knownAs: string | null;
}

/** A name found in a text. */
export interface Found {
  readonly called: Called;
  /** Words that it takes. */
  readonly length: number;
  /** It stands with an s behind it, without an apostrophe: "Bens". */
  readonly plural: boolean;
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir']);
/** In the place of any of them. */
const TITLE = ' title';
const between = /^(?:[^\S\n]|['’‘`´.\-‐‑–]){1,3}$/u;
const withComma = /^,[^\S\n]{0,2}$/u;

/** Names that may stand in texts. */
export class NameBook {
  readonly #root = emptyNode();

  /** Every way in which a pupil is written: first, family and known-as name, and both together. */
  hide(id: string, names: Names): void {
    const called = pupilCalled(id);
    for (const given of givenOf(names)) {
      this.#add(given, called);
      this.#addBoth(given, names.last, called);
      this.#add(`${names.last} ${given}`, called, true);
    }
    this.#add(names.last, called);
  }

  /** The pupil whose paper it is stays, by every one of their names; whoever is "Mr Khan" beside a Khan is theirs. */
  keep(names: Names): void {
    const called: Called = { rank: 'own', meaning: 'stays' };
    for (const given of givenOf(names)) {
      this.#add(given, called);
      this.#addBoth(given, names.last, called);
    }
    this.#add(names.last, called);
    this.#add(names.last, { ...called, rank: 'adult who stays' }, false, [TITLE]);
  }

  /** An adult stays by the whole name, and by a title and the last word of it. */
  keepAdult(name: string): void {
    const called: Called = { rank: 'adult who stays', meaning: 'stays' };
    const { all, whole, last, titled } = partsOf(name);
    // By a single word they stay as well, unless a pupil is called so.
    for (const part of all) this.#add(part, called);
    if (all.length > 1 || titled) this.#addAdult(whole, last, called);
  }

  /**
   * An adult of another pupil is hidden by the whole name, and by a title and the last word of it; by one word of it only in a
   * text about that pupil ({@link NameBook.at}).
   */
  hideAdult(name: string, pupilId: string): void {
    const called: Called = {
      rank: 'adult of another pupil',
      meaning: { who: 'adult', of: new Set([pupilId]) },
    };
    const { all, whole, last, titled } = partsOf(name);
    // "Foster carer" is nobody’s name.
    if (!titled && wordsOf(whole).every(({ folded }) => isOrdinary(folded))) return;
    if (all.length > 1 || titled) this.#addAdult(whole, last, called);
    for (const part of new Set([all[0] ?? '', last])) {
      const [word, ...more] = wordsOf(part).map(({ folded }) => folded);
      if (word === undefined || more.length > 0 || word.length < 2 || isOrdinary(word)) continue;
      const node = nodeOf(this.#root, [word]);
      (node.bare ??= new Set()).add(pupilId);
    }
  }

  /**
   * A child is hidden by the words of a description too, in the texts of its record alone.
   * @returns what stands for it among the pupils of the record
   */
  hideDescribed(key: string, names: readonly NameInIt[]): string[] {
    // Two who may be meant, so that nobody is: the name is that of another child than the one described.
    const somebody = `${key}?`;
    for (const { words, theirs } of names) {
      const node = nodeOf(this.#root, words.split(' '));
      if (!theirs && node.called) continue;
      node.described ??= new Set();
      for (const one of theirs ? [key] : [key, somebody]) node.described.add(one);
    }
    return [key, somebody];
  }

  /**
   * The longest name that begins with this word.
   * @param near pupils of the record that it stands in
   */
  at(text: string, words: readonly Word[], place: number, near: readonly string[]): Found | null {
    let best: Found | null = null;
    let node = this.#root;
    let comma = false;
    for (let at = place; at < words.length; at += 1) {
      const word = words[at];
      const before = at > place ? words[at - 1] : undefined;
      if (!word) break;
      if (before) {
        const gap = text.slice(before.end, word.start);
        if (at === place + 1 && withComma.test(gap)) comma = true;
        else if (!between.test(gap)) break;
      }
      const next = node.next.get(at === place && titles.has(word.folded) ? TITLE : word.folded);
      const stem = node.next.get(stemOf(word));
      const alone = at === place;
      const said = next && (!alone || standsAlone(words, at)) ? calledAt(next, comma, near) : undefined;
      const bare = next && alone && standsOut(text, word) ? bareOf(next, near) : undefined;
      const plural = stem && (!alone || maybePlural(text, word)) ? calledAt(stem, comma, near) : undefined;
      const called = said ?? bare ?? plural;
      if (called) best = { called, length: at - place + 1, plural: !said && !bare };
      if (!next) break;
      node = next;
    }
    return best;
  }

  #addBoth(given: string, last: string, called: Called): void {
    this.#add(`${given} ${last}`, called);
    // "BenSmith"
    this.#put([lettersOf(given + last)], called, false);
  }

  #addAdult(whole: string, last: string, called: Called): void {
    const words = whole.split(/\s+/);
    if (words.length > 1) {
      this.#add(whole, called);
      this.#add(whole, called, false, [TITLE]);
      this.#add(`${last} ${words.slice(0, -1).join(' ')}`, called, true);
    }
    this.#add(last, called, false, [TITLE]);
  }

  #add(name: string, called: Called, comma = false, before: readonly string[] = []): void {
    const words = wordsOf(name).map(({ folded }) => folded);
    if (words.length === 0) return;
    this.#put([...before, ...words], called, comma);
    // "OBrien", "Annemarie"
    const joined = name.split(/\s+/).flatMap((part) => lettersOf(part) || []);
    if (joined.length < words.length) this.#put([...before, ...joined], called, comma);
  }

  #put(words: readonly string[], called: Called, comma: boolean): void {
    const node = nodeOf(this.#root, words);
    if (comma && words.length > 1) node.afterComma = bothOf(node.afterComma, called);
    else node.called = bothOf(node.called, called);
  }
}

function pupilCalled(id: string): Called {
  return { rank: 'another pupil', meaning: { who: 'pupil', of: new Set([id]) } };
}

function givenOf({ first, knownAs }: Names): string[] {
  return knownAs === null ? [first] : [first, knownAs];
}

/** A name with and without its titles. */
function partsOf(name: string): { all: string[]; whole: string; last: string; titled: boolean } {
  const parts = name.split(/\s+/).filter((part) => wordsOf(part).length > 0);
  const all = parts.filter((part) => !titles.has(lettersOf(part)));
  return { all, whole: all.join(' '), last: all.at(-1) ?? '', titled: all.length < parts.length };
}

function lettersOf(part: string): string {
  return foldWord(part.replace(/[^\p{L}\p{M}\p{N}]/gu, ''));
}

function calledAt(node: NameNode, comma: boolean, near: readonly string[]): Called | undefined {
  const { called, afterComma, described } = node;
  if (comma) return afterComma;
  const of = described && new Set(near.filter((id) => described.has(id)));
  if (!of || of.size === 0) return called ?? afterComma;
  return bothOf(called, { rank: 'another pupil', meaning: { who: 'pupil', of } });
}

function bareOf({ bare }: NameNode, near: readonly string[]): Called | undefined {
  const of = new Set(near.filter((id) => bare?.has(id)));
  return of.size === 0 ? undefined : { rank: 'adult of another pupil', meaning: { who: 'adult', of } };
}

/** "bens" → "ben"; of shorter names an s makes too many other words. */
function stemOf({ folded }: Word): string {
  return folded.length > 3 && folded.endsWith('s') ? folded.slice(0, -1) : '';
}

/** "Woods" is a word, and so is "marks on her arm"; where it is no beginning, "Marks arm" is a Mark’s. */
function maybePlural(text: string, word: Word): boolean {
  if (isEnglishWord(word.folded)) return false;
  return !isEnglishWord(stemOf(word)) || (word.capital && !beginsSentence(text, word));
}

/** An adult’s first name by itself needs its capital, and another one than that of a sentence where it is a word as well. */
function standsOut(text: string, word: Word): boolean {
  return word.capital && (!isEnglishWord(word.folded) || !beginsSentence(text, word));
}

/** A name that is also a word needs its capital; "3 May 2026" is a day. */
function standsAlone(words: readonly Word[], place: number): boolean {
  const word = words[place];
  if (!word || !isEnglishWord(word.folded)) return true;
  if (!word.capital) return false;
  const isNumber = (at: number) => /^\d/.test(words[at]?.folded ?? '');
  return word.folded !== 'may' || !(isNumber(place - 1) || isNumber(place + 1));
}
