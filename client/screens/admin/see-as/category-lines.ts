import type { Seen, SeenCategory } from '../../../../protocol/see-as';
import { seeAs as words } from '../../../strings/admin/see-as';
import type { SeenLine } from './line';

/** What the matrix lets this person read, watch and record. */
export function categoriesSeen(seen: Seen): SeenLine[] {
  const { person, categories, readsUnsorted } = seen;
  const open = openOnes(categories);
  const adds = open.filter(({ addConcerns }) => addConcerns);
  const watched = seen.works ? open.filter(({ viewPupils }) => viewPupils) : [];
  const all = (some: readonly SeenCategory[]) => some.length === open.length;
  const names = (some: readonly SeenCategory[]) => some.map(({ name }) => name);
  return [
    ...gathered(categories.filter(({ reads }) => reads)).map(([from, own]) => ({
      sign: 'yes' as const,
      title: words.concernsIn(names(own), own.length === categories.length),
      why: words.from(person.group, words.viewConcerns, from),
    })),
    ...only(readsUnsorted, { sign: 'yes', title: words.unsorted, why: words.unsortedWhy }),
    ...only(watched.length > 0, {
      sign: 'yes',
      title: words.watched(names(watched), all(watched)),
      why: words.watchedWhy(person.group),
    }),
    ...only(adds.length > 0 && !person.left && person.logsIn, {
      sign: 'yes',
      title: words.adds(names(adds), all(adds)),
      why: words.addsWhy(person.group),
    }),
  ];
}

/** What the matrix keeps from this person. */
export function categoriesHidden(seen: Seen): SeenLine[] {
  const { person, categories, works, readsUnsorted } = seen;
  if (!works) return [];
  const names = (some: readonly SeenCategory[]) => some.map(({ name }) => name);
  const without = categories.filter(({ viewConcerns }) => !viewConcerns);
  const closed = categories.filter(({ viewConcerns, reads }) => viewConcerns && !reads);
  const restricted = without.filter((one) => one.restricted);
  const adds = openOnes(categories).some(({ addConcerns }) => addConcerns);
  return [
    ...only(without.length > 0, {
      sign: 'no',
      title: words.concernsIn(names(without), without.length === categories.length),
      why: words.noneHere(person.group),
    }),
    ...only(closed.length > 0, {
      sign: 'no',
      title: words.concernsIn(names(closed), closed.length === categories.length),
      why: words.closed(person.group),
    }),
    ...only(restricted.length > 0 && without.length < categories.length, {
      sign: 'no',
      title: words.beside(names(restricted)),
      why: words.besideWhy,
    }),
    ...only(!readsUnsorted, { sign: 'no', title: words.unsorted, why: words.noUnsorted }),
    ...only(!adds, { sign: 'no', title: words.noAdds, why: words.noAddsWhy(person.group) }),
  ];
}

const openOnes = (categories: readonly SeenCategory[]) => categories.filter(({ disabled }) => !disabled);

/** Categories by the row of the matrix that speaks for them; null: the row for every category. */
function gathered(categories: readonly SeenCategory[]): [string | null, SeenCategory[]][] {
  const rows = new Map<string | null, SeenCategory[]>();
  for (const category of categories) {
    const from = category.from === null || category.from === '*' ? null : category.from.name;
    rows.set(from, [...(rows.get(from) ?? []), category]);
  }
  return [...rows];
}

function only(holds: boolean, line: SeenLine): SeenLine[] {
  return holds ? [line] : [];
}
