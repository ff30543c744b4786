import { describe, expect, it } from 'vitest';
import { goesTo, shortened } from '../../client/screens/record/goes-to';
import { isUrgent, kindTiles, seenKinds } from '../../client/screens/record/kinds';
import { findStaff, pupilOffers } from '../../client/screens/record/suggest';
import { indexRoll } from '../../client/unlock/roll';
import type { Category } from '../../protocol/devices';
import { aRoll } from '../offline/school';

const category = (id: string, part: Partial<Category> = {}): Category => ({
  id,
  parentId: null,
  name: id,
  colour: '#a03614',
  urgent: false,
  bodyMap: false,
  onRecordScreen: true,
  guidance: null,
  goesTo: [],
  ...part,
});
const sub = (id: string, parentId: string, part: Partial<Category> = {}) =>
  category(id, { parentId, onRecordScreen: false, ...part });

const categories = [
  category('injury', { urgent: true }),
  sub('injury-at-home', 'injury'),
  category('bullying', { guidance: 'Write who did what.' }),
  sub('name-calling', 'bullying'),
  sub('racist', 'bullying'),
  sub('racist-online', 'racist'),
  category('staff-only', { onRecordScreen: false }),
  sub('deep', 'staff-only', { onRecordScreen: true }),
];
const idsOf = (tiles: readonly { id: string }[]) => tiles.map(({ id }) => id);

describe('the kinds of concern', () => {
  it('are those on the record screen, at any depth', () =>
    expect(idsOf(kindTiles({ categories, mayAdd: null }, []))).toEqual(['injury', 'bullying', 'deep']));

  it('are only those that the person may add to', () =>
    expect(idsOf(kindTiles({ categories, mayAdd: ['bullying'] }, []))).toEqual(['bullying']));

  it('give the place of one that is not allowed to what is allowed below it', () =>
    expect(idsOf(kindTiles({ categories, mayAdd: ['name-calling', 'deep'] }, []))).toEqual([
      'name-calling',
      'deep',
    ]));

  it('show the sub-categories of a ticked sub-category right after it', () => {
    const [, bullying] = kindTiles({ categories, mayAdd: null }, ['bullying', 'racist']);
    expect(idsOf(bullying!.children!)).toEqual(['name-calling', 'racist', 'racist-online']);
    expect(bullying!.guidance).toBe('Write who did what.');
  });

  it('send nothing that is no longer seen', () => {
    const facts = { categories, mayAdd: null };
    expect(seenKinds(facts, ['bullying', 'racist', 'racist-online'])).toHaveLength(3);
    expect(seenKinds(facts, ['bullying', 'racist-online'])).toEqual(['bullying']);
    expect(seenKinds(facts, ['racist', 'racist-online'])).toEqual([]);
  });

  it('are urgent when they are part of something urgent', () => {
    expect(isUrgent(categories, ['injury-at-home'])).toBe(true);
    expect(isUrgent(categories, ['bullying', 'gone'])).toBe(false);
  });
});

describe('“Goes to”', () => {
  const board = {
    categories: [
      category('a', { goesTo: ['Safeguarding team'] }),
      category('b', { goesTo: ['Pastoral team', 'Safeguarding team'] }),
    ],
    fallback: ['Mrs Shah'],
  };
  const roll = {
    staff: [{ id: 'ojo', name: 'Helen Ojo', jobTitle: null }],
    alertGroups: [{ id: 'g', name: 'Attendance team' }],
  };
  const none = { categories: [], alertStaff: [], alertGroups: [] };

  it('names everyone once, by rule and by hand', () =>
    expect(goesTo(board, roll, { categories: ['a', 'b'], alertStaff: ['ojo'], alertGroups: ['g'] })).toEqual([
      'Safeguarding team',
      'Pastoral team',
      'Attendance team',
      'Helen Ojo',
    ]));

  it('falls back when no rule says anything, also beside people named by hand', () => {
    expect(goesTo(board, roll, none)).toEqual(['Mrs Shah']);
    expect(goesTo(board, roll, { ...none, alertStaff: ['ojo'] })).toEqual(['Mrs Shah', 'Helen Ojo']);
  });

  it('says nothing that it does not know', () => expect(goesTo(null, null, none)).toEqual([]));

  it('stays one line', () => {
    expect(shortened(['A', 'B'], 1)).toEqual({ first: ['A', 'B'], more: 0 });
    expect(shortened(['A', 'B', 'C'], 1)).toEqual({ first: ['A'], more: 2 });
  });
});

describe('pupils of the roll', () => {
  const roll = aRoll();
  const [amelie, tom, zoe] = roll.pupils;
  const child = (id: string, first: string, last: string, part = {}) => ({
    ...amelie!,
    id,
    first,
    last,
    ...part,
  });

  it('are offered with class and teacher, and with how many one could mix up with them', () => {
    const pupils = [
      child('1', 'Amira', 'Khan', { teacher: 'Mr Kunze' }),
      child('2', 'Amirah', 'Kahn', { className: '2C' }),
      child('3', 'Amir', 'Khan'),
    ];
    const found = pupilOffers(indexRoll({ ...roll, pupils })).search('amira');
    expect(found).toContainEqual({
      id: '1',
      name: 'Amira Khan',
      className: '4B',
      teacher: 'Mr Kunze',
      sameName: 2,
    });
    expect(found).toContainEqual(expect.objectContaining({ id: '2', sameName: 2 }));
  });

  it('are called as they are called', () => {
    const pupils = [child('1', 'Alexandra', 'Moss', { preferred: 'Lexi' })];
    expect(pupilOffers(indexRoll({ ...roll, pupils })).search('lexi')[0]?.name).toBe('Lexi Moss');
  });

  it('of one’s own class stand ready, and brothers and sisters are known', () => {
    const pupils = [{ ...amelie!, siblings: [zoe!.id] }, tom!, zoe!];
    const offers = pupilOffers(indexRoll({ ...roll, pupils }));
    expect(idsOf(offers.quick)).toEqual([amelie!.id, tom!.id]);
    expect(idsOf(offers.siblingsOf(amelie!.id))).toEqual([zoe!.id]);
  });
});

describe('colleagues to alert by hand', () => {
  const staff = ['Siân Evans-Price', 'Helen Ojo', 'Sam Okoro'].map((name) => ({
    id: name,
    name,
    jobTitle: null,
  }));

  it('are found by the beginning of any part of their name, with accents left out', () => {
    expect(idsOf(findStaff(staff, 'sian p'))).toEqual(['Siân Evans-Price']);
    expect(idsOf(findStaff(staff, 'o'))).toEqual(['Helen Ojo', 'Sam Okoro']);
    expect(findStaff(staff, ' ')).toEqual([]);
  });
});
