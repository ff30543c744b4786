import { beforeEach, describe, expect, test } from 'vitest';
import type { Change, ChangeOf } from '../../../protocol/changes/change';
import { anAutomaticAlert, aPupil } from '../school-builder';
import { aConcern, Tablet } from '../tablet';
import { JO, oakfield, openOffice, TOM, type Office } from './office';

let office: Office;
const members = (group: string, ...names: string[]): Change => ({
  kind: 'alert-group.members',
  groupId: office.id.alertGroup(group),
  members: names.map((name) => office.id.staff(name)),
});
const fallback = (group: string, on: boolean): Change => ({
  kind: 'alert-group.fallback',
  groupId: office.id.alertGroup(group),
  fallback: on,
});
const remove = (group: string): Change => ({
  kind: 'alert-group.remove',
  groupId: office.id.alertGroup(group),
});

async function leaves(name: string): Promise<void> {
  await office.house.ground.database.write((trx) =>
    trx('staff')
      .where({ id: office.id.staff(name) })
      .update({ disabled_at: new Date(office.house.clock.now()).toISOString() }),
  );
}

describe('alert groups', () => {
  beforeEach(async () => {
    office = await openOffice(
      oakfield({
        alertGroups: [
          { name: 'Safeguarding team', members: ['nadia.shah@oakfield.example'] },
          { name: 'Pastoral team', members: [JO] },
          { name: 'Office', members: [] },
        ],
        automaticAlerts: [anAutomaticAlert({ category: 'Attendance', alertGroups: ['Pastoral team'] })],
      }),
    );
  });

  test('are shown with their members, the fallback, and how many rules name them', async () => {
    const { groups, staff } = await office.sue.must('readAlertGroups');
    const shown = groups.map((one) => [one.name, one.fallback, one.members.map((m) => m.name), one.rules]);
    expect(shown).toEqual([
      ['Safeguarding team', true, ['Nadia Shah'], 0],
      ['Pastoral team', false, ['Jo Price'], 1],
      ['Office', false, [], 0],
    ]);
    expect(staff.map(({ name }) => name)).toContain('Sue Coyle');
  });

  test('a new one without members is made at once, with members it waits', async () => {
    expect(await office.outcomeOf({ kind: 'alert-group.add', name: 'Nurture', members: [] })).toBe('made');
    const jo = office.id.staff('Jo Price');
    const outcome = await office.outcomeOf({
      kind: 'alert-group.add',
      name: 'Breakfast club',
      members: [jo],
    });
    expect(outcome).toEqual(['Jo Price: alert-group Breakfast club']);
    await office.confirmAll();
    const { groups } = await office.sue.must('readAlertGroups');
    expect(groups.at(-1)).toMatchObject({ name: 'Breakfast club', members: [{ name: 'Jo Price' }] });
  });

  test('somebody who comes in waits, also for what a rule tells the group', async () => {
    expect(await office.outcomeOf(members('Pastoral team', 'Jo Price', 'Sue Coyle'))).toEqual([
      'Sue Coyle: alert-group Pastoral team',
      'Sue Coyle: told Attendance',
      'Sue Coyle: told Truancy',
    ]);
  });

  test('a lead who reads everything comes in at once; whoever goes out goes at once', async () => {
    expect(await office.outcomeOf(members('Pastoral team', 'Jo Price', 'Tom Lowe'))).toBe('made');
    expect(await office.outcomeOf(members('Pastoral team', 'Tom Lowe'))).toBe('made');
    const { groups } = await office.sue.must('readAlertGroups');
    expect(groups[1]!.members.map(({ name }) => name)).toEqual(['Tom Lowe']);
  });

  test('a group gets another name at once, unless it is taken', async () => {
    const rename = (name: string): Change => ({
      kind: 'alert-group.rename',
      groupId: office.id.alertGroup('Office'),
      name,
    });
    expect(await office.outcomeOf(rename('School office'))).toBe('made');
    expect(await office.refusalOf(rename('Pastoral team'))).toContain('“Pastoral team”');
  });

  test('nobody who has left comes in; a member who has left may stay in the list', async () => {
    await leaves('Jo Price');
    expect(await office.refusalOf(members('Office', 'Jo Price'))).toBe(
      'Somebody in this list has left. Leave them out.',
    );
    expect(await office.outcomeOf(members('Pastoral team', 'Jo Price', 'Tom Lowe'))).toBe('made');
    const { groups } = await office.sue.must('readAlertGroups');
    expect(groups[1]!.members).toMatchObject([
      { name: 'Jo Price', left: true },
      { name: 'Tom Lowe', left: false },
    ]);
  });

  test('the pastoral team becomes a fallback after a second person has looked', async () => {
    expect(await office.outcomeOf(fallback('Pastoral team', true))).toEqual(['Jo Price: fallback']);
    await office.confirmAll();
    expect(await office.outcomeOf(fallback('Safeguarding team', false))).toBe('made');
    const { groups } = await office.sue.must('readAlertGroups');
    expect(groups.filter((one) => one.fallback).map(({ name }) => name)).toEqual(['Pastoral team']);
  });

  test('a fallback with somebody in it always remains', async () => {
    const only = /only group that is told when nobody else is/;
    expect(await office.refusalOf(fallback('Safeguarding team', false))).toMatch(only);
    expect(await office.refusalOf(remove('Safeguarding team'))).toMatch(only);
    expect(await office.refusalOf(members('Safeguarding team'))).toContain('fallback group would be empty');
    expect(await office.refusalOf(fallback('Office', true))).toBe(
      'Nobody is in this group. Add somebody first.',
    );
  });

  test('a group that a rule names cannot go, any other can', async () => {
    expect(await office.refusalOf(remove('Pastoral team'))).toBe(
      'An automatic alert names this group. Take it out of there first.',
    );
    expect(await office.outcomeOf(remove('Office'))).toBe('made');
    const { groups } = await office.sue.must('readAlertGroups');
    expect(groups.map(({ name }) => name)).toEqual(['Safeguarding team', 'Pastoral team']);
  });
});

