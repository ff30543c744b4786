import type { Seen, SeenPlace } from '../../../../protocol/see-as';
import { seeAs as words } from '../../../strings/admin/see-as';
import type { SeenLine } from './line';

/** Classes whose pupils this person sees, and does not see, those with one reason together. */
export function pupilLines({ person, places, works }: Seen, sees: boolean): SeenLine[] {
  if (!works) return [];
  const byReason = new Map<string, SeenPlace[]>();
  for (const place of places.filter((one) => one.sees === sees)) {
    const why = reason(place, person);
    byReason.set(why, [...(byReason.get(why) ?? []), place]);
  }
  return [...byReason].map(([why, own]) => ({
    sign: sees ? 'yes' : 'no',
    title: words.pupilsOf(own.map(nameOf), own.length === places.length),
    why: `${why}. ${words.pupils(own.reduce((sum, { pupils }) => sum + pupils, 0))}`,
  }));
}

const nameOf = ({ className, otherYear }: SeenPlace) =>
  otherYear === null ? className : `${className} (${otherYear})`;

function reason(place: SeenPlace, { group, unrestricted }: Seen['person']): string {
  if (place.allowed && !place.sees) return words.noRight(group);
  if (unrestricted) return words.unrestricted(group);
  const inClass = words.allowed[place.class];
  const inYear = words.ofYear(words.allowed[place.year]);
  if (place.year === 'not-restricted') return inClass;
  // Where one of the two closes, that one is the reason.
  const closes = (word: SeenPlace['class']) => word === 'not-named' || word === 'no-list';
  if (closes(place.class)) return inClass;
  if (closes(place.year) || place.class === 'not-restricted') return inYear;
  return `${inClass}. ${inYear}`;
}
