import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { anAutomaticAlert, aPupil } from '../school-builder';
import { JO, oakfield, openOffice, type Office } from './office';

let office: Office;
const move = (className: string, year: string): Change => ({
  kind: 'class.move',
  classId: office.id.class(className),
  yearGroupId: office.id.year(year),
});

async function shown() {
  const { classes } = await office.sue.must('readClasses');
  return Object.fromEntries(classes.map(({ name, ...rest }) => [name, rest]));
}

describe('classes and year groups', () => {
  beforeEach(async () => {
    office = await openOffice(
      oakfield({
        pupils: [
          aPupil({ className: '4B', yearGroup: 'Year 4' }),
          aPupil({ className: '4B', yearGroup: 'Year 4' }),
          aPupil({ className: '4B', yearGroup: 'Year 6' }),
        ],
      }),
    );
  });

  test('a new year group and a new class in it are made at once: nobody is in it yet', async () => {
    expect(await office.outcomeOf({ kind: 'year-group.add', name: 'Year 5' })).toBe('made');
    const yearGroupId = (await office.ids()).year('Year 5');
    const teacherId = office.id.staff('Jo Price');
    expect(await office.outcomeOf({ kind: 'class.add', name: '5C', yearGroupId, teacherId })).toBe('made');
    expect((await shown())['5C']).toMatchObject({ yearGroupId, teacher: { name: 'Jo Price' }, pupils: 0 });
    const { years } = await office.sue.must('readClasses');
    expect(years.map(({ name }) => name)).toEqual(['Year 4', 'Year 6', 'Year 5']);
  });

  test('other names, unless they are taken', async () => {
    const rename = (name: string): Change => ({
      kind: 'class.change',
      classId: office.id.class('4B'),
      name,
      teacherId: null,
    });
    expect(await office.outcomeOf(rename('4 Beech'))).toBe('made');
    expect(await office.refusalOf(rename('6A'))).toContain('“6A”');
    const yearGroupId = office.id.year('Year 4');
    const year = (name: string): Change => ({ kind: 'year-group.rename', yearGroupId, name });
    expect(await office.outcomeOf(year('Y4'))).toBe('made');
    expect(await office.refusalOf(year('Year 6'))).toContain('“Year 6”');
  });

  test('a teacher has the class among their own classes, and whoever had it before no longer', async () => {
    const taughtBy = (name: string): Change => ({
      kind: 'class.change',
      classId: office.id.class('4B'),
      name: '4B',
      teacherId: office.id.staff(name),
    });
    const own = async (name: string) =>
      office.house.ground.database
        .read('staff_classes')
        .where({ staff_id: office.id.staff(name) })
        .pluck('class_id');
    await office.make(taughtBy('Jo Price'));
    expect(await own('Jo Price')).toEqual([office.id.class('4B')]);
    await office.make(taughtBy('Sue Coyle'));
    expect(await own('Jo Price')).toEqual([]);
    expect(await own('Sue Coyle')).toEqual([office.id.class('4B')]);
    await office.house.ground.database.write((trx) =>
      trx('staff')
        .where({ id: office.id.staff('Jo Price') })
        .update({ disabled_at: '2026-11-23T12:00:00.000Z' }),
    );
    expect(await office.refusalOf(taughtBy('Jo Price'))).toBe(
      'This person has left. Choose another teacher.',
    );
  });

  test('a closed year group takes no class in, and a closed class goes nowhere, until they are open again', async () => {
    const [classId, yearGroupId] = [office.id.class('6A'), office.id.year('Year 6')];
    const add: Change = { kind: 'class.add', name: '6Z', yearGroupId, teacherId: null };
    const yearIsClosed = 'This year group is closed. Open it again, or choose another one.';
    await office.make(move('6A', 'Year 4'));
    await office.make({ kind: 'class.disable', classId });
    expect(await office.refusalOf(move('6A', 'Year 6'))).toBe('This class is closed. Open it again first.');
    await office.house.ground.database.write((trx) =>
      trx('pupils')
        .where({ year_group_id: yearGroupId })
        .update({ year_group_id: office.id.year('Year 4') }),
    );
    await office.make({ kind: 'year-group.disable', yearGroupId });
    expect(await office.refusalOf(add)).toBe(yearIsClosed);
    expect(await office.refusalOf(move('4B', 'Year 6'))).toBe(yearIsClosed);
    await office.make({ kind: 'year-group.enable', yearGroupId });
    expect(await office.outcomeOf(add)).toBe('made');
  });

  test('a class goes to another year group with its pupils; a pupil of another year stays in hers', async () => {
    expect(await office.outcomeOf(move('4B', 'Year 6'))).toBe('made');
    expect((await shown())['4B']).toMatchObject({ yearGroupId: office.id.year('Year 6'), pupils: 3 });
    const years = await office.house.ground.database.read('pupils').distinct().pluck('year_group_id');
    expect(years).toEqual([office.id.year('Year 6')]);

    const pupil = await office.house.ground.database.read('pupils').first('id');
    await office.house.ground.database.write((trx) =>
      trx('pupils').where({ id: pupil!.id }).update({ left_at: '2026-11-20T12:00:00.000Z' }),
    );
    await office.make(move('4B', 'Year 4'));
    const rows = await office.house.ground.database.read('pupils').where({ left_at: null });
    expect(rows.map((row) => row.year_group_id)).toEqual([
      office.id.year('Year 4'),
      office.id.year('Year 4'),
    ]);
    const leaver = await office.house.ground.database.read('pupils').where({ id: pupil!.id }).first();
    expect(leaver!.year_group_id).toBe(office.id.year('Year 6'));
  });
});

test('a class that comes into a year group which more people may see waits; the way back is made at once', async () => {
  office = await openOffice(
    oakfield({
      classRestrictions: [
        {
          type: 'year group',
          name: 'Year 4',
          everyone: false,
          userGroups: [],
          staff: ['nadia.shah@oakfield.example'],
        },
        { type: 'year group', name: 'Year 6', everyone: true, userGroups: [], staff: [] },
      ],
    }),
  );
  expect(await office.outcomeOf(move('4B', 'Year 6'))).toEqual(['Jo Price: pupil']);
  expect(await office.outcomeOf(move('6A', 'Year 4'))).toBe('made');
});

test('a class that comes into a year group of which somebody else is told waits', async () => {
  office = await openOffice(
    oakfield({
      automaticAlerts: [
        anAutomaticAlert({ category: 'Behaviour', alertGroups: [], staff: [JO], yearGroups: ['Year 6'] }),
      ],
    }),
  );
  expect(await office.outcomeOf(move('4B', 'Year 6'))).toEqual(['Jo Price: pupil']);
  expect(await office.outcomeOf(move('6A', 'Year 4'))).toBe('made');
});
