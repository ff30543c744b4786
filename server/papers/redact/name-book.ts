import { isEnglishWord } from './english-words';
import { foldWord, wordsOf, type Word } from './fold';

/** The names of one person, as the school has them. */
export interface Names {
  readonly first: string;
  readonly last: string;
  readonly knownAs: string | null;
}

/** What a name in a text stands for: somebody who is named, or these pupils. */
export type Meaning = 'stays' | ReadonlySet<string>;

interface Phrase {
  readonly words: readonly string[];
  /** "Khan, Amira" */
  readonly comma: boolean;
  meaning: 'stays' | Set<string>;
}

/** A name found in a text. */
export interface Found {
  readonly meaning: Meaning;
  /** Words that it takes. */
  readonly length: number;
}

const titles = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir'];
const between = /^(?:[^\S\n]|['’‘`´.\-‐‑–]){1,3}$/u;
const withComma = /^,[^\S\n]{0,2}$/u;

/** Names that may stand in texts, by their first word. */
export class NameBook {
  readonly #phrases = new Map<string, Phrase[]>();

  /** Every way in which a pupil is written: first, family and known-as name, and both together. */
  hide(id: string, { first, last, knownAs }: Names): void {
    for (const given of knownAs === null ? [first] : [first, knownAs]) {
      this.#add(given, id);
      this.#add(`${given} ${last}`, id);
      this.#add(`${last} ${given}`, id, true);
    }
    this.#add(last, id);
  }

  /** The pupil whose paper it is stays, by every one of their names. */
  keep({ first, last, knownAs }: Names): void {
    for (const given of knownAs === null ? [first] : [first, knownAs])
      for (const name of [given, `${given} ${last}`]) this.#add(name, 'stays');
    this.#add(last, 'stays');
  }

  /** An adult stays by the whole name, and by a title and the last word of it. */
  keepAdult(name: string): void {
    const words = name.split(/\s+/);
    if (words.length < 2) return;
    this.#add(name, 'stays', false, true);
    for (const title of titles) this.#add(`${title} ${words.at(-1) ?? ''}`, 'stays', false, true);
  }

  /** The longest name that begins with this word. */
  at(text: string, words: readonly Word[], place: number): Found | null {
    const word = words[place];
    const phrases = word ? (this.#phrases.get(word.folded) ?? []) : [];
    let best: Phrase | null = null;
    for (const phrase of phrases)
      if (phrase.words.length > (best?.words.length ?? 0) && stands(phrase, text, words, place))
        best = phrase;
    return best && { meaning: best.meaning, length: best.words.length };
  }

  #add(name: string, who: string, comma = false, weak = false): void {
    const words = wordsOf(name).map(({ folded }) => folded);
    if (words.length === 0) return;
    this.#put(words, who, comma, weak);
    // "OBrien", "Annemarie"
    const joined = name
      .split(/\s+/)
      .flatMap((part) => foldWord(part.replace(/[^\p{L}\p{M}\p{N}]/gu, '')) || []);
    if (joined.length < words.length) this.#put(joined, who, comma, weak);
  }

  /** @param weak gives way to a pupil who is called the same */
  #put(words: readonly string[], who: string, comma: boolean, weak: boolean): void {
    const [first = ''] = words;
    const phrases = this.#phrases.get(first) ?? [];
    this.#phrases.set(first, phrases);
    const same = phrases.find((one) => one.comma === comma && one.words.join(' ') === words.join(' '));
    if (!same) phrases.push({ words, comma, meaning: who === 'stays' ? who : new Set([who]) });
    else if (who === 'stays') same.meaning = weak ? same.meaning : who;
    else if (same.meaning !== 'stays') same.meaning.add(who);
  }
}

function stands(phrase: Phrase, text: string, words: readonly Word[], place: number): boolean {
  if (phrase.words.length === 1) return standsAlone(words, place);
  return phrase.words.every((wanted, at) => {
    const word = words[place + at];
    if (word?.folded !== wanted) return false;
    const before = words[place + at - 1];
    if (at === 0 || !before) return true;
    const gap = text.slice(before.end, word.start);
    return phrase.comma && at === 1 ? withComma.test(gap) || between.test(gap) : between.test(gap);
  });
}

/** A name that is also a word needs its capital; "3 May 2026" is a day. */
function standsAlone(words: readonly Word[], place: number): boolean {
  const word = words[place];
  if (!word || !isEnglishWord(word.folded)) return true;
  if (!word.capital) return false;
  const isNumber = (at: number) => /^\d/.test(words[at]?.folded ?? '');
  return word.folded !== 'may' || !(isNumber(place - 1) || isNumber(place + 1));
}
