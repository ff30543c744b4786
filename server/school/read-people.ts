import type { Colleague } from '../../protocol/fields';
import type { Ground } from '../ground';
import type { Reader } from '../storage/database';
import { readStaffNames } from './names';

/** The staff of a school by name, for lists of people in its administration. */
export class People {
  readonly #people: ReadonlyMap<string, Colleague>;

  constructor(people: readonly Colleague[]) {
    this.#people = new Map(people.map((person) => [person.id, person]));
  }

  /** Whoever has not left: whom a list may newly name. */
  get present(): Colleague[] {
    return [...this.#people.values()].filter(({ left }) => !left);
  }

  /** These people, leavers too, by name. */
  among(ids: Iterable<string>): Colleague[] {
    const wanted = new Set(ids);
    return [...this.#people.values()].filter(({ id }) => wanted.has(id));
  }
}

/** Everybody who is or was on the staff of a school. */
export async function readPeople(reader: Reader, ground: Ground, schoolId: string): Promise<People> {
  const rows = await reader('staff').where({ school_id: schoolId }).select('id', 'disabled_at');
  const ids = rows.map(({ id }) => id);
  const names = await readStaffNames(reader, ground, schoolId, ids);
  const people = rows.map(({ id, disabled_at }) => ({
    id,
    name: names.get(id)?.name ?? '',
    jobTitle: names.get(id)?.jobTitle ?? null,
    left: disabled_at !== null,
  }));
  return new People(people.sort((a, b) => a.name.localeCompare(b.name)));
}
