import { locale } from '../../../protocol/words/language';
import type { PersonTile } from '../../components/heed-person-tiles';
import type { PersonHere } from '../../unlock/unlocked';

/**
 * Tiles for the people of one device: the first name, and only where two share it as much of the last name as
 * tells them apart ("Ben H", "Ben M"; "Ben Ha", "Ben Ho"). Whoever shares the whole name has the whole name.
 */
export function tilesOf(people: readonly PersonHere[]): PersonTile[] {
  return people.map((person) => ({
    id: person.authorKeyId,
    name: distinctName(person, people),
    initials: person.initials,
  }));
}

/** The shortest name of `person` that nobody else here has. */
export function distinctName(person: PersonHere, people: readonly PersonHere[]): string {
  const others = people.filter((other) => other !== person && same(first(other), first(person)));
  if (others.length === 0) return first(person);
  const last = lastName(person);
  for (let letters = 1; letters <= last.length; letters += 1) {
    const begin = last.slice(0, letters).join('');
    const taken = others.some((other) => same(lastName(other).slice(0, letters).join(''), begin));
    if (!taken) return `${first(person)} ${begin}`;
  }
  return person.name;
}

function first(person: PersonHere): string {
  return person.shortName;
}

/** Characters of the last word, as people see them; empty for one word. */
function lastName(person: PersonHere): string[] {
  const words = person.name.split(/\s+/).filter(Boolean);
  return words.length > 1 ? Array.from(words.at(-1) ?? '') : [];
}

function same(a: string, b: string): boolean {
  return a.localeCompare(b, locale, { sensitivity: 'base' }) === 0;
}
