import { html, type TemplateResult } from 'lit';
import { locale } from '../../protocol/words/language';

const TINTS = 4;

/**
 * A round with a person's initials; decoration, since the name stands beside it.
 * @param seed decides the tint, so that one person keeps one colour: an id or a name
 * @param size across, in CSS px
 */
export function avatar(initials: string, seed: string, size: 32 | 40 | 44 | 56 = 40): TemplateResult {
  return html`<span class="avatar size-${size} tint-${tintOf(seed)}" aria-hidden="true">${initials}</span>`;
}

/** How colleagues are addressed is no part of their initials. */
const TITLE = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame)\.?$/i;

/** "Amira Khan" → "AK", "Mrs Shah" → "S"; at most two letters. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !TITLE.test(word));
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase(locale) ?? '').join('');
}

function tintOf(seed: string): number {
  let sum = 0;
  for (const character of seed) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS;
}
