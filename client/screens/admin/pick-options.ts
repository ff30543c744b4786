import type { Colleague } from '../../../protocol/fields';
import type { PickOption } from '../../components/heed-two-lists';
import { twoLists as words } from '../../strings/admin/two-lists';

/** People as rows of a two-list picker: those who may be chosen, and leavers who stand in the list still. */
export function peopleOptions(
  present: readonly Colleague[],
  listed: readonly Colleague[] = [],
): PickOption[] {
  const known = new Map([...listed, ...present].map((person) => [person.id, person]));
  return [...known.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name, left, jobTitle }) => ({
      id,
      name,
      note: left ? words.left : (jobTitle ?? ''),
      group: false,
    }));
}
