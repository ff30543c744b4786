import { createHash } from 'node:crypto';
import type { Change } from '../../protocol/changes/change';
import { uuidv7 } from '../../protocol/identifiers';

/**
 * Gives the ids of what one change adds, the same ones each time that it is carried out: whoever confirms a change is
 * shown who gains what by their ids, and compares (`decide-change.ts`).
 * @param changeId UUIDv7 of the change
 */
export function idsOfAdded(changeId: string): () => string {
  const time = Number.parseInt(changeId.replace('-', '').slice(0, 12), 16);
  let number = 0;
  return () => {
    number += 1;
    const random = createHash('sha256')
      .update(`${changeId} ${String(number)}`)
      .digest();
    return uuidv7(time, random.subarray(0, 10));
  };
}

/** What one change adds, by name and in the order of its ids. */
export function namesOfAdded(change: Change): string[] {
  switch (change.kind) {
    case 'staff.add':
    case 'pupil.add':
      return [`${change.firstName} ${change.lastName}`];
    case 'roll.upload':
      return change.joiners.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    case 'group.add':
    case 'alert-group.add':
    case 'category.add':
    case 'class.add':
    case 'year-group.add':
    case 'place.add':
    case 'agency.add':
      return [change.name];
    case 'import.groups':
    case 'import.staff':
    case 'import.pupils':
    case 'import.categories':
    case 'import.alerts':
    case 'import.settings':
      return change.rows.filter(({ what }) => what === 'add').map(({ title }) => title);
    default:
      return [];
  }
}
