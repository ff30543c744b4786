import { dictionary } from '@zxcvbn-ts/language-common';
import { weakPasswords } from '../../protocol/words/refusals/account';
import { commonPasswords } from './common-passwords';

/** 49,000 passwords out of published leaks, in small letters (ASVS 5.0, 6.2.4 and 6.2.12). */
const leaked: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** What a guesser who knows the person would try. */
export interface OwnWords {
  readonly name: string;
  readonly email: string;
  readonly schoolName: string;
}

const swaps: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
};

/** Undoes the letter swaps that guessing programs undo too. */
const unswap = (text: string) => text.replace(/[@431!05$7]/g, (sign) => swaps[sign] ?? sign);
const stripEnds = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
const lettersAndDigits = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Why this password is easily guessed, as one plain sentence, or null. No rule about composition: only what stands
 * among the common ones, or is made of the person's own words (product.md section 2, point 2).
 */
export function whyWeak(password: string, own: OwnWords): string | null {
  const typed = password.normalize('NFKC').toLowerCase();
  if (new Set(typed).size <= 2) return weakPasswords.oneCharacter;
  if (isRun(typed)) return weakPasswords.inARow;
  const forms = formsOf(typed);
  if (leaked.has(typed) || forms.some((form) => commonPasswords.has(form))) {
    return weakPasswords.guessedFirst;
  }
  const words = ownWords(own);
  if (forms.some((form) => isMadeOf(form, words))) {
    return weakPasswords.onlyNames;
  }
  return null;
}

/** As typed, without digits and signs at the ends, and both with letter swaps undone. */
function formsOf(typed: string): string[] {
  const plain = [typed, stripEnds(typed)];
  const forms = [...plain, ...plain.map(unswap), stripEnds(unswap(typed))];
  return [...new Set(forms.map(lettersAndDigits))].filter((form) => form !== '');
}

/** True for "abcdefgh", "23456789" and the same backwards. */
function isRun(text: string): boolean {
  const steps = new Set(
    Array.from(text.slice(1), (letter, at) => letter.charCodeAt(0) - text.charCodeAt(at)),
  );
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0);
}

function ownWords({ name, email, schoolName }: OwnWords): string[] {
  const parts = [...name.split(/\s+/), ...email.split(/[@.]/), ...schoolName.split(/\s+/), email, 'heed'];
  const words = parts.map((part) => lettersAndDigits(part.toLowerCase())).filter((word) => word.length >= 3);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Whether nothing is left once the words, and digits, are taken out. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return left.length < text.length && left.replace(/\p{N}/gu, '').length <= 2;
}
