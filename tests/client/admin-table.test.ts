import { expect, test } from 'vitest';
import { matching, ordered, type Column } from '../../client/screens/admin/table/columns';

interface Person {
  name: string;
  group: string;
  tablets: number;
}

const columns: readonly Column<Person>[] = [
  { key: 'name', title: 'Name', cell: ({ name }) => name, text: ({ name }) => name },
  { key: 'group', title: 'Group', cell: ({ group }) => group, text: ({ group }) => group },
  {
    key: 'tablets',
    title: 'Tablets',
    cell: ({ tablets }) => tablets,
    text: ({ tablets }) => String(tablets),
    sort: ({ tablets }) => tablets,
  },
];
const zoe: Person = { name: 'Zoë Brand', group: 'Teachers', tablets: 10 };
const ann: Person = { name: 'Ann O’Hara', group: 'All staff', tablets: 2 };
const ömer: Person = { name: 'Ömer Aydın', group: 'Teachers', tablets: 2 };
const people = [zoe, ann, ömer];
const names = (rows: readonly Person[]) => rows.map(({ name }) => name.split(' ')[0]);

test('a name is found without its accents and capitals', () => {
  expect(names(matching(people, columns, 'ZOE'))).toEqual(['Zoë']);
  expect(names(matching(people, columns, 'omer'))).toEqual(['Ömer']);
});

test('every word has to be there, in whatever column and order', () => {
  expect(names(matching(people, columns, 'teachers brand'))).toEqual(['Zoë']);
  expect(names(matching(people, columns, ' teachers  '))).toEqual(['Zoë', 'Ömer']);
  expect(matching(people, columns, 'teachers hara')).toEqual([]);
});

test('names sort as English does, counts as numbers, and those that are alike stay as they came', () => {
  expect(names(ordered(people, columns, { key: 'name', down: false }))).toEqual(['Ann', 'Ömer', 'Zoë']);
  expect(names(ordered(people, columns, { key: 'tablets', down: false }))).toEqual(['Ann', 'Ömer', 'Zoë']);
  expect(names(ordered(people, columns, { key: 'tablets', down: true }))).toEqual(['Zoë', 'Ann', 'Ömer']);
  expect(names(ordered(people, columns, null))).toEqual(['Zoë', 'Ann', 'Ömer']);
});
