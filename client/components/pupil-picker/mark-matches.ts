import { html, type TemplateResult } from 'lit';
import { locale } from '../../../protocol/words/language';

/** A letter without its accent, lower case, apostrophes gone, so that "oneil" marks "O’Néil". */
function folded(character: string): string {
  return character
    .normalize('NFD')
    .replace(/[\p{M}'’‘`-]/gu, '')
    .toLocaleLowerCase(locale);
}

/** Draws a name with the typed beginnings of its words in bold. */
export function markMatches(name: string, typed: string): TemplateResult {
  const parts = typed
    .trim()
    .split(/\s+/)
    .map((word) => Array.from(word, folded).join(''))
    .filter(Boolean);
  return html`${name.split(/(\s+)/).map((word) => markWord(word, parts))}`;
}

function markWord(word: string, parts: readonly string[]): TemplateResult | string {
  const characters = Array.from(word);
  const longest = Math.max(0, ...parts.map((part) => matchedLength(characters, part)));
  if (longest === 0) return word;
  return html`<b>${characters.slice(0, longest).join('')}</b>${characters.slice(longest).join('')}`;
}

/** How many characters of the word spell the whole part, or 0. */
function matchedLength(characters: readonly string[], part: string): number {
  let spelt = '';
  for (let length = 1; length <= characters.length; length++) {
    spelt += folded(characters[length - 1] ?? '');
    if (spelt === part) return length;
    if (!part.startsWith(spelt)) return 0;
  }
  return 0;
}
