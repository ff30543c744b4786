import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as welsh from '../../protocol/words-cy/language';
import { sentencesOf } from '../../tools/language/sentences';
import { elementsOf, englishWordsOf, languageOfBuild } from '../../tools/language/spoken';
import { toConfirm } from '../../tools/language/to-confirm';

const root = resolve(import.meta.dirname, '../..');
/** What only the Welsh words need, for their counts and for what they are held to. */
const OWN = ['client/strings-cy/nouns.ts', 'client/strings-cy/complete.ts', 'protocol/words-cy/language.ts'];
const PAIRS = ['client/strings', 'protocol/words'].flatMap((folder) =>
  (readdirSync(join(root, `${folder}-cy`), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts') && !OWN.includes(`${folder}-cy/${name}`))
    .map((name) => ({ english: `${folder}/${name}`, welsh: `${folder}-cy/${name}` })),
);
const read = (file: string) => sentencesOf(readFileSync(join(root, file), 'utf8'));
/** The same word in both languages. */
const SAME = /^(Heed|Staff|PIN|… · Heed|… MB|… kB|[…,.: %0-9()]*)$/;
const ENGLISH = /\b(the|and|you|your|this|that|with|not|it|was|has|have|are|for|from|of)\b/i;

describe('the Welsh words', () => {
  test('stand for modules that there are, and each is held to its English one', () => {
    const complete = readFileSync(join(root, 'client/strings-cy/complete.ts'), 'utf8');
    expect(PAIRS.length).toBeGreaterThan(15);
    for (const pair of PAIRS) {
      expect([pair.english, existsSync(join(root, pair.english))]).toEqual([pair.english, true]);
      const name = pair.welsh.replace(/^.*-cy\//, '').replace(/\.ts$/, '');
      const held = new RegExp(`import type \\* as (\\w+) from '[./]*(protocol/words-cy/)?${name}';`).exec(
        complete,
      )?.[1];
      expect([name, complete.includes(`English, typeof ${held ?? '?'}>`)]).toEqual([name, true]);
    }
  });

  test.each(PAIRS)('$welsh says as much as English, of the same things', (pair) => {
    const there = read(pair.english);
    const here = read(pair.welsh);
    const spoken = [...there.keys()].filter((path) => here.has(path));
    expect(spoken.length).toBeGreaterThan(0);
    const differing = spoken.filter(
      (path) =>
        here.get(path)!.texts.length > 0 && String(here.get(path)!.uses) !== String(there.get(path)!.uses),
    );
    expect(differing).toEqual([]);
  });

  test.each(PAIRS)('$welsh has no English left in it', (pair) => {
    const there = read(pair.english);
    const left = [...read(pair.welsh).values()].flatMap(({ path, texts }) =>
      texts
        .filter((text) => !SAME.test(text) && !/^[a-z-]+$/.test(text))
        .filter((text) => ENGLISH.test(text) || there.get(path)?.texts.includes(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(left).toEqual([]);
  });

  test('stand with their English in the list for a translator', () => {
    expect(readFileSync(join(root, 'docs/welsh.md'), 'utf8')).toBe(toConfirm(root));
  });

  test('a sentence of English would be found, and one that forgets what it is given', () => {
    const found = sentencesOf(
      "export const a = { b: 'Press Send.', c: (n: number, who: string) => (n === 1 ? 'one' : `${who}, x`) } satisfies X;",
    );
    expect([...found.values()]).toEqual([
      { path: 'a.b', texts: ['Press Send.'], uses: [] },
      { path: 'a.c', texts: ['one'], uses: [0, 1] },
    ]);
  });
});

describe('Welsh counts and dates', () => {
  test('has six forms, after the rules of Unicode', () => {
    const forms = { zero: 'z', one: '1', two: '2', few: '3', many: '6', other: 'o' };
    expect([0, 1, 2, 3, 4, 5, 6, 7, 11, 16, 100].map((count) => welsh.plural(count, forms)).join('')).toBe(
      'z123oo6oooo',
    );
    const cofnod = { plain: 'cofnod', two: 'gofnod', few: 'chofnod', many: 'chofnod' };
    expect([0, 1, 2, 3, 6, 11].map((count) => welsh.counted(count, cofnod))).toEqual([
      '0 cofnod',
      '1 cofnod',
      '2 gofnod',
      '3 chofnod',
      '6 chofnod',
      '11 cofnod',
    ]);
  });

  test('words that are English still count in their own two forms', () => {
    const english = { one: '1 group', other: 'many groups' } as unknown as Parameters<typeof welsh.plural>[1];
    expect([0, 1, 2, 3, 6].map((count) => welsh.plural(count, english))).toEqual([
      'many groups',
      '1 group',
      'many groups',
      'many groups',
      'many groups',
    ]);
  });

  test('names every day and month as Unicode does, whose Welsh names Chromium does not bring', () => {
    const days = Array.from({ length: 366 }, (_, day) => Date.UTC(2028, 0, 1 + day, 12));
    const ways: Intl.DateTimeFormatOptions[] = [
      { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      { weekday: 'short', day: 'numeric', month: 'short' },
      { month: 'long', year: 'numeric' },
      { dateStyle: 'long' },
    ];
    for (const way of ways) {
      const ours = welsh.dates({ ...way, timeZone: 'UTC' });
      const theirs = new Intl.DateTimeFormat('cy', { ...way, timeZone: 'UTC' });
      expect(days.map(ours)).toEqual(days.map((day) => theirs.format(day).replace(',', '')));
    }
  });
});

describe('a build in Welsh', () => {
  test('is asked for by name', () => {
    expect([undefined, '', 'en-GB', 'cy'].map(languageOfBuild)).toEqual(['en-GB', 'en-GB', 'en-GB', 'cy']);
    expect(() => languageOfBuild('fr')).toThrow('HEED_LANGUAGE is fr: it may be en-GB or cy');
  });

  test('has all of what everybody meets first at a locked tablet', () => {
    const first = [
      'screens/lock/lock-screen',
      'screens/lock/heed-forgotten-pin',
      'screens/lock/heed-slip',
      'screens/record/record-screen',
      'screens/sent/sent-screen',
      'screens/enrol/enrol-screen',
      'screens/welcome/welcome-screen',
      'dialogs/about-adult/about-adult-dialog',
    ].map((name) => join(root, 'client', `${name}.ts`));
    expect(first.map((file) => elementsOf(readFileSync(file, 'utf8')).length)).not.toContain(0);
    expect(first.flatMap((file) => englishWordsOf(root, file))).toEqual([]);
    expect(englishWordsOf(root, join(root, 'client/screens/help/help-screen.ts'))).toEqual([
      'client/strings/help.ts',
    ]);
  });
});
