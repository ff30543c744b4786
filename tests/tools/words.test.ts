import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gradeOf, syllablesOf } from '../../tools/reading/grade';
import { saidByHelp, saidByProduct, textsOf } from '../../tools/reading/said';
import { bareSentences } from './bare-sentences';
import { bareWords } from './bare-words';
import { isHeading } from './sheet-headings';

const root = resolve(import.meta.dirname, '../..');
/** Where elements and templates stand. The gallery is for people who work here. */
const DRAWN = ['client', 'authenticator'];
const NOT_DRAWN = /^client\/(strings|gallery)\/|^authenticator\/strings\//;
/** The name of the product is the same in every language. */
const NAMES = ['Heed'];
/**
 * Rooms of the server with words of their own: what whoever runs it reads in the shell, what a program reads of the API,
 * names of browsers and scripts, and the modules of words themselves.
 */
const SAYS_ITSELF =
  /^(shell|env|index)\.ts$|^(backup|storage)\/|shell-commands\.ts$|^trust\/appoint\.ts$|^training\/suppliers-file\.ts$|^http\/(openapi|api-operation)\.ts$|^staff\/browser-name\.ts$|^papers\/(words|sheet\/printable)\.ts$|^messages\/templates\//;

/**
 * Words that nobody reads in Heed (product.md, section 1, and ui.md). "User group" is what CPOMS calls it too. What is refused
 * here is a change or a key, never what a child did.
 */
const BANNED =
  /\b(students?|incidents?|victims?|alleged(ly)?|disclosed|attention[ -]seeking|sync(s|ed|ing|hronis\w+)?|queues?|queued|caches?|cached|submissions?|submit(s|ted)?|users?(?! groups?\b))\b/gi;

describe('every sentence can be said in another language', () => {
  const files = DRAWN.flatMap((folder) =>
    (readdirSync(join(root, folder), { recursive: true }) as string[])
      .map((name) => `${folder}/${name}`)
      .filter((file) => file.endsWith('.ts') && !NOT_DRAWN.test(file)),
  );

  test('no screen, dialog or component has words of its own', () => {
    const found = files.flatMap((file) =>
      bareWords(readFileSync(join(root, file), 'utf8'))
        .filter((one) => !NAMES.includes(one.replace(/^\d+: /, '')))
        .map((one) => `${file}:${one}`),
    );
    expect(files.length).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });

  test('no room of the server says to a person what is not said in one place', () => {
    const rooms = (readdirSync(join(root, 'server'), { recursive: true }) as string[]).filter(
      (name) => name.endsWith('.ts') && !SAYS_ITSELF.test(name),
    );
    const found = rooms.flatMap((name) =>
      bareSentences(readFileSync(join(root, 'server', name), 'utf8'))
        .filter((one) => !isHeading(one.replace(/^\d+: /, '')))
        .map((one) => `server/${name}:${one}`),
    );
    expect(rooms.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
    const source =
      "import x from 'Not Read'; refuse('name', 'Write a name.'); log.info('Went well'); throw new Error('It broke');" +
      'const a = { title: `There is ${n} of it.`, code: "not-valid" };';
    expect(bareSentences(source)).toEqual(['1: Write a name.', '1: There is … of it.']);
  });

  test('what the spreadsheet says to its reader is found too; its own headings are names', () => {
    const source =
      'fault(row.at("First name"), `${quote(text)} is not a date`, "Write yes or no");' +
      'throw new WorkbookFault("There is nothing in this file."); note("“Setting” is empty"); list(`${a} of ${b}`);';
    const found = bareSentences(source).map((one) => one.replace(/^\d+: /, ''));
    expect(found.filter((one) => !isHeading(one))).toEqual([
      '… is not a date',
      'Write yes or no',
      'There is nothing in this file.',
      '“Setting” is empty',
    ]);
    expect(['Contact … name', 'User groups: Higher level', 'On roll', 'Duty list'].every(isHeading)).toBe(
      true,
    );
    expect(['First name is empty', 'Pupils: it broke'].some(isHeading)).toBe(false);
  });

  test('one file says the language of dates, numbers and counts, so that another can replace it', () => {
    const source = ['client', 'protocol', 'offline', 'server', 'sw'].flatMap((folder) =>
      (readdirSync(join(root, folder), { recursive: true }) as string[])
        .map((name) => `${folder}/${name}`)
        .filter((file) => file.endsWith('.ts')),
    );
    const own = (pattern: RegExp) =>
      source.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
    const languages = ['protocol/words/language.ts', 'protocol/words-cy/language.ts'];
    expect(own(/'en-GB'/).sort()).toEqual(languages.sort());
    expect(own(/new Intl\.PluralRules/).sort()).toEqual(languages);
    // A count of one is worded in client/strings by plural(); elsewhere no word hangs on it.
    const words = source.filter(
      (file) => file.startsWith('client/strings') || file.startsWith('protocol/words'),
    );
    expect(words.filter((file) => /=== 1\s*\?\s*['`]/.test(readFileSync(join(root, file), 'utf8')))).toEqual(
      [],
    );
  });

  test('words are found wherever a person would read them', () => {
    const source =
      'html`<p class="hint">${a} left</p><button aria-label="Close" title=${words.x}>${b ? "Yes, do" : c}</button>' +
      '<i class="row ${e ? "edged" : ""} ${f ? "small" : ""}"></i><heed-notice .heading=${d ? `${n} waiting` : ""} sign="clock">${icon("lock")}</heed-notice><!-- no words -->`';
    expect(bareWords(source)).toEqual(['1: left', '1: Close', '1: Yes, do', '1: waiting']);
  });
});

describe('plain words', () => {
  const all = [...saidByProduct(root), ...saidByHelp(root)];

  test('what people avoid here stands in no string, mail or help sheet', () => {
    const found = all.flatMap(({ file, texts }) =>
      texts.flatMap((text) => (text.match(BANNED) ?? []).map((word) => `${file}: ${word} in "${text}"`)),
    );
    expect(all.length).toBeGreaterThan(60);
    expect(found).toEqual([]);
    expect('A user submitted the incident; user groups stay'.match(BANNED)).toEqual([
      'user',
      'submitted',
      'incident',
    ]);
  });

  test('help is read by somebody of 11', () => {
    const hard = saidByHelp(root).flatMap(({ file, texts }) => {
      const { grade } = gradeOf(texts) ?? { grade: 0 };
      return grade > 6 ? [`${file}: ${grade.toFixed(1)}`] : [];
    });
    expect(hard).toEqual([]);
  });

  test('codes and keys of a strings file are no words, sentences with holes are', () => {
    const source =
      "export const a = { 'user-x': 'Press Send.', icon: 'users', b: (n: number) => `${n} records wait` };";
    expect(textsOf(source)).toEqual(['Press Send.', '5 records wait']);
  });

  test('a longer sentence of longer words has a higher grade', () => {
    expect(['pupil', 'concern', 'made', 'safeguarding', 'tables'].map(syllablesOf)).toEqual([2, 2, 1, 4, 2]);
    const easy = gradeOf(['Press Send. Then you can go.'])!;
    const hard = gradeOf([
      'Administrators subsequently authorise organisational confidentiality arrangements.',
    ])!;
    expect(easy.grade).toBeLessThan(1);
    expect(hard.grade).toBeGreaterThan(20);
    expect(gradeOf(['Send'])).toBe(null);
  });
});
