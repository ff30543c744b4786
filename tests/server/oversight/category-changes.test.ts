import { beforeEach, describe, expect, test } from 'vitest';
import type { ChangeOf } from '../../../protocol/changes/change';
import { anAutomaticAlert } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { JO, NADIA, oakfield, openOffice, TOM, type Office } from './office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

async function listed() {
  return (await office.sue.must('readCategories')).categories;
}

/** The category as it stands, as a change that changes nothing; give what a story changes. */
async function asItStands(
  name: string,
  given: Partial<ChangeOf<'category.change'>> = {},
): Promise<ChangeOf<'category.change'>> {
  const one = (await listed()).find((category) => category.name === name)!;
  const { id, parentId, colour, guidance, restricted, urgent, bodyMap, onRecordScreen } = one;
  const facts = { parentId, colour, guidance, restricted, urgent, bodyMap, onRecordScreen };
  return { kind: 'category.change', categoryId: id, name, ...facts, ...given };
}

const merge = (from: string, into: string): ChangeOf<'category.merge'> => ({
  kind: 'category.merge',
  categoryId: office.id.category(from),
  intoId: office.id.category(into),
});

test('administrators see the tree in the school’s order, with everything that they may change', async () => {
  const rows = await listed();
  expect(rows.map(({ name }) => name)).toEqual(['Home', 'Neglect', 'Behaviour', 'Attendance', 'Truancy']);
  expect(rows[1]).toMatchObject({
    parentId: office.id.category('Home'),
    restricted: true,
    urgent: true,
    disabled: false,
    mergedInto: null,
  });
});

describe('made at once', () => {
  test('a new category, though teachers view what stands above it: nothing is recorded in it yet', async () => {
    const add = {
      kind: 'category.add',
      name: 'Late',
      parentId: office.id.category('Attendance'),
      colour: '#c47f00',
      guidance: 'How late?',
      restricted: false,
      urgent: false,
      bodyMap: false,
      onRecordScreen: true,
    } as const;
    expect(await office.outcomeOf(add)).toBe('made');
    expect((await listed()).at(-1)).toMatchObject({
      name: 'Late',
      parentId: office.id.category('Attendance'),
      colour: '#C47F00',
      guidance: 'How late?',
    });
    expect(await office.refusalOf(add)).toContain('“Late”');
  });

  test('another name, colour and guidance; marking it restricted or urgent', async () => {
    const change = { name: 'Conduct', guidance: 'Say what led to it.', restricted: true, urgent: true };
    expect(await office.outcomeOf(await asItStands('Behaviour', change))).toBe('made');
    expect((await listed())[2]).toMatchObject(change);
  });

  test('taking a category out from under one that teachers view', async () => {
    expect(await office.outcomeOf(await asItStands('Truancy', { parentId: null }))).toBe('made');
  });

  test('switching one off with all below it, and one by one on again', async () => {
    const disable = { kind: 'category.disable', categoryId: office.id.category('Home') } as const;
    const enable = (name: string) =>
      ({ kind: 'category.enable', categoryId: office.id.category(name) }) as const;
    expect(await office.outcomeOf(disable)).toBe('made');
    expect((await listed()).filter(({ disabled }) => disabled).map(({ name }) => name)).toEqual([
      'Home',
      'Neglect',
    ]);
    expect(await office.refusalOf(enable('Neglect'))).toContain('is switched off');
    expect(await office.outcomeOf(enable('Home'))).toBe('made');
    expect(await office.outcomeOf(enable('Neglect'))).toBe('made');
    expect((await listed()).filter(({ disabled }) => disabled)).toEqual([]);
  });

  test('another order; what is not named stays behind the rest', async () => {
    const order = ['Attendance', 'Behaviour'].map((name) => office.id.category(name));
    expect(await office.outcomeOf({ kind: 'category.order', order })).toBe('made');
    expect((await listed()).map(({ name }) => name)).toEqual([
      'Attendance',
      'Truancy',
      'Behaviour',
      'Home',
      'Neglect',
    ]);
  });
});

describe('waits for a second person', () => {
  test('clearing “restricted”: teachers would read what also stands in a category of theirs', async () => {
    expect(await office.outcomeOf(await asItStands('Neglect', { restricted: false }))).toEqual([
      'Jo Price: restricted-beside Neglect',
    ]);
    expect((await listed())[1]).toMatchObject({ restricted: true });
    await office.confirmAll();
    expect((await listed())[1]).toMatchObject({ restricted: false });
  });

  test('moving a category below one that teachers view', async () => {
    const parentId = office.id.category('Attendance');
    expect(await office.outcomeOf(await asItStands('Behaviour', { parentId }))).toEqual([
      'Jo Price: view-concerns Behaviour',
    ]);
  });

  test('merging a category into one that teachers view', async () => {
    expect(await office.outcomeOf(merge('Neglect', 'Truancy'))).toEqual([
      'Jo Price: restricted-beside Neglect',
      'Jo Price: view-concerns Neglect',
    ]);
    expect((await listed())[1]).toMatchObject({ mergedInto: null, disabled: false });
  });
});

