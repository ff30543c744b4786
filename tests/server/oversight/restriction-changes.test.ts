import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { oakfield, openOffice, type Office } from './office';

let office: Office;
const toOnly = (className: string, ...staff: string[]): Change => ({
  kind: 'restriction.set',
  type: 'class',
  targetId: office.id.class(className),
  allows: { groups: [], staff: staff.map((name) => office.id.staff(name)) },
});
const toEveryone = (className: string): Change => ({
  kind: 'restriction.set',
  type: 'class',
  targetId: office.id.class(className),
  allows: 'everyone',
});
const classes = (on: boolean): Change => ({ kind: 'restriction.switch', type: 'class', on });

async function lists() {
  const { class: type } = await office.sue.must('readClassRestrictions');
  return { on: type.on, ...Object.fromEntries(type.targets.map(({ name, list }) => [name, list])) };
}
const EVERYONE = { everyone: true, groups: [], staff: [] };

describe('a school without class restrictions', () => {
  beforeEach(async () => {
    office = await openOffice();
  });

  test('switches them on without closing any class unseen', async () => {
    expect(await lists()).toEqual({ on: false, '4B': null, '6A': null });
    expect(await office.outcomeOf(classes(true))).toBe('made');
    expect(await lists()).toEqual({ on: true, '4B': EVERYONE, '6A': EVERYONE });
  });

  test('prepares a list before it switches on', async () => {
    expect(await office.outcomeOf(toOnly('4B', 'Nadia Shah'))).toBe('made');
    expect(await office.outcomeOf(classes(true))).toBe('made');
    expect(await lists()).toMatchObject({
      '4B': { everyone: false, staff: [{ name: 'Nadia Shah', left: false }] },
      '6A': EVERYONE,
    });
  });

  test('switches year groups by themselves', async () => {
    await office.make({ kind: 'restriction.switch', type: 'year', on: true });
    const shown = await office.sue.must('readClassRestrictions');
    expect([shown.class.on, shown.year.on]).toEqual([false, true]);
    expect(shown.year.targets.map(({ name, list }) => [name, list?.everyone])).toEqual([
      ['Year 4', true],
      ['Year 6', true],
    ]);
  });
});

describe('a school whose class 4B is closed to all but Nadia', () => {
  beforeEach(async () => {
    office = await openOffice(
      oakfield({
        classRestrictions: [
          {
            type: 'class',
            name: '4B',
            everyone: false,
            userGroups: [],
            staff: ['nadia.shah@oakfield.example'],
          },
          { type: 'class', name: '6A', everyone: true, userGroups: [], staff: [] },
        ],
      }),
    );
  });

  test('is switched on by its spreadsheet', async () => {
    expect(await lists()).toMatchObject({ on: true, '6A': EVERYONE });
  });

  test('waits with switching off, since Jo would see 4B; the list is kept meanwhile and afterwards', async () => {
    expect(await office.outcomeOf(classes(false))).toEqual(['Jo Price: sees-class']);
    expect(await lists()).toMatchObject({ on: true });
    await office.confirmAll();
    expect(await lists()).toMatchObject({ on: false, '4B': { staff: [{ name: 'Nadia Shah' }] } });
    expect(await office.outcomeOf(classes(true))).toBe('made');
    expect(await lists()).toMatchObject({ on: true, '4B': { staff: [{ name: 'Nadia Shah' }] } });
  });

  test('waits with opening 4B to everyone, or to one person more', async () => {
    expect(await office.outcomeOf(toEveryone('4B'))).toEqual(['Jo Price: sees-class 4B']);
    expect(await office.outcomeOf(toOnly('4B', 'Nadia Shah', 'Jo Price'))).toEqual([
      'Jo Price: sees-class 4B',
    ]);
  });

  test('closes 6A at once, even to everybody', async () => {
    expect(await office.outcomeOf(toOnly('6A'))).toBe('made');
    expect(await lists()).toMatchObject({ '6A': { everyone: false, groups: [], staff: [] } });
  });

  test('has no list for a class that is added later: it is closed, and opening it waits', async () => {
    const yearGroupId = office.id.year('Year 4');
    await office.make({ kind: 'class.add', name: '4C', yearGroupId, teacherId: null });
    office = { ...office, id: await office.ids() };
    expect(await lists()).toMatchObject({ '4C': null });
    expect(await office.outcomeOf(classes(true))).toBe('made');
    expect(await lists()).toMatchObject({ '4C': null });
    expect(await office.outcomeOf(toEveryone('4C'))).toEqual(['Jo Price: sees-class 4C']);
  });

  test('finds nothing under an id that is no class, group or person of this school', async () => {
    const nowhere = office.id.staff('Jo Price');
    const asked = [
      { ...toEveryone('4B'), targetId: nowhere },
      { ...toEveryone('4B'), allows: { groups: [nowhere], staff: [] } },
      { ...toEveryone('4B'), allows: { groups: [], staff: [office.id.class('4B')] } },
    ] as Change[];
    for (const change of asked) {
      expect((await office.sue.call('makeChanges', { body: { changes: [change] } })).status).toBe(404);
    }
  });
});

test('lists come with what tells classes apart: year, teacher, pupils on roll, and how many a group is', async () => {
  office = await openOffice();
  const shown = await office.sue.must('readClassRestrictions');
  const onRoll = async (where: object) =>
    (await office.house.ground.database.read('pupils').where(where).whereNull('left_at')).length;
  for (const { id, name, pupils, yearGroupId } of shown.class.targets) {
    expect([name, pupils]).toEqual([name, await onRoll({ class_id: id })]);
    expect(shown.year.targets.map((year) => year.id)).toContain(yearGroupId);
  }
  for (const { id, pupils, yearGroupId, teacher } of shown.year.targets)
    expect([pupils, yearGroupId, teacher]).toEqual([await onRoll({ year_group_id: id }), null, null]);
  expect(shown.groups.map(({ name, people }) => [name, people])).toContainEqual(['Administrators', 1]);
});
