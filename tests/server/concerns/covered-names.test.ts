import { TextWriter, Uint8ArrayWriter } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { newLineageId } from '../../../protocol/identifiers';
import { putChunk, sealOnline } from '../files/online-file';
import { leave, unpack } from '../matters/a-leaver';
import { flat, readPdf } from '../papers/poppler';
import { aConcern } from '../tablet';
import type { Visitor } from '../visitor';
import { BEA, MovedStory, NADIA, TOM } from './moved-story';

const CODE = '23456-ABCDE-FGHJK-MNPQR-STVWX';
const PDF = Buffer.from('%PDF-1.7\nA letter.\n');

/** Covers the word wherever a text of the concern has it. @returns which texts */
async function cover(story: MovedStory, lead: Visitor, id: string, word: string): Promise<string[]> {
  const params = { id };
  const { texts } = await lead.must('readWhole', { params });
  const named = texts.filter(({ text }) => text.includes(word));
  for (const { id: entryId, part, text } of named)
    for (const { index: start } of text.matchAll(new RegExp(word, 'g'))) {
      const end = start + word.length;
      const body = { actionId: story.newId(), entryId, part, start, end, reason: 'Theirs.' };
      await lead.must('coverPassage', { params, body });
    }
  return named.map(({ kind, part }) => `${kind} ${part}`);
}

test('what files are called is covered as any text: on the screen, on paper, where they are saved, and in what goes to the next school', async () => {
  const story = await MovedStory.begin();
  const lineageId = newLineageId();
  const sent = await story.tablet.sealFile(lineageId, PDF, { name: 'Letter about Zebedee.pdf' });
  const categories = await story.house.ground.database.read('categories').pluck<string[]>('id');
  const body = aConcern({ pupilId: story.pupil('Amira'), text: 'Threw a tangerine.', categories });
  const sealed = await story.tablet.seal(body, { lineageId, attachments: [sent.attachment] });
  await story.tablet.deliver(sealed.bytes, ...sent.envelopes.map(({ bytes }) => bytes));
  await story.house.settled();
  const [id = ''] = await story.house.ground.database.read('concerns').pluck<string[]>('id');
  const [nadia, bea] = [await story.elevated(NADIA), await story.elevated(BEA)];
  const params = { id };
  const scan = await sealOnline(PDF, 'Zebedee.pdf');
  const actionId = story.newId();
  await nadia.must('addAction', { params, body: { actionId, text: 'A scan.', files: [scan.file] } });
  await putChunk(nadia, scan, 1);
  await story.house.settled();

  const everywhere = async () => {
    const page = { id: story.pupil('Amira') };
    const saved = await Promise.all(
      [sent.fileId, scan.fileId].map(async (fileId) => {
        const { headers } = await nadia.call('openFile', { params: { id, fileId } });
        return decodeURIComponent(headers.get('content-disposition') ?? '');
      }),
    );
    const { bytes } = await nadia.call('printConcern', { params });
    const shown = [await nadia.must('readConcern', { params }), await bea.must('readConcern', { params })];
    const listed = await nadia.must('readChronology', { params: page });
    return [
      ...saved,
      flat((await readPdf(bytes)).pages),
      ...shown.map((one) => JSON.stringify(one)),
      JSON.stringify(listed),
    ];
  };
  expect((await everywhere()).filter((one) => one.includes('Zebedee'))).toHaveLength(5);
  expect(await cover(story, nadia, id, 'Zebedee')).toEqual(['file file-0', 'file file-1']);
  for (const one of await everywhere()) expect(one).not.toContain('Zebedee');
  const read = await bea.must('readConcern', { params });
  expect(read.files?.map(({ name }) => name)).toEqual([
    'Letter about [Covered by a lead, 23 November 2026].pdf',
  ]);
  expect(read.history.find((one) => one.id === actionId)?.files?.map(({ name }) => name)).toEqual([
    '[Covered by a lead, 23 November 2026].pdf',
  ]);
  // Covered to its end it still opens with what opens such files.
  const start = 0;
  const whole = {
    actionId: story.newId(),
    entryId: id,
    part: 'file-0',
    start,
    end: 24,
    reason: 'All of it.',
  };
  expect((await nadia.must('coverPassage', { params, body: whole })).files?.[0]?.name).toBe(
    '[Covered by a lead, 23 November 2026].pdf',
  );

  await leave(story, [story.pupil('Amira')], '2026-11-23');
  const packageId = story.newId();
  const { bytes } = await nadia.call('packLeaving', {
    params: { id: story.pupil('Amira') },
    body: { packageId, code: CODE, names: 'all' },
  });
  const entries = await unpack(bytes, CODE);
  const manifest = await entries.get('manifest.csv')!.getData(new TextWriter());
  const paper = await entries.get('chronology.pdf')!.getData(new Uint8ArrayWriter());
  expect(manifest).toContain('[Covered by a lead');
  for (const one of [manifest, flat((await readPdf(paper)).pages)]) expect(one).not.toContain('Zebedee');
});

