import { wellFormed } from '../../../protocol/canonical-json';
import { plural } from '../../../protocol/words/language';

/**
 * Texts as a font can write them. What it cannot write is never left out silently: an emoji or a control character
 * stands as its number, "[U+1F600]", and letters of a script that it does not have as "[12 letters in Arabic]"
 * (docs/specs/pdf.md). The record on screen always has the text as it was written.
 */
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Scripts whose name is worth saying; any other is "another script". */
const scripts = [
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Khmer',
  'Myanmar',
  'Armenian',
  'Georgian',
  'Ethiopic',
].map((name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, 'u') }));

const names: Readonly<Partial<Record<string, string>>> = { Han: 'Chinese characters', Myanmar: 'Burmese' };

/** Breaks a line or nothing at all, and has no picture of its own. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/gu;
const breaks = /\r\n?|[\u0085\u2028\u2029]|\v|\f/gu;
/** Controls, marks of direction, and what has no meaning yet. */
const controls = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u;
const spaces = /[\t\u2000-\u200a\u3000]/gu;
const plain = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/u;

/** @param hasLetter whether the font can write this code point */
export function printable(text: string, hasLetter: (codePoint: number) => boolean): string {
  const even = wellFormed(text)
    .normalize('NFC')
    .replace(breaks, '\n')
    .replace(spaces, ' ')
    .replace(unseen, '');
  return plain.test(even) ? even : spellOut(even, hasLetter);
}

/** One stretch of signs that cannot be written, or of text that can. */
interface Stretch {
  written: string;
  /** the script of the letters in it, or null where they are no letters */
  script: string | null;
  count: number;
}

function spellOut(text: string, hasLetter: (codePoint: number) => boolean): string {
  const parts: string[] = [];
  let open: Stretch | null = null;
  const close = () => {
    if (open) parts.push(spelt(open));
    open = null;
  };
  for (const { segment } of clusters.segment(text)) {
    if (canWrite(segment, hasLetter)) {
      close();
      parts.push(segment);
      continue;
    }
    const script = scriptOf(segment);
    const written = script === null ? codesOf(segment) : '';
    if (open === null || !goesOn(open, script, written)) {
      close();
      open = { written, script, count: 0 };
    }
    open.count += 1;
  }
  close();
  return parts.join('');
}

function canWrite(segment: string, hasLetter: (codePoint: number) => boolean): boolean {
  if (segment === '\n') return true;
  return Array.from(segment).every((one) => !controls.test(one) && hasLetter(one.codePointAt(0) ?? 0));
}

function goesOn(open: Stretch, script: string | null, written: string): boolean {
  return script === open.script && (script !== null || written === open.written);
}

function scriptOf(segment: string): string | null {
  if (!/\p{L}/u.test(segment)) return null;
  const found = scripts.find(({ letters }) => letters.test(segment));
  return found ? (names[found.name] ?? found.name) : 'another script';
}

function codesOf(segment: string): string {
  return Array.from(segment)
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

function spelt({ written, script, count }: Stretch): string {
  if (script !== null)
    return `[${plural(count, { one: '1 letter', other: `${count} letters` })} in ${script}]`;
  return plural(count, { one: `[${written}]`, other: `[${written}, ${count} times]` });
}
