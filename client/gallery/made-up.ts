import { locale } from '../../protocol/words/language';
import type { CategoryTile } from '../components/heed-category-tiles';
import type { ChosenPupil, Suggestion } from '../components/pupil-picker/chosen-pupil';

/** A made-up school: names of the design's pictures, so that the gallery can be held beside them. */
export const school = 'Oakfield Primary';

const roll: readonly [string, string, string, number][] = [
  ['Amira Khan', '4B', 'Mr Kunze', 2],
  ['Amira Khan', '2C', 'Miss Doyle', 2],
  ['Amelie Hart', '4B', 'Mr Kunze', 1],
  ['Samir Amin', '6A', 'Mrs Ojo', 1],
  ['Yusuf Khan', '1A', 'Mrs Lane', 1],
  ['Siobhán O’Néill-Featherstonehaugh', '3B', 'Mrs Ojo', 1],
];
export const pupils: readonly Suggestion[] = roll.map(([name, className, teacher, sameName], place) => ({
  id: `pupil-${place}`,
  name,
  className,
  teacher,
  sameName,
}));

/** As the real one: the beginning of any word of a name. */
export function searchPupils(query: string): readonly Suggestion[] {
  const typed = query.trim().toLocaleLowerCase(locale);
  return pupils.filter((pupil) =>
    pupil.name
      .toLocaleLowerCase(locale)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(typed)),
  );
}

export function amira(): ChosenPupil {
  const [pupil] = pupils;
  if (!pupil) throw new Error('The made-up roll is empty');
  return { kind: 'listed', pupil, role: 'was-hurt' };
}

export const categories: readonly CategoryTile[] = [
  { id: 'injury', name: 'Physical injury' },
  { id: 'told', name: 'A child told me something' },
  { id: 'neglect', name: 'Neglect or care' },
  { id: 'behaviour', name: 'Behaviour' },
  {
    id: 'bullying',
    name: 'Bullying',
    guidance: 'Write who did what, and where. Name the children who saw it.',
    children: [
      { id: 'name-calling', name: 'Name-calling' },
      { id: 'left-out', name: 'Left out on purpose' },
      { id: 'racist', name: 'Racist' },
    ],
  },
  { id: 'online', name: 'Online' },
  { id: 'mood', name: 'Mood or wellbeing' },
  { id: 'attendance', name: 'Attendance' },
];

export const account =
  'Amira came to me by the climbing frame at the start of lunch. She had a bruise on her left forearm, about 3cm, ' +
  'yellow-green. I said “That looks sore.” She said “Daddy got cross about my shoes.” I told her I would need to ' +
  'pass this on.';

export const duty = [
  { name: 'Mrs Shah', initials: 'NS', role: 'Safeguarding lead', reach: 'Office, radio 2' },
  { name: 'Mr Lowe', initials: 'TL', role: 'Deputy lead', reach: 'Room 6, ext. 214' },
  { name: 'Mrs Ojo', initials: 'HO', role: 'Head', reach: 'Office, ext. 200' },
] as const;
