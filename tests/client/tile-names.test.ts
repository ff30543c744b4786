import { describe, expect, test } from 'vitest';
import { tilesOf } from '../../client/screens/lock/tile-names';
import type { PersonHere } from '../../client/unlock/unlocked';

function staff(...names: string[]): PersonHere[] {
  return names.map((name, at) => ({
    authorKeyId: `key-${at}`,
    staffId: `staff-${at}`,
    name,
    shortName: name.split(' ')[0]!,
    initials: name[0]!,
  }));
}

function shown(...names: string[]): string[] {
  return tilesOf(staff(...names)).map(({ name }) => name);
}

describe('names on the lock screen', () => {
  test('are first names as long as nobody shares one', () => {
    expect(shown('Jo Price', 'Tom Lowe')).toEqual(['Jo', 'Tom']);
  });

  test('tell two Bens apart by a letter, and leave everyone else as they are', () => {
    expect(shown('Ben Hall', 'Jo Price', 'Ben Moss')).toEqual(['Ben H', 'Jo', 'Ben M']);
  });

  test('take as many letters as two Bens with H need', () => {
    expect(shown('Ben Hall', 'Ben Holt', 'Ben Moss')).toEqual(['Ben Ha', 'Ben Ho', 'Ben M']);
  });

  test('see “ben” and “Ben”, “Zoë” and “Zoe” as the same first name', () => {
    expect(shown('ben Hall', 'Ben Moss')).toEqual(['ben H', 'Ben M']);
    expect(shown('Zoë Lane', 'Zoe Nowak')).toEqual(['Zoë L', 'Zoe N']);
  });

  test('show whole names to two people who share the whole name, and to one whose name begins the other’s', () => {
    expect(shown('Ben Hall', 'Ben Hall')).toEqual(['Ben Hall', 'Ben Hall']);
    expect(shown('Ben Ha', 'Ben Hall')).toEqual(['Ben Ha', 'Ben Hal']);
  });

  test('take the last of several last names, and do without one', () => {
    expect(shown('Ana Maria Silva', 'Ana Costa')).toEqual(['Ana S', 'Ana C']);
    expect(shown('Ana', 'Ana Costa')).toEqual(['Ana', 'Ana C']);
  });
});
