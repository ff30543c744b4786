import { expect, test } from 'vitest';
import { types } from '../../../server/papers/sheet/fonts';
import type { Flow } from '../../../server/papers/sheet/flow';
import { paperStream } from '../../../server/papers/sheet/write-paper';
import { flat, readPdf } from './poppler';

const edges = { head: 'Head', foot: 'Foot' };

/** A paper of its own. @param faults hears what went wrong */
function aPaper(write: (flow: Flow) => Promise<void>, faults: unknown[] = [], waiting?: number) {
  const facts = { title: 'A paper', school: 'Oakfield', made: new Date('2026-11-30T14:03:00Z') };
  return paperStream(
    { ...facts, edges, goesOn: async () => true, write },
    (fault) => faults.push(fault),
    waiting,
  );
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('whatever somebody typed stands on the paper, and what has no letter here in square brackets', async () => {
  const long = 'x'.repeat(48_000);
  const hostile = [
    'Łukasz, Şule, Ágnes, Őrs, Siân Ŵyn ŷ, Иван, Ελένη, e\u0301',
    'Ẹ\u0301bùn said her office is in Filey.',
    'bell \u0007\u0007, right to left \u202eevil, half \ud800 a pair',
    'She wrote سلام and drew 😀😀 and 👨‍👩‍👧.',
    '<b>&amp;</b> (a\\b) %PDF endstream endobj /Type',
  ];
  const pdf = await readPdf(
    await bytesOf(
      aPaper(async (flow) => {
        flow.heading('H1', hostile.join(' '), { type: types.title });
        for (const text of hostile) await flow.text('P', text);
        await flow.text('P', long);
        await flow.text('P', `${'\n'.repeat(400)}after`);
      }),
    ),
  );
  const text = flat(pdf.pages);
  expect(pdf.complaints).toBe('');
  for (const said of [
    'Łukasz, Şule, Ágnes, Őrs, Siân Ŵyn ŷ, Иван, Ελένη, é',
    'bell [U+0007, 2 times], right to left [U+202E]evil, half [U+FFFD] a pair',
    'She wrote [4 letters in Arabic] and drew [U+1F600, 2 times] and [U+1F468 U+200D U+1F469 U+200D U+1F467].',
    '<b>&amp;</b> (a\\b) %PDF endstream endobj /Type',
  ])
    expect(text).toContain(said);
  // As it is read aloud, in order of the structure.
  expect(pdf.structure.replaceAll(/\s+/g, '')).toContain('Ẹ\u0301bùnsaidherofficeisinFiley.');
  const letters = pdf.pages.map((page) => (page.match(/x{10,}/g) ?? []).join('')).join('');
  expect(letters).toHaveLength(48_000);
  expect(text).toContain('after');
});

test('no heading stands at the foot of a page, and no line of a paragraph is alone', async () => {
  const pdf = await readPdf(
    await bytesOf(
      aPaper(async (flow) => {
        for (let n = 0; n < 60; n += 1) {
          flow.heading('H2', `Heading ${n}`);
          await flow.text('P', Array.from({ length: (n % 7) + 2 }, (_, at) => `line ${n}.${at}`).join('\n'));
        }
      }),
    ),
  );
  const total = pdf.pages.length;
  expect(total).toBeGreaterThan(5);
  for (const [at, page] of pdf.pages.entries()) {
    const lines = page
      .trimEnd()
      .split('\n')
      .filter((line) => /^(line|Heading)/.test(line));
    expect(page).toContain(`${at + 1} of ${total}`);
    expect(lines.at(-1)).toMatch(/^line/);
    const [first, second] = lines;
    const [, paragraph] = /^line (\d+)\./.exec(first!) ?? [];
    if (paragraph !== undefined) expect(second).toMatch(new RegExp(`^line ${paragraph}\\.`));
  }
});

test('a paper that nobody reads waits, and one that nobody wants any more is given up', async () => {
  let written = 0;
  const faults: unknown[] = [];
  const stream = aPaper(
    async (flow) => {
      written = 0;
      for (let n = 0; n < 300; n += 1) {
        written += 1;
        // Nothing in it is twice, so that it cannot be packed small.
        const words = Array.from({ length: 15 }, (_, at) => ((n * 15 + at) * 2_654_435_761).toString(36));
        await flow.text('P', words.join(' '));
        await flow.ground.breathe();
      }
    },
    faults,
    8 * 1024,
  );
  const idle = async () => {
    for (let before = -1; before !== written; ) {
      before = written;
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const first = await new Promise<Buffer>((resolve) => {
    stream.once('readable', () => resolve(stream.read(8) as Buffer));
  });
  expect(first.toString('latin1')).toBe('%PDF-1.7');
  await idle();
  const waiting = written;
  expect(waiting).toBeLessThan(300);
  expect(stream.readableLength).toBeLessThan(24 * 1024);
  stream.destroy();
  await idle();
  expect([written, faults]).toEqual([waiting, []]);
});
