import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findInHelp, sheetsOf } from '../../client/screens/help/find-in-help';
import { problemParts } from '../../client/screens/support/likely-problems';
import { wordsOf } from '../../client/screens/help/words-of-help';
import { alsoMeant } from '../../client/strings/help-words';
import { matchPath } from '../../client/router';
import { picturesOf, type Span } from '../../protocol/help-sheets';
import { HELP_FOLDER, helpFile, readSheets } from '../../tools/help/read-sheets';
import { stepsOf } from '../../tools/help/read-walks';
import { blocksOf } from '../../tools/help/blocks';
import { Product, spansOf } from './help-labels';

const root = resolve(import.meta.dirname, '../..');
const { sheets, walks } = helpFile();
/** Everything that help says, page by page. */
const said = [
  ...sheets.map((sheet) => ({ id: sheet.id, spans: spansOf(sheet) })),
  ...walks.map(({ id, steps }) => ({ id: `watch/${id}`, spans: steps.flatMap(({ spans }) => spans) })),
];
/** client/routes.ts itself needs a screen to hang on. */
const paths = [...readFileSync(resolve(root, 'client/routes.ts'), 'utf8').matchAll(/path: '(\/[^']*)'/g)].map(
  ([, path = '']) => path,
);

describe('a school that gets the welcome mail needs nobody', () => {
  test.each(said)('$id quotes nothing that the product does not say', ({ spans }) => {
    const product = new Product(root);
    const stale: string[] = [];
    for (const span of spans) {
      if (typeof span === 'object' && 'label' in span && !product.says(span.label)) stale.push(span.label);
      if (typeof span !== 'string') continue;
      for (const [, said = ''] of span.matchAll(/“([^”]+)”/g))
        if (!product.mentions(said)) stale.push(`“${said}”`);
    }
    expect(stale).toEqual([]);
  });

  test('every link of help leads to a sheet and part, or to a screen', () => {
    const dead = said.flatMap(({ spans }) => spans.flatMap(deadLink));
    expect(dead).toEqual([]);
  });

  test('every problem that a device can show by itself has its cure on the sheet of known problems', () => {
    const sheet = sheets.find(({ id }) => id === 'known-problems');
    const parts = (sheet?.blocks ?? []).flatMap((block) => (block.kind === 'heading' ? block.id : []));
    expect(problemParts.filter((part) => !parts.includes(part))).toEqual([]);
  });

  test('what a sheet says to be about are screens', () => {
    const screens = readSheets().flatMap(({ matter }) => matter.screens);
    expect(screens.filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('every screen has a sheet that is about it', () => {
    const about = sheets.flatMap(({ screens }) => screens);
    expect(paths.filter((path) => !path.startsWith('/help') && !about.includes(path))).toEqual([]);
  });

  test('every picture that was taken is shown somewhere', () => {
    const shown = [
      ...sheets.flatMap(({ blocks }) => picturesOf(blocks)),
      ...walks.flatMap(({ steps }) => steps.map(({ picture }) => picture)),
    ].map(({ file }) => file);
    const taken = readdirSync(resolve(HELP_FOLDER, 'pictures'));
    expect(taken.filter((file) => !shown.includes(file))).toEqual([]);
  });

  test('25 questions and more, for everybody, leads and administrators', () => {
    const questions = sheets.find(({ kind }) => kind === 'questions');
    const headings = (questions?.blocks ?? []).filter((block) => block.kind === 'heading');
    expect(headings.filter(({ level }) => level === 2).map(({ text }) => text)).toEqual([
      'Everybody',
      'Safeguarding leads',
      'Administrators',
    ]);
    expect(headings.filter(({ level }) => level === 3).length).toBeGreaterThanOrEqual(25);
  });

  test('headings of a sheet have addresses of their own', () => {
    for (const { id, blocks } of sheets) {
      const ids = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
      expect(new Set(ids).size, id).toBe(ids.length);
    }
  });
});

describe('somebody looks for help', () => {
  const first = (typed: string): string | undefined => findInHelp(sheets, typed)[0]?.href;

  test('the beginning of a word is enough, in any case and order', () => {
    expect(first('forgot pin')).toBe('/help/shared-tablets#forgotten-pin');
    expect(first('LOST PHO')).toBe('/help/lost-phone');
    expect(first('groups alert')).toBe('/help/alert-groups');
  });

  test('who comes from CPOMS finds their own words', () => {
    expect(findInHelp(sheets, 'add incident').map(({ href }) => href)).toContain('/help/from-cpoms#words');
  });

  test.each([
    ['passcode', '/help/shared-tablets#forgotten-pin'],
    ['Change my PIN', '/help/shared-tablets#forgotten-pin'],
    ['forgotten passcode', '/help/shared-tablets#forgotten-pin'],
    ['log on', '/help/first-login'],
    ['How do I sign in?', '/help/first-login'],
    ['signing in', '/help/first-login'],
    ['log out', '/help/several-sites#log-out'],
    ['lost my mobile', '/help/lost-phone'],
    ['someone stole my phone', '/help/lost-phone'],
    ['ipad stolen', '/help/questions#a-tablet-was-stolen'],
    ['email', '/help/questions#mail-does-not-go-out'],
    ['notification not coming', '/help/known-problems#notifications-are-off'],
    ['no wifi', '/help/offline'],
    ['internet', '/help/offline'],
    ['2FA', '/help/authenticator'],
    ['face id', '/help/shared-tablets#fingerprint-or-face-instead-of-the-pin'],
    ['wrong child', '/help/leads#the-wrong-pupil'],
    ['typo', '/help/questions#i-made-a-mistake-in-a-record-what-now'],
    ['delete a record', '/help/questions#i-made-a-mistake-in-a-record-what-now'],
    ['report a concern', '/help/everyone#record-a-concern'],
    ['attachment', '/help/everyone#more-that-you-can-add'],
    ['allegation', '/help/everyone#a-concern-about-an-adult-who-works-here'],
    ['timeline', '/help/leads#a-child-s-chronology'],
    ['assign incident', '/help/from-cpoms#words'],
    ['planner', '/help/from-cpoms#words'],
    ['DSL', '/help/leads'],
    ['holiday', '/help/leads#you-are-away'],
    ['supply teacher', '/help/questions#supply-staff-come-for-one-day'],
    ['volunteer', '/help/no-key#you-have-no-school-e-mail-address'],
    ['excel', '/help/administrators#pupils-and-classes'],
    ['GDPR', '/help/security'],
    ['can I use my own phone', '/help/questions#does-heed-work-on-my-own-phone'],
    ['the page is blank', '/help/known-problems#a-page-stays-empty'],
  ])('“%s”, in the words of a newcomer, leads to %s', (typed, href) => {
    const found = findInHelp(sheets, typed, walks).map((one) => one.href);
    expect(found.slice(0, 5)).toContain(href);
  });

  test('what a word may mean is said somewhere in help, and so leads somewhere', () => {
    const inHelp = [...new Set(wordsOf(JSON.stringify([sheets, walks])))];
    const meanings = new Set(Object.values(alsoMeant).flatMap((words) => words.split(' ')));
    expect([...meanings].filter((word) => !inHelp.some((one) => one.startsWith(word)))).toEqual([]);
    expect(Object.keys(alsoMeant).filter((typed) => findInHelp(sheets, typed, walks).length === 0)).toEqual(
      [],
    );
  });

  test('the word that was typed comes before what it may mean', () => {
    expect(first('tablet stolen')).toBe('/help/questions#a-tablet-was-stolen');
    expect(first('no code works')).toBe('/help/known-problems#no-code-works');
  });

  test('Help in the menu knows the screen that it was opened from', () => {
    const titles = (path: string | null) => sheetsOf(sheets, path).map(({ id }) => id);
    expect(titles('/admin/alert-groups')).toEqual(['alert-groups']);
    expect(titles('/mine')).toEqual(['everyone', 'offline']);
    expect(titles('/pupils/:id')).toEqual(['leads']);
    expect(titles(null)).toEqual([]);
  });

  test('a walk-through is found by its title and by its words', () => {
    const found = (typed: string) => findInHelp(sheets, typed, walks).map(({ href }) => href);
    expect(found('record a concern')).toContain('/help/watch/record-a-concern');
    expect(found('lock now')).toContain('/help/watch/record-a-concern');
  });

  test('what stands nowhere is not found, and neither is nothing', () => {
    expect(findInHelp(sheets, 'pin zebra')).toEqual([]);
    expect(findInHelp(sheets, '  ')).toEqual([]);
  });
});

test('a sheet with HTML or a picture that is not there is not built', () => {
  const size = () => ({ width: 1, height: 1 });
  expect(() => blocksOf('Press <b>Send</b>', size)).toThrow('cannot show');
  expect(() => blocksOf('<script>alert(1)</script>', size)).toThrow('cannot show');
  expect(() => blocksOf('![](pictures/send.png)', size)).toThrow('words beside it');
});

test('a step without a picture or without words is not built', () => {
  const size = () => ({ width: 1, height: 1 });
  expect(() => stepsOf('1. Press **Send**.', size)).toThrow('a picture and words');
  expect(() => stepsOf('1. ![The foot](../pictures/send.png)', size)).toThrow('a picture and words');
  expect(() => stepsOf('Press **Send**.', size)).toThrow('one numbered list');
  expect(stepsOf('1. ![The foot](../pictures/send.png)\n   Press **Send**.', size)).toEqual([
    {
      picture: { kind: 'picture', file: 'send.png', alt: 'The foot', width: 1, height: 1 },
      spans: ['Press ', { label: 'Send' }, '.'],
    },
  ]);
});

function deadLink(span: Span): string[] {
  if (typeof span === 'string' || !('href' in span)) return [];
  const [path = '', part] = span.href.split('#');
  return leadsSomewhere(path, part) ? [] : [span.href];
}

function leadsSomewhere(path: string, part: string | undefined): boolean {
  if (path.startsWith('/help/watch/')) return walks.some(({ id }) => path === `/help/watch/${id}`);
  if (!path.startsWith('/help/')) return isScreen(path);
  const sheet = sheets.find(({ id }) => path === `/help/${id}`);
  const parts = (sheet?.blocks ?? []).flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
  return sheet !== undefined && (part === undefined || parts.includes(part));
}

function isScreen(path: string): boolean {
  return paths.some((one) => matchPath(one, path) !== null);
}
