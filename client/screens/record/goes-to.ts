import type { DeviceBoard, Roll } from '../../../protocol/devices';
import type { RecordContent } from './record-content';

/**
 * Names of those whom a record would alert, for "Goes to: …": what the school's rules say of its categories, who was
 * named by hand, and the school's fallback when that is nobody. The school decides again when it arrives.
 * @param roll null without unlocking
 */
export function goesTo(
  board: Pick<DeviceBoard, 'categories' | 'fallback'> | null,
  roll: Pick<Roll, 'staff' | 'alertGroups'> | null,
  content: Pick<RecordContent, 'categories' | 'alertStaff' | 'alertGroups'>,
): string[] {
  const byRule = (board?.categories ?? [])
    .filter(({ id }) => content.categories.includes(id))
    .flatMap((category) => category.goesTo);
  const rules = byRule.length === 0 ? (board?.fallback ?? []) : byRule;
  const groups = named(roll?.alertGroups ?? [], content.alertGroups);
  const staff = named(roll?.staff ?? [], content.alertStaff);
  return [...new Set([...rules, ...groups, ...staff])];
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
