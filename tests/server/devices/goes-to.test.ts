import { expect, test } from 'vitest';
import { openHouse } from '../house';
import { aCategory, anAutomaticAlert, aSchool } from '../school-builder';
import { Tablet } from '../tablet';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';

test('a tablet is told which rules are only for a class or a year', async () => {
  const plan = aSchool({
    categories: [aCategory({ name: 'Bullying' }), aCategory({ name: 'Name-calling', parent: 'Bullying' })],
    alertGroups: ['Safeguarding team', '4B team'].map((name) => ({ name, members: [NADIA] })),
    automaticAlerts: [
      anAutomaticAlert({ category: 'Bullying', alertGroups: ['4B team'], classes: ['4B'] }),
      anAutomaticAlert({ category: 'Bullying', alertGroups: [], staff: [RUTH], yearGroups: ['Year 6'] }),
      anAutomaticAlert({ category: 'Name-calling' }),
    ],
  });
  const house = await openHouse({ plan });
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  const board = await tablet.visitor.must('readBoard', { params: { id: tablet.deviceId } });
  const { pupils } = await tablet.visitor.must('readRoll');
  const { read } = house.ground.database;
  const years = await read('year_groups').orderBy('position').pluck<string[]>('id');

  const kinds = new Map(board.categories.map((one) => [one.name, one]));
  const limited = [
    { names: ['4B team'], classes: [pupils[0]!.classId], years: [] },
    { names: ['Mrs Grey'], classes: [], years: [years[1]] },
  ];
  expect(pupils[0]!.yearGroupId).toBe(years[0]);
  expect(kinds.get('Bullying')).toMatchObject({ goesTo: [], limited });
  expect(kinds.get('Name-calling')).toMatchObject({ goesTo: ['Safeguarding team'], limited });
  expect(board.fallback).toEqual(['Safeguarding team']);
});
