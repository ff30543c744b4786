import type { Roll } from '../../protocol/devices';

/** One pupil of the roll. */
export type Pupil = Roll['pupils'][number];

interface Entry {
  pupil: Pupil;
  own: boolean;
  /** folded words, by how much a match in them says */
  called: string[];
  last: string[];
  place: string[];
}

/** The roll made ready for finding as one types. */
export interface PupilIndex {
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Pupil>;
}

/** Letters that Unicode does not take apart into a letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** What joins two names into one. */
const JOINTS = /[-'’‘ʼ`´]/;

/** Lower case without accents and dots: what people leave out when they type in a hurry. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıħ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/\./g, '');
}

/** Makes the roll ready; about 10 ms for 2,000 pupils, once at unlock. */
export function indexRoll(roll: Roll | null): PupilIndex {
  const own = new Set(roll?.ownClasses ?? []);
  const entries = (roll?.pupils ?? []).map((pupil) => ({
    pupil,
    own: pupil.className !== null && own.has(pupil.className),
    called: [...words(pupil.preferred ?? ''), ...words(pupil.first)],
    last: words(pupil.last),
    place: [...words(pupil.className ?? ''), ...words(pupil.year ?? ''), ...words(pupil.teacher ?? '')],
  }));
  entries.sort((a, b) => Number(b.own) - Number(a.own) || byName(a.pupil, b.pupil));
  return { entries, byId: new Map(entries.map(({ pupil }) => [pupil.id, pupil])) };
}

/**
 * Pupils whose names or class begin with every word typed, in any order, from one letter on: the best match first,
 * among equals one's own classes, then by name.
 * @param most how many to return
 */
export function findPupils(index: PupilIndex, typed: string, most = 8): Pupil[] {
  const asked = words(typed);
  if (asked.length === 0) return [];
  const found: { pupil: Pupil; score: number; at: number }[] = [];
  index.entries.forEach((entry, at) => {
    const score = scoreOf(entry, asked);
    if (score > 0) found.push({ pupil: entry.pupil, score, at });
  });
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  return found.slice(0, most).map(({ pupil }) => pupil);
}

/** Brothers and sisters on the roll, for "Add brother or sister". */
export function siblingsOf(index: PupilIndex, pupilId: string): Pupil[] {
  const ids = index.byId.get(pupilId)?.siblings ?? [];
  return ids.flatMap((id) => index.byId.get(id) ?? []);
}

/** Pupils of the person's own classes, by name, for the quick chips. */
export function ownPupils(index: PupilIndex): Pupil[] {
  return index.entries.filter(({ own }) => own).map(({ pupil }) => pupil);
}

/** 0 when a word is found nowhere; whole words and first names weigh more. */
function scoreOf(entry: Entry, asked: readonly string[]): number {
  let score = 0;
  for (const word of asked) {
    const best = Math.max(
      weigh(entry.called, word, 6, 4),
      weigh(entry.last, word, 5, 3),
      weigh(entry.place, word, 2, 1),
    );
    if (best === 0) return 0;
    score += best;
  }
  return score;
}

function weigh(inWords: readonly string[], word: string, whole: number, start: number): number {
  let best = 0;
  for (const candidate of inWords) {
    if (candidate === word) return whole;
    if (candidate.startsWith(word)) best = start;
  }
  return best;
}

// "Smith-Jones" and "O'Brien" are found by either half and by both in one, however they are typed.
function words(text: string): string[] {
  return fold(text)
    .split(/[\s,]+/)
    .flatMap((word) => {
      const parts = word.split(JOINTS).filter((part) => part !== '');
      return parts.length > 1 ? [...parts, parts.join('')] : parts;
    });
}

function byName(a: Pupil, b: Pupil): number {
  const left = words(`${a.last} ${a.first}`).join(' ');
  const right = words(`${b.last} ${b.first}`).join(' ');
  return left < right ? -1 : Number(left > right);
}
