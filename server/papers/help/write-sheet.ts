import type { Block, Picture, Sheet } from '../../../protocol/help-sheets';
import { types, type Type } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import { audienceWords } from '../../../protocol/words/help';
import { paperWords } from '../words';
import { runsOf } from './runs-of';
import { writeTable } from './write-table';

/** How far a list and a note stand in, points. */
const STEP = 20;
const NOTE = 12;

const { help: own } = paperWords;

/** A picture is at most so high, points: three stand on a page with their words. */
const PICTURE_HIGH = 270;
/** A CSS pixel in points. */
const PIXEL = 0.75;

/** Where blocks stand, and the bytes of their pictures by file. */
interface Place {
  /** left edge, points */
  readonly from: number;
  readonly pictures: ReadonlyMap<string, Buffer>;
}

/** A help sheet from top to bottom, as the page shows it. @param pictures the bytes of its pictures by file */
export async function writeSheet(
  flow: Flow,
  sheet: Sheet,
  pictures: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const whole = { from: COLUMNS.left };
  flow.bookmark(sheet.title);
  await flow.text('P', own.product, { ...whole, type: types.strong });
  flow.gap(16);
  flow.heading('H1', sheet.title, { type: types.title });
  flow.gap(4);
  await flow.text('P', sheet.summary, { ...whole, type: lead });
  flow.gap(4);
  await flow.text('P', audienceWords[sheet.for], { ...whole, type: types.meta, grey: true });
  flow.gap(10);
  flow.rule(true);
  flow.gap(14);
  await writeBlocks(flow, sheet.blocks, { from: COLUMNS.left, pictures });
}

const lead: Type = { weight: 'text', size: 12.5, leading: 17.5 };

async function writeBlocks(flow: Flow, blocks: readonly Block[], place: Place): Promise<void> {
  for (const [at, block] of blocks.entries()) {
    if (at > 0 && block.kind !== 'heading') flow.gap(blocks[at - 1]?.kind === 'heading' ? 3 : 7);
    await writeBlock(flow, block, place);
  }
}

async function writeBlock(flow: Flow, block: Block, place: Place): Promise<void> {
  const { from } = place;
  switch (block.kind) {
    case 'heading': {
      writeHeading(flow, block);
      return;
    }
    case 'text':
      return flow.text('P', runsOf(block.spans), { from });
    case 'list':
      return writeList(flow, block, place);
    case 'table': {
      writeTable(flow, block, from);
      return;
    }
    case 'note':
      return writeNote(flow, block, place);
    case 'picture':
      return writePicture(flow, block, place);
  }
}

/** As large as on the screen where it fits. Where its bytes are not to be had, its words stand there. */
async function writePicture(flow: Flow, picture: Picture, { from, pictures }: Place): Promise<void> {
  const bytes = pictures.get(picture.file);
  if (!bytes) return flow.text('P', own.picture(picture.alt), { from, type: types.meta, grey: true });
  const scale = Math.min(PIXEL, (COLUMNS.right - from) / picture.width, PICTURE_HIGH / picture.height);
  const size = { width: picture.width * scale, height: picture.height * scale };
  flow.gap(3);
  flow.picture(bytes, picture.alt, size, from);
  flow.gap(3);
}

function writeHeading(flow: Flow, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  flow.gap(level === 2 ? 20 : 14);
  if (level === 2) flow.bookmark(text);
  flow.heading(level === 2 ? 'H2' : 'H3', text, { type: level === 2 ? types.section : part });
}

const part: Type = { weight: 'strong', size: 11.5, leading: 16 };

async function writeList(
  flow: Flow,
  { numbered, items }: Extract<Block, { kind: 'list' }>,
  { from, pictures }: Place,
): Promise<void> {
  flow.open('L');
  for (const [at, item] of items.entries()) {
    if (at > 0) flow.gap(4);
    const first = item[0]?.kind === 'text' ? runsOf(item[0].spans) : '';
    // A sign stands beside its words, so a short item is never torn from it.
    flow.need(Math.min(flow.height(first, { from: from + STEP }), 3 * types.text.leading));
    flow.open('LI');
    flow.labels([{ line: numbered ? `${String(at + 1)}.` : '•', type: types.text }], from + 2);
    flow.open('LBody');
    await writeBlocks(flow, item, { from: from + STEP, pictures });
    flow.close();
    flow.close();
  }
  flow.close();
}

/** What somebody has to take care of: a line runs down beside it. */
async function writeNote(
  flow: Flow,
  { blocks }: Extract<Block, { kind: 'note' }>,
  { from, pictures }: Place,
): Promise<void> {
  const inside = from + NOTE;
  const high = blocks.reduce<number>(
    (sum, block) => sum + (block.kind === 'text' ? flow.height(runsOf(block.spans), { from: inside }) : 0),
    types.text.leading,
  );
  flow.gap(3);
  flow.need(high);
  const before = flow.place;
  flow.open('Sect');
  await flow.text('P', own.note, { from: inside, type: types.strong });
  await writeBlocks(flow, blocks, { from: inside, pictures });
  flow.close();
  flow.bar(before, from + 2);
  flow.gap(3);
}