describe('a category that is merged', () => {
  test('takes concerns and rules along, says where it went, and what a late tablet ticks follows it', async () => {
    const plan = oakfield({
      automaticAlerts: [anAutomaticAlert({ category: 'Truancy', alertGroups: [], staff: [TOM] })],
    });
    office = await openOffice(plan);
    const tablet = await Tablet.enrol(await office.house.loggedIn(JO));
    const categories = [office.id.category('Truancy')];
    await tablet.deliver((await tablet.seal(aConcern({ categories }))).bytes);
    await office.house.settled();

    expect(await office.outcomeOf(merge('Truancy', 'Behaviour'))).toBe('made');
    await tablet.deliver((await tablet.seal(aConcern({ categories }))).bytes);
    await office.house.settled();

    const tom = (await elevatedLead(office.house, TOM)).browser;
    const { rows } = await tom.must('listInbox', { query: { view: 'all' } });
    expect(rows).toHaveLength(2);
    for (const { concernId } of rows) {
      const concern = await tom.must('readConcern', { params: { id: concernId } });
      expect(concern.categories.map(({ name }) => name)).toEqual(['Behaviour']);
      expect(concern.recipients.find(({ you }) => you)!.why).toEqual([
        expect.stringMatching(/^By rule/) as string,
      ]);
    }
    expect((await listed()).find(({ name }) => name === 'Truancy')).toMatchObject({
      disabled: true,
      mergedInto: office.id.category('Behaviour'),
    });
  });

  test('leaves a concern that stood in both in the one that is left, once', async () => {
    const tablet = await Tablet.enrol(await office.house.loggedIn(JO));
    const categories = ['Truancy', 'Behaviour'].map((name) => office.id.category(name));
    await tablet.deliver((await tablet.seal(aConcern({ categories }))).bytes);
    await office.house.settled();
    await office.make(merge('Truancy', 'Behaviour'));
    const links = await office.house.ground.database.read('concern_categories').pluck('category_id');
    expect(links).toEqual([office.id.category('Behaviour')]);
  });

  test('lets its sub-categories stand below the other', async () => {
    await office.make(merge('Home', 'Behaviour'));
    expect((await listed()).find(({ name }) => name === 'Neglect')).toMatchObject({
      parentId: office.id.category('Behaviour'),
      mergedInto: null,
    });
  });

  test('cannot be changed, switched on, merged again or merged into', async () => {
    const stood = await asItStands('Truancy');
    await office.make(merge('Truancy', 'Behaviour'));
    const merged = 'This category was merged into another one. Change that one instead.';
    expect(await office.refusalOf(stood)).toBe(merged);
    expect(await office.refusalOf({ kind: 'category.enable', categoryId: stood.categoryId })).toBe(merged);
    expect(await office.refusalOf(merge('Truancy', 'Home'))).toBe(merged);
    expect(await office.refusalOf(merge('Home', 'Truancy'))).toBe(merged);
  });

  test('is no longer offered on tablets, in the matrix and for rules', async () => {
    await office.make(merge('Truancy', 'Behaviour'));
    const nadia = (await elevatedLead(office.house, NADIA)).browser;
    const tablet = await Tablet.enrol(nadia);
    const board = await nadia.must('readBoard', { params: { id: tablet.deviceId } });
    const matrix = await office.sue.must('readGroups');
    const { choices } = await office.sue.must('readAutomaticAlerts');
    for (const { categories } of [board, matrix, choices])
      expect(categories.map(({ name }) => name)).not.toContain('Truancy');
  });
});

describe('refused', () => {
  test('a category below itself, or below what stands below it', async () => {
    for (const below of ['Home', 'Neglect']) {
      const change = await asItStands('Home', { parentId: office.id.category(below) });
      expect(await office.refusalOf(change)).toBe(
        'A category cannot stand below itself. Choose another place for it.',
      );
    }
  });

  test('merging a category into itself, into one below it, or into one that is switched off', async () => {
    expect(await office.refusalOf(merge('Home', 'Home'))).toContain('into itself');
    expect(await office.refusalOf(merge('Home', 'Neglect'))).toContain('stands below this one');
    await office.make({ kind: 'category.disable', categoryId: office.id.category('Behaviour') });
    expect(await office.refusalOf(merge('Home', 'Behaviour'))).toContain('is switched off');
  });

  test('a name that is taken, and a colour that is none', async () => {
    expect(await office.refusalOf(await asItStands('Home', { name: 'Behaviour' }))).toContain('“Behaviour”');
    const answered = await office.sue.call('makeChanges', {
      body: { changes: [await asItStands('Home', { colour: 'red' })] },
    });
    expect(answered.problem).toMatchObject({ status: 400, field: 'body.changes.0.colour' });
  });
});
