import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { picturesOf } from '../../../protocol/help-sheets';
import { HELP_FOLDER, helpFile } from '../../../tools/help/read-sheets';
import { room } from '../../room';
import { openHouse, type TestHouse } from '../house';
import type { Visitor } from '../visitor';
import { flat, readPdf } from './poppler';

const help = helpFile();

describe('a help sheet is put up in the staff room', () => {
  let house: TestHouse;
  let visitor: Visitor;

  beforeAll(async () => {
    const client = mkdtempSync(join(room(), 'heed-client-'));
    mkdirSync(join(client, 'help'));
    writeFileSync(join(client, 'help/sheets.json'), JSON.stringify(help));
    cpSync(join(HELP_FOLDER, 'pictures'), join(client, 'help/pictures'), { recursive: true });
    let close = () => Promise.resolve();
    house = await openHouse({ client, plan: null, whenDone: (given) => (close = given) });
    visitor = house.visitor();
    return () => close();
  });

  const bytesOf = async (id: string) => Buffer.from((await visitor.call('printHelp', sheet(id))).bytes);

  test.each(help.sheets)('$id: tagged, numbered, with all its headings', async ({ id, title, blocks }) => {
    const answer = await visitor.call('printHelp', { params: { sheet: id } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = await readPdf(answer.bytes);
    expect(pdf.complaints).toBe('');
    expect(['Tagged', 'Title', 'Author'].map((name) => pdf.info.get(name))).toEqual(['yes', title, 'Heed']);
    expect(pdf.info.get('Page size')).toContain('(A4)');
    for (const [at, page] of pdf.pages.entries()) expect(page).toContain(`${at + 1} of ${pdf.pages.length}`);
    const headings = blocks.filter((block) => block.kind === 'heading');
    const tags = (tag: string) => pdf.tags.filter((one) => one === tag).length;
    expect([tags('H1'), tags('H2'), tags('H3')]).toEqual([
      1,
      headings.filter(({ level }) => level === 2).length,
      headings.filter(({ level }) => level === 3).length,
    ]);
    expect(tags('Figure')).toBe(picturesOf(blocks).length);
    expect(tags('Table')).toBe(blocks.filter(({ kind }) => kind === 'table').length);
    const text = flat(pdf.pages);
    for (const heading of headings) expect(text).toContain(heading.text);
    expect(text).not.toMatch(/\*\*|\]\(|U\+/);
  });

  test('labels are strong, the words around them are not', async () => {
    const pdf = await readPdf(await bytesOf('everyone'));
    for (const weight of ['Regular', 'SemiBold']) expect(pdf.fonts).toContain(`SourceSans3-${weight}`);
    expect(flat(pdf.pages)).toContain(
      'Press Record a concern. If you moved from CPOMS, this is Add Incident.',
    );
  });

  test('the pictures that its page shows are in it, each with words for whoever does not see it', async () => {
    const { blocks } = help.sheets.find(({ id }) => id === 'everyone')!;
    const pictures = picturesOf(blocks);
    expect(pictures.length).toBeGreaterThan(0);
    const bytes = (await bytesOf('everyone')).toString('latin1');
    expect((bytes.match(/\/Subtype \/Image\n/g) ?? []).length).toBe(pictures.length);
    for (const { alt } of pictures) expect(bytes).toContain(`/Alt (${alt})`);
  });

  test('it is made once, and the next reader gets the same bytes', async () => {
    const [one, two] = await Promise.all([bytesOf('questions'), bytesOf('questions')]);
    const three = await bytesOf('questions');
    expect([Buffer.compare(one, three), Buffer.compare(two, three)]).toEqual([0, 0]);
  });

  test('what is no sheet is not found, and an address that leads elsewhere is refused', async () => {
    expect((await visitor.call('printHelp', sheet('no-such-sheet'))).problem.code).toBe('not-found');
    expect((await visitor.call('printHelp', sheet('../sheets'))).status).toBe(400);
  });
});

const sheet = (id: string) => ({ params: { sheet: id } });
