import { plainText, type Block, type Sheet, type Walk } from '../../../protocol/help-sheets';
import { alternativesOf, wordsOf, type Wanted } from './words-of-help';

/** A part of a sheet: what stands under one heading, or above the first one. */
export interface Found {
  readonly href: string;
  readonly title: string;
  /** The heading, or '' for the beginning of the sheet. */
  readonly part: string;
  /** Its first words. */
  readonly text: string;
}

/** What a hit is worth by where it stands; a sheet's title stands above all of its parts, the beginning is nearest. */
const WORTH = { title: 8, titleOfPart: 3, part: 5, text: 1 } as const;
/** What was typed counts for more than what it may mean. */
const MEANT = 0.5;
/** Longer lists help nobody. */
export const MOST = 12;
const SHOWN = 140;

/**
 * Finds the parts of help in which every word begins a word, best first; a word that help says otherwise is found too.
 * @param typed what somebody looks for, in any case and with or without accents
 */
export function findInHelp(sheets: readonly Sheet[], typed: string, walks: readonly Walk[] = []): Found[] {
  const wanted = alternativesOf(typed);
  if (wanted.length === 0) return [];
  return [...sheets.flatMap(partsOf), ...walks.map(asFound)]
    .map((found) => ({ found, worth: worthOf(found, wanted) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST)
    .map(({ found }) => ({ ...found, text: beginning(found.text) }));
}

/** Sheets about one screen. @param path of its route, or null */
export function sheetsOf(sheets: readonly Sheet[], path: string | null): Sheet[] {
  return sheets.filter(({ screens }) => path !== null && screens.includes(path));
}

function partsOf({ id, title, summary, blocks }: Sheet): Found[] {
  const parts: Found[] = [];
  let open = { href: `/help/${id}`, title, part: '', text: summary };
  for (const block of blocks) {
    if (block.kind !== 'heading') open.text += ` ${textOf(block)}`;
    else {
      parts.push(open);
      open = { href: `/help/${id}#${block.id}`, title, part: block.text, text: '' };
    }
  }
  return [...parts, open].map((part) => ({ ...part, text: part.text.trim() }));
}

function asFound({ id, title, summary, steps }: Walk): Found {
  const text = [summary, ...steps.map(({ spans }) => plainText(spans))].join(' ');
  return { href: `/help/watch/${id}`, title, part: '', text };
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'text':
      return plainText(block.spans);
    case 'list':
      return block.items.flat().map(textOf).join(' ');
    case 'note':
      return block.blocks.map(textOf).join(' ');
    case 'table':
      return [...block.head, ...block.rows.flat()].map(plainText).join(' ');
    case 'picture':
      return '';
  }
}

/** 0 unless every word is there. */
function worthOf({ title, part, text }: Found, wanted: readonly Wanted[]): number {
  const places = [
    { words: wordsOf(title), worth: part === '' ? WORTH.title : WORTH.titleOfPart },
    { words: wordsOf(part), worth: WORTH.part },
    { words: wordsOf(text), worth: WORTH.text },
  ];
  let sum = 0;
  for (const { typed, meant } of wanted) {
    const worth = places.map((place) => {
      const begins = (word: string) => place.words.some((one) => one.startsWith(word));
      if (typed !== null && begins(typed)) return place.worth;
      return meant.some(begins) ? place.worth * MEANT : 0;
    });
    const best = worth.reduce((all, one) => all + one, 0);
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

function beginning(text: string): string {
  if (text.length <= SHOWN) return text;
  return `${text.slice(0, SHOWN).replace(/\s\S*$/, '')} …`;
}
