import { describe, expect, it } from 'vitest';
import { findPupils, indexRoll, ownPupils, siblingsOf, type Pupil } from '../../client/unlock/roll';
import { uuidv7 } from '../../protocol/identifiers';

let made = 0;
const pupil = (name: string, className: string, more: Partial<Pupil> = {}): Pupil => {
  const [first = '', ...last] = name.split(' ');
  made += 1;
  const id = uuidv7(made);
  return {
    id,
    first,
    last: last.join(' '),
    preferred: null,
    className,
    teacher: null,
    year: null,
    classId: null,
    yearGroupId: null,
    siblings: [],
    ...more,
  };
};
const rollOf = (pupils: Pupil[], ownClasses: string[] = []) =>
  indexRoll({
    madeAt: '2026-11-23T08:00:00.000Z',
    pupils,
    ownClasses,
    staff: [],
    alertGroups: [],
    mayAdd: [],
  });

const amelie = pupil('Amélie O’Brien', '4B');
const tom = pupil('Tom Smith-Jones', '4B', { siblings: [amelie.id] });
const zoe = pupil('Zoë Nowak', '2A');
const lukasz = pupil('Łukasz Żółć', '2A', { preferred: 'Luke' });
const tomas = pupil('Tomás Ferreira', '6C', { teacher: 'Mr Hall' });
const index = rollOf([amelie, tom, zoe, lukasz, tomas], ['6C']);
const found = (typed: string) => findPupils(index, typed).map(({ first }) => first);

describe('finding a pupil as one types', () => {
  it.each([
    ['amelie', 'Amélie'],
    ['AMÉ', 'Amélie'],
    ['obrien', 'Amélie'],
    ["o'b", 'Amélie'],
    ['O’Brien', 'Amélie'],
    ['o brien', 'Amélie'],
    ['brien', 'Amélie'],
    ['jones', 'Tom'],
    ['smith-j', 'Tom'],
    ['smithj', 'Tom'],
    ['smith tom', 'Tom'],
    ['zoe', 'Zoë'],
    ['luke', 'Łukasz'],
    ['lukasz zolc', 'Łukasz'],
    ['tom 4b', 'Tom'],
    ['hall', 'Tomás'],
  ])('%s finds %s', (typed, first) => {
    expect(found(typed)[0]).toBe(first);
  });

  it('begins with the first letter, own classes before others of equal match, whole names before both', () => {
    expect(found('t')).toEqual(['Tomás', 'Tom']);
    expect(found('tom')).toEqual(['Tom', 'Tomás']);
    expect(found('2a')).toEqual(['Zoë', 'Łukasz']);
  });

  it('finds nobody for a word that is in no name, nor for nothing', () => {
    expect(found('amelie nowak')).toEqual([]);
    expect(found('   ')).toEqual([]);
    expect(findPupils(rollOf([]), 'a')).toEqual([]);
  });

  it('knows brothers and sisters and one’s own class', () => {
    expect(siblingsOf(index, tom.id)).toEqual([amelie]);
    expect(ownPupils(index)).toEqual([tomas]);
  });

  it('shows at most as many as were asked for among two thousand', () => {
    const crowd = Array.from({ length: 2_000 }, (_none, at) =>
      pupil(`Sam Child${String(at)}`, `${String(at % 60)}A`),
    );
    const many = rollOf(crowd);
    expect(findPupils(many, 's', 8)).toHaveLength(8);
    expect(findPupils(many, 'child1999').map(({ last }) => last)).toEqual(['Child1999']);
  });
});
