import { Uint8ArrayWriter } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { leave, unpack } from '../matters/a-leaver';
import { flat, readPdf } from '../papers/poppler';
import { BEA, MovedStory, NADIA, TOM } from './moved-story';

const CODE = '23456-ABCDE-FGHJK-MNPQR-STVWX';

/** Ben has left; his file was handed on, and somebody at the next school has it. */
async function benHasLeft() {
  const story = await MovedStory.begin();
  const { clock } = story.house;
  const ben = story.pupil('Ben');
  await story.records({
    pupils: [{ kind: 'listed', pupilId: ben, shown: 'Ben Lowe' }],
    text: 'Ben hid a quince.',
  });
  const on = new Date(clock.now()).toISOString().slice(0, 10);
  await leave(story, [ben], on);
  const nadia = await story.elevated(NADIA);
  const params = { id: ben };
  const task = async () => (await nadia.must('readLeaving', { params })).task;
  /** @returns what stands in the chronology of the package */
  const pack = async () => {
    clock.skip(1000);
    const packageId = story.newId();
    const body = { packageId, code: CODE, names: 'letters' } as const;
    const { bytes } = await nadia.call('packLeaving', { params, body });
    await expect.poll(async () => (await task())?.made?.packageId).toBe(packageId);
    const entries = await unpack(bytes, CODE);
    const pdf = await entries.get('chronology.pdf')!.getData(new Uint8ArrayWriter());
    return { packageId, pages: flat((await readPdf(pdf)).pages) };
  };
  const { packageId } = await pack();
  const sent = { packageId, how: 'post', to: 'Millbrook Juniors', on } as const;
  await nadia.must('noteSent', { params, body: sent });
  const receipt = { packageId, name: 'Ann Rees', role: 'Lead', on };
  await nadia.must('noteReceipt', { params, body: receipt });
  clock.skip(1000);
  return { story, nadia, ben, task, pack };
}

test('a record that was about a pupil who has left is moved to them: it is handed on with a task of its own', async () => {
  const { story, nadia, ben, task, pack } = await benHasLeft();
  const id = await story.records();
  const params = { id };
  // The tablets' roll has no leaver: he is found among those who have left, by who may name him.
  expect((await nadia.must('readRoll')).pupils.map(({ first }) => first)).not.toContain('Ben');
  const { pupils } = await nadia.must('listLeftPupils', { params });
  expect(pupils).toEqual([{ id: ben, name: 'Ben Lowe', leftOn: '2026-11-23' }]);
  const tom = await story.elevated(TOM);
  expect((await tom.must('listLeftPupils', { params })).pupils).toEqual([]);
  expect((await (await story.elevated(BEA)).call('listLeftPupils', { params })).status).toBe(404);
  expect((await task())!.receipt).not.toBeNull();

  story.house.clock.skip(1000);
  expect((await story.correct(nadia, id, 'Ben')).status).toBe(200);
  expect(await story.traces(nadia, id, 'Amira')).toMatchObject({ opens: true, onPage: 0 });
  expect(await story.traces(nadia, id, 'Ben')).toMatchObject({ onPage: 1 });
  // What the next school has is not all any more.
  expect(await task()).toMatchObject({ day: '2026-11-30', made: null, sent: null, receipt: null });
  expect((await nadia.must('listDueActions')).leavers.map(({ pupil }) => pupil?.name)).toEqual(['Ben Lowe']);
  expect((await tom.must('listDueActions')).leavers).toEqual([]);
  const { pages } = await pack();
  expect(pages).toMatch(/tangerine/);
  expect(pages).not.toMatch(/Amira/);

  // Moved away again the package holds what is another pupil's, and says so.
  story.house.clock.skip(1000);
  const back = { was: ben, reason: 'It was Amira after all.' };
  expect((await story.correct(nadia, id, 'Amira', back)).status).toBe(200);
  expect(await task()).toMatchObject({ changed: true, receipt: null });
  expect((await pack()).pages).not.toMatch(/tangerine/);
  expect((await task())!.changed).toBe(false);
});
