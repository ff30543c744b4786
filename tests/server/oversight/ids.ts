import { readNamed, readStaffNames } from '../../../server/school/names';
import type { TestHouse } from '../house';

/** Looks up ids of a house by the names that people use. @throws when a name is not there */
export async function idsOf(house: TestHouse) {
  const { ground, schoolId } = house;
  const reader = ground.database.read;
  const named = async (table: Parameters<typeof readNamed>[3]) =>
    inverted(await readNamed(reader, ground, schoolId, table), table);
  const staff = await readStaffNames(reader, ground, schoolId);
  return {
    group: await named('user_groups'),
    category: await named('categories'),
    class: await named('classes'),
    year: await named('year_groups'),
    place: await named('places'),
    agency: await named('agencies'),
    alertGroup: await named('alert_groups'),
    staff: inverted(new Map([...staff].map(([id, { name }]) => [id, name])), 'staff'),
  };
}

function inverted(names: ReadonlyMap<string, string>, table: string): (name: string) => string {
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  return (name) => {
    const id = ids.get(name);
    if (!id) throw new Error(`no “${name}” in ${table}; there are: ${[...ids.keys()].join(', ')}`);
    return id;
  };
}