describe('automatic alerts', () => {
  /** "When a concern is in … alert …"; what is not given is empty. */
  const sentence = (
    categories: string[],
    told: { groups?: string[]; staff?: string[] },
    limits: { classes?: string[]; years?: string[] } = {},
  ): ChangeOf<'automatic-alert.add'> => ({
    kind: 'automatic-alert.add',
    categories: categories.map((name) => office.id.category(name)),
    classes: (limits.classes ?? []).map((name) => office.id.class(name)),
    years: (limits.years ?? []).map((name) => office.id.year(name)),
    groups: (told.groups ?? []).map((name) => office.id.alertGroup(name)),
    staff: (told.staff ?? []).map((name) => office.id.staff(name)),
    daily: false,
  });
  const changed = (rule: ChangeOf<'automatic-alert.add'>, ruleId: string): Change => ({
    ...rule,
    kind: 'automatic-alert.change',
    ruleId,
  });
  const onlyRule = async () => (await office.sue.must('readAutomaticAlerts')).rules[0]!;

  beforeEach(async () => {
    office = await openOffice(
      oakfield({
        pupils: [
          aPupil({ className: '4B', yearGroup: 'Year 4' }),
          aPupil({ className: '6A', yearGroup: 'Year 6' }),
        ],
      }),
    );
  });

  test('tell a lead who reads everything at once, and say what they say', async () => {
    const rule = sentence(
      ['Home', 'Behaviour'],
      { staff: ['Tom Lowe'] },
      { classes: ['6A'], years: ['Year 4'] },
    );
    expect(await office.outcomeOf(rule)).toBe('made');
    const shown = await onlyRule();
    const names = [shown.categories, shown.classes, shown.years, shown.groups, shown.staff];
    expect(names.map((list) => list.map(({ name }) => name))).toEqual([
      ['Home', 'Behaviour'],
      ['6A'],
      ['Year 4'],
      [],
      ['Tom Lowe'],
    ]);
    expect(shown.reaches).toBe(1);
  });

  test('that tell a teacher wait; then a concern in any of the categories, of that year, alerts her', async () => {
    const rule = sentence(['Home', 'Attendance'], { staff: ['Jo Price'] }, { years: ['Year 4'] });
    expect(await office.outcomeOf(rule)).toEqual(
      ['Attendance', 'Home', 'Neglect', 'Truancy'].map((name) => `Jo Price: told ${name}`),
    );
    await office.confirmAll();

    const tablet = await Tablet.enrol(await office.house.loggedIn(TOM));
    const { read } = office.house.ground.database;
    const pupilOf = async (year: string) =>
      (await read('pupils')
        .where({ year_group_id: office.id.year(year) })
        .first('id'))!.id;
    const alertedTo = async (category: string, year: string) => {
      const before = await read('alerts').where({ staff_id: office.id.staff('Jo Price') });
      const categories = [office.id.category(category)];
      const concern = aConcern({ pupilId: await pupilOf(year), categories });
      await tablet.deliver((await tablet.seal(concern)).bytes);
      await office.house.settled();
      const after = await read('alerts').where({ staff_id: office.id.staff('Jo Price') });
      return after.length - before.length;
    };
    expect(await alertedTo('Neglect', 'Year 4')).toBe(1);
    expect(await alertedTo('Truancy', 'Year 4')).toBe(1);
    expect(await alertedTo('Behaviour', 'Year 4')).toBe(0);
    expect(await alertedTo('Truancy', 'Year 6')).toBe(0);
  });

  test('are narrowed at once and widened only with a second person', async () => {
    await office.make(sentence(['Home', 'Behaviour'], { staff: ['Jo Price'] }, { years: ['Year 4'] }));
    await office.confirmAll();
    const { id } = await onlyRule();
    const narrow = sentence(['Behaviour'], { staff: ['Jo Price'] }, { classes: ['4B'] });
    expect(await office.outcomeOf(changed(narrow, id))).toBe('made');
    const wide = sentence(['Behaviour'], { staff: ['Jo Price'] });
    expect(await office.outcomeOf(changed(wide, id))).toEqual(['Jo Price: told Behaviour']);
    expect(await office.outcomeOf({ kind: 'automatic-alert.remove', ruleId: id })).toBe('made');
    expect((await office.sue.must('readAutomaticAlerts')).rules).toEqual([]);
  });

  test('that reach nobody are refused: nobody named, an empty group, a leaver', async () => {
    const nobody = /^This would alert nobody\./;
    expect(await office.refusalOf(sentence(['Home'], {}))).toMatch(nobody);
    await office.make({ kind: 'alert-group.add', name: 'Nurture', members: [] });
    office = { ...office, id: await office.ids() };
    expect(await office.refusalOf(sentence(['Home'], { groups: ['Nurture'] }))).toMatch(nobody);
    const rule = sentence(['Home'], { staff: ['Tom Lowe'] });
    await office.make(rule);
    await leaves('Tom Lowe');
    expect(await office.refusalOf(changed(rule, (await onlyRule()).id))).toMatch(nobody);
    expect(await onlyRule()).toMatchObject({ reaches: 0, staff: [{ name: 'Tom Lowe', left: true }] });
  });

  test('need a category that is one still', async () => {
    const rule = sentence(['Truancy'], { staff: ['Tom Lowe'] });
    const none = await office.sue.call('makeChanges', { body: { changes: [{ ...rule, categories: [] }] } });
    expect(none.problem).toMatchObject({ status: 400, title: 'Choose a category.' });
    await office.make({
      kind: 'category.merge',
      categoryId: office.id.category('Truancy'),
      intoId: office.id.category('Behaviour'),
    });
    expect(await office.refusalOf(rule)).toContain('was merged into another one');
  });
});