test('the name that somebody typed without unlocking is covered everywhere, once the record is checked', async () => {
  const story = await MovedStory.begin();
  const { database } = story.house.ground;
  const lineageId = newLineageId();
  const sent = await story.tablet.sealFile(lineageId, PDF, { name: 'From Zebedee.pdf' });
  const author = { unconfirmed: 'Zebedee, father of Ben' };
  const body = aConcern({ pupilId: story.pupil('Amira'), text: 'Threw a tangerine.' });
  const sealed = await story.tablet.seal(body, { author, lineageId, attachments: [sent.attachment] });
  await story.tablet.deliver(sealed.bytes, ...sent.envelopes.map(({ bytes }) => bytes));
  await story.house.settled();
  const [id = ''] = await database.read('concerns').pluck<string[]>('id');
  const nadia = await story.elevated(NADIA);
  const params = { id };
  // Nobody covers what has not been checked.
  expect((await nadia.call('readWhole', { params })).status).not.toBe(200);
  await nadia.must('openQuarantined', { params });
  await nadia.must('acceptQuarantined', { params, body: { pupils: [story.pupil('Amira')] } });

  const everywhere = async () => {
    const page = { id: story.pupil('Amira') };
    const papers = [
      await nadia.call('printConcern', { params }),
      await nadia.call('printChronology', { params: page }),
    ];
    const printed = await Promise.all(papers.map(async ({ bytes }) => flat((await readPdf(bytes)).pages)));
    const shown = [
      await nadia.must('readConcern', { params }),
      await nadia.must('readChronology', { params: page }),
      await nadia.must('openQuarantined', { params }).catch(() => 'decided'),
    ];
    const { found } = await nadia.must('searchConcerns', { body: { words: 'Zebedee' } });
    return [...printed, ...shown.map((one) => JSON.stringify(one)), `found ${String(found.length)}`];
  };
  const before = await everywhere();
  expect(before.at(-1)).toBe('found 1');
  expect(before.filter((one) => one.includes('Zebedee')).length).toBeGreaterThan(3);
  expect(await cover(story, nadia, id, 'Zebedee')).toEqual(['concern author', 'file file-0']);
  const after = await everywhere();
  expect(after.at(-1)).toBe('found 0');
  for (const one of after) expect(one).not.toContain('Zebedee');
  const read = await nadia.must('readConcern', { params });
  expect(read.author).toEqual({
    name: '[Covered by a lead, 23 November 2026], father of Ben',
    confirmed: false,
  });
});

test.each([
  ['joined into another', 'joined'],
  ['dismissed', 'dismissed'],
])('what was %s is kept on her page, so a lead covers it and moves it as well', async (_, decision) => {
  const story = await MovedStory.begin();
  const { database } = story.house.ground;
  const first = await story.records({ text: 'Threw a plum.' });
  const row = await database.read('concerns').where({ id: first }).first('reference');
  const body = aConcern({ pupilId: story.pupil('Amira'), text: 'Threw a tangerine. Zebedee drinks.' });
  const sealed = await story.tablet.seal(body, { author: { unconfirmed: 'Zebedee' } });
  await story.tablet.deliver(sealed.bytes);
  await story.house.settled();
  const [id = ''] = await database.read('concerns').whereNot({ id: first }).pluck<string[]>('id');
  const [nadia, tom] = [await story.elevated(NADIA), await story.elevated(TOM)];
  const params = { id };
  await nadia.must('openQuarantined', { params });
  if (decision === 'joined')
    await nadia.must('joinQuarantined', { params, body: { reference: row!.reference } });
  else await nadia.must('dismissQuarantined', { params, body: { reason: 'A joke.' } });
  expect((await nadia.must('readConcern', { params })).may).toMatchObject({ lead: false, correct: true });
  expect((await (await story.elevated(BEA)).call('readWhole', { params })).status).toBe(404);

  expect(await cover(story, nadia, id, 'Zebedee')).toEqual(['concern text', 'concern author']);
  expect(await cover(story, nadia, first, 'Zebedee')).toEqual(decision === 'joined' ? ['note text'] : []);
  const of = async (name: string) => {
    const page = { id: story.pupil(name) };
    const { bytes } = await nadia.call('printChronology', { params: page });
    const listed = await nadia.must('readChronology', { params: page });
    const { found } = await nadia.must('searchConcerns', { body: { words: 'Zebedee' } });
    return `${flat((await readPdf(bytes)).pages)} ${JSON.stringify(listed)} found ${String(found.length)}`;
  };
  // A name that is covered only where it stood first would stand in the other.
  expect(await of('Amira')).toMatch(/tangerine/);
  expect(await of('Amira')).not.toMatch(/Zebedee/);
  expect(await of('Amira')).toMatch(/found 0$/);

  const mails = story.house.mails.length;
  expect((await story.correct(nadia, id, 'Ben')).status).toBe(200);
  await story.house.settled();
  expect(await story.traces(nadia, id, 'Amira')).toMatchObject({ onPage: 0 });
  expect(await of('Ben')).toMatch(/tangerine/);
  // Ben is Tom's nephew now; and nobody is mailed about what was decided.
  expect((await tom.call('readConcern', { params })).status).toBe(404);
  expect(story.house.mails.length).toBe(mails);
});
