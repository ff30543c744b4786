import type { Category, DeviceBoard, Roll } from '../../../protocol/devices';
import { firstLeft } from '../../../protocol/staff-path';
import type { AboutAdults, RecordContent } from './record-content';

type Kept = Pick<DeviceBoard, 'categories' | 'fallback' | 'duty' | 'staffPath'>;
type Known = Pick<Roll, 'staff' | 'alertGroups' | 'pupils'>;
type Chosen = Pick<RecordContent, 'categories' | 'alertStaff' | 'alertGroups' | 'pupils'> &
  Partial<Pick<RecordContent, 'about'>>;

/**
 * Names of those whom a record would alert, for "Goes to: …": what the school's rules say of its categories and of the
 * classes of its pupils, who was named by hand, and the school's fallback where the school would fall back: without a
 * category, or when that is nobody (server/alerts/recipients.ts). The school decides again when it arrives.
 * @param roll null where no lists of people are open
 * @param self staff id of the writer, who is never told
 */
export function goesTo(board: Kept | null, roll: Known | null, content: Chosen, self = ''): string[] {
  if (content.about) return keepersHere(board, content.about, self).map(({ name }) => name);
  const rules = byRule(board, roll, content);
  const hand = [
    ...named(roll?.alertGroups ?? [], content.alertGroups),
    ...named(roll?.staff ?? [], content.alertStaff),
  ];
  const isLost = content.categories.length === 0 || rules.length + hand.length === 0;
  return [...new Set([...rules, ...(isLost ? (board?.fallback ?? []) : []), ...hand])];
}

/** Who alone is told of a record about adults who work here (protocol/staff-path.ts); empty where it is not known here. */
export function keepersHere(
  board: Pick<DeviceBoard, 'staffPath'> | null,
  about: AboutAdults,
  self: string,
): { id: string; name: string }[] {
  const named = new Set(about.staff.map(({ id }) => id));
  return firstLeft(board?.staffPath ?? [], ({ id }) => id !== self && !named.has(id));
}

/** Names of the safeguarding leads: a record without unlocking waits for them to check it, and alerts nobody else. */
export function leadsOf(board: Pick<DeviceBoard, 'duty'> | null): string[] {
  const leads = (board?.duty ?? []).filter(({ role }) => role === 'lead' || role === 'deputy');
  return [...new Set(leads.map(({ name }) => name))];
}

/** Names of those whom the school's rules alert, each once; a rule limited to classes or years only for its pupils. */
export function byRule(
  board: Pick<DeviceBoard, 'categories'> | null,
  roll: Pick<Roll, 'pupils'> | null,
  content: Pick<RecordContent, 'categories' | 'pupils'>,
): string[] {
  const ids = new Set(content.pupils.flatMap((one) => (one.kind === 'listed' ? one.pupil.id : [])));
  const pupils = (roll?.pupils ?? []).filter(({ id }) => ids.has(id));
  const ticked = (board?.categories ?? []).filter(({ id }) => content.categories.includes(id));
  const names = ticked.flatMap((category) => [
    ...category.goesTo,
    ...limitedOf(category)
      .filter((rule) => pupils.some((pupil) => covers(rule, pupil)))
      .flatMap((rule) => rule.names),
  ]);
  return [...new Set(names)];
}

/** A board that was kept before rules had their limits has none. */
function limitedOf(category: Partial<Pick<Category, 'limited'>>): Category['limited'] {
  return category.limited ?? [];
}

function covers(
  { classes, years }: Category['limited'][number],
  { classId, yearGroupId }: Roll['pupils'][number],
): boolean {
  return (
    (classId !== null && classes.includes(classId)) || (yearGroupId !== null && years.includes(yearGroupId))
  );
}

/** The first names and how many more there are, so that the line stays one line. */
export function shortened(
  names: readonly string[],
  most: number,
): { first: readonly string[]; more: number } {
  // "and 1 more" is no shorter than the name itself.
  if (names.length <= most + 1) return { first: names, more: 0 };
  return { first: names.slice(0, most), more: names.length - most };
}

function named(all: readonly { id: string; name: string }[], ids: readonly string[]): string[] {
  return all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}
