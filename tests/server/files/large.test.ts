import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../../protocol/files/limits';
import { newLineageId } from '../../../protocol/identifiers';
import { waitFor } from '../house';
import { aConcernAtWork } from '../concerns/a-lead-at-work';
import { aConcern, type Tablet } from '../tablet';

/** Lets the disk be full for everything that is put into the folder of files: half of it is written, then there is no room. */
async function fillDisk(): Promise<() => void> {
  const probe = await open('/dev/null', 'r');
  const handle = Object.getPrototypeOf(probe) as { writeFile: (bytes: Uint8Array) => Promise<void> };
  await probe.close();
  const write = handle.writeFile;
  handle.writeFile = async function (this: unknown, bytes) {
    await write.call(this, bytes.subarray(0, bytes.length / 2));
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  const makeRoom = () => void (handle.writeFile = write);
  onTestFinished(makeRoom);
  return makeRoom;
}

const wordsOf = async (tablet: Tablet, pupilId: string, options = {}) =>
  (await tablet.seal(aConcern({ pupilId }), options)).bytes;

test('S10, S18: 25 MB in the wrong order and before its words are put together, and hold up nobody’s words meanwhile', async () => {
  const { house, tablet } = await aConcernAtWork();
  const lineageId = newLineageId();
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  const film = await tablet.sealFile(lineageId, randomBytes(MAX_FILE_BYTES), { name: 'film.mp4' });
  const [last, ...others] = [...film.envelopes].reverse();
  for (const { bytes } of others) expect((await tablet.deliver(bytes)).status).toBe(200);
  await tablet.deliver(await wordsOf(tablet, pupilId, { lineageId, attachments: [film.attachment] }));
  await house.settled();
  const state = async () => (await house.ground.database.read('files').pluck<string[]>('state'))[0];
  await tablet.deliver(last!.bytes);
  // Everybody else's words, while 25 MB are opened, compared and sealed anew.
  const meanwhile = await wordsOf(tablet, pupilId);
  expect((await tablet.deliver(meanwhile)).reply?.receipts).toHaveLength(1);
  expect(await state()).toBe('coming');
  await waitFor(async () => (await state()) === 'here');
});

test('S7: a disk that is full takes no chunk, leaves no half file, refuses nobody’s words, and recovers by itself', async () => {
  const { house, id, nadia, tablet } = await aConcernAtWork();
  const lineageId = newLineageId();
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  const letter = await tablet.sealFile(lineageId, randomBytes(1_000_000));
  const [first, second] = letter.envelopes;
  const folder = join(house.settings.filesDir, house.schoolId);
  const kept = () => ['parts', 'kept'].flatMap((kind) => readdirSync(join(folder, kind)));
  let makeRoom = await fillDisk();
  const refused = await tablet.deliver(first!.bytes);
  expect([refused.status, refused.reply]).toEqual([507, null]);
  expect(readdirSync(join(folder, 'parts'))).toEqual([]);
  const words = await wordsOf(tablet, pupilId, { lineageId, attachments: [letter.attachment] });
  expect((await tablet.deliver(words)).reply?.receipts).toHaveLength(1);
  await house.settled();
  expect((await nadia.must('readConcern', { params: { id } })).text).toMatch(/bruise/);
  makeRoom();
  for (const { bytes } of [first!, second!]) expect((await tablet.deliver(bytes)).status).toBe(200);
  await house.settled();
  expect(await house.ground.database.read('files').pluck('state')).toEqual(['here']);
  expect(kept()).toHaveLength(3);

  // And full when one is to be put together: it waits, nothing half lies there, and it comes when there is room.
  const next = newLineageId();
  const drawing = await tablet.sealFile(next, Buffer.from('A drawing.'));
  await tablet.deliver(drawing.envelopes[0]!.bytes);
  makeRoom = await fillDisk();
  await tablet.deliver(
    await wordsOf(tablet, pupilId, { lineageId: next, attachments: [drawing.attachment] }),
  );
  await house.settled();
  const states = () => house.ground.database.read('files').orderBy('named_at').pluck<string[]>('state');
  expect([await states(), kept().length]).toEqual([['here', 'coming'], 4]);
  makeRoom();
  house.house.joiner.wake();
  await house.settled();
  expect(await states()).toEqual(['here', 'here']);
});
