import { describe, expect, it } from 'vitest';
import type { ChosenPupil } from '../../client/components/pupil-picker/chosen-pupil';
import { goesTo, leadsOf, shortened } from '../../client/screens/record/goes-to';
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
  limited: [],
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
    duty: [
      { role: 'lead' as const, name: 'Mrs Shah', reach: null },
      { role: 'head' as const, name: 'Mrs Grey', reach: null },
    ],
  };
  const [amelie, tom, zoe] = aRoll().pupils;
  const roll = {
    staff: [{ id: 'ojo', name: 'Helen Ojo', jobTitle: null }],
    alertGroups: [{ id: 'g', name: 'Attendance team' }],
    pupils: [
      { ...amelie!, classId: '4B', yearGroupId: 'year 4' },
      { ...tom!, classId: '4A', yearGroupId: 'year 4' },
      { ...zoe!, classId: '2A', yearGroupId: 'year 2' },
    ],
  };
  const none = { categories: [], alertStaff: [], alertGroups: [], pupils: [] };
  const about = (...pupils: readonly (typeof amelie)[]) =>
    pupils.map((one) => ({
      kind: 'listed' as const,
      pupil: { id: one!.id, name: one!.first, className: '', teacher: '', sameName: 1 },
      role: '' as const,
    }));

  it('names everyone once, by rule and by hand', () =>
    expect(
      goesTo(board, roll, { ...none, categories: ['a', 'b'], alertStaff: ['ojo'], alertGroups: ['g'] }),
    ).toEqual(['Safeguarding team', 'Pastoral team', 'Attendance team', 'Helen Ojo']));

  it('falls back without a category, also beside people named by hand', () => {
    expect(goesTo(board, roll, none)).toEqual(['Mrs Shah']);
    expect(goesTo(board, roll, { ...none, alertStaff: ['ojo'] })).toEqual(['Mrs Shah', 'Helen Ojo']);
  });

  it('falls back with a category only when neither a rule nor a hand names anybody', () => {
    const silent = { ...board, categories: [category('c')] };
    expect(goesTo(silent, roll, { ...none, categories: ['c'] })).toEqual(['Mrs Shah']);
    expect(goesTo(silent, roll, { ...none, categories: ['c'], alertStaff: ['ojo'] })).toEqual(['Helen Ojo']);
  });

  it('names whom a rule for a class or a year alerts only when a chosen child is in it', () => {
    const limited = [
      { names: ['4B team'], classes: ['4B'], years: [] },
      { names: ['Year 2 team'], classes: [], years: ['year 2'] },
    ];
    const here = { ...board, categories: [category('c', { limited })] };
    const told = (pupils: readonly ChosenPupil[]) =>
      goesTo(here, roll, { ...none, categories: ['c'], pupils });
    expect(told([])).toEqual(['Mrs Shah']);
    expect(told(about(tom))).toEqual(['Mrs Shah']);
    expect(told(about(amelie))).toEqual(['4B team']);
    expect(told(about(tom, zoe))).toEqual(['Year 2 team']);
    expect(told([{ kind: 'name-unknown', description: 'A boy of 4B', role: '' }])).toEqual(['Mrs Shah']);
  });

  it('is still said by a tablet whose lists are from before rules had classes', () => {
    const old: Partial<Category> = category('c', { goesTo: ['Pastoral team'] });
    delete old.limited;
    const kept = { ...board, categories: [old as Category] };
    expect(goesTo(kept, roll, { ...none, categories: ['c'], pupils: about(amelie) })).toEqual([
      'Pastoral team',
    ]);
  });

  it('names the leads alone for a record without unlocking', () =>
    expect(leadsOf(board)).toEqual(['Mrs Shah']));

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
