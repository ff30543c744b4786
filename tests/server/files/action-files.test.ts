import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHUNK_BYTES } from '../../../protocol/files/limits';
import { aConcernAtWork, anAction, SAM, TOM } from '../concerns/a-lead-at-work';
import { elevatedLead } from '../security-keys/phone';
import { putChunk, sealOnline } from './online-file';

const LETTER = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * CHUNK_BYTES)]);

test('a lead adds a letter to an action: it follows the words part by part, and is opened by the rule of the concern', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const letter = await sealOnline(LETTER, '../../etc/letter from home.pdf');
  const action = anAction(house, { kind: 'home', files: [letter.file] });
  const params = { fileId: letter.fileId };
  expect((await putChunk(nadia, letter, 1)).status).toBe(404);
  const added = await nadia.must('addAction', { params: { id }, body: action });
  expect(added.files).toEqual([]);
  const shown = { fileId: letter.fileId, name: 'letter from home.pdf', size: LETTER.length };
  expect(added.history.at(-1)).toMatchObject({ files: [{ ...shown, state: 'coming', type: null }] });
  // A lost answer: the same action again is the same one, with the same file.
  await nadia.must('addAction', { params: { id }, body: action });

  expect((await putChunk(nadia, letter, 3)).reply).toEqual({ state: 'coming', missing: [1, 2] });
  expect((await putChunk(nadia, letter, 3)).status).toBe(200);
  // The page was closed; another one of hers goes on where this one stopped.
  expect(await nadia.must('readFileStanding', { params })).toEqual({ state: 'coming', missing: [1, 2] });
  const { browser: tom } = await elevatedLead(house, TOM);
  expect((await tom.call('readFileStanding', { params })).status).toBe(404);
  expect((await putChunk(tom, letter, 1)).status).toBe(404);
  for (const part of [1, 2]) await putChunk(nadia, letter, part);
  await house.settled();
  expect(await nadia.must('readFileStanding', { params })).toEqual({ state: 'here', missing: [] });

  const news = await tom.must('readConcernNews', { params: { id } });
  expect(news.files).toEqual([{ fileId: letter.fileId, state: 'here', type: 'application/pdf' }]);
  const opened = await tom.call('openFile', { params: { id, ...params } });
  expect(Buffer.from(opened.bytes).equals(LETTER)).toBe(true);
  const sam = await house.loggedIn(SAM);
  expect((await sam.call('openFile', { params: { id, ...params } })).status).not.toBe(200);
  const audit = await house.ground.database.read('audit').orderBy('seq').select('what', 'facts');
  expect(audit.map(({ what }) => what).filter((what) => /file|action/.test(what))).toEqual([
    'concern.action-added',
    'file.arrived',
    'file.opened',
  ]);
  expect(JSON.stringify(audit)).not.toMatch(/letter/);
});

test('a chunk that is no part of the file is refused and kept nowhere, and the file comes all the same', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const [mine, other] = [await sealOnline(LETTER), await sealOnline(Buffer.from('Another.'))];
  await nadia.must('addAction', {
    params: { id },
    body: anAction(house, { files: [mine.file, other.file] }),
  });
  const wrong: [string, Uint8Array][] = [
    ['2', mine.chunks[0]!],
    ['1', other.chunks[0]!],
    ['4', mine.chunks[2]!],
    ['1', mine.chunks[0]!.slice(0, -1)],
    ['1', mine.chunks[0]!.map((byte, at) => (at === 500 ? byte ^ 1 : byte))],
    ['1', new Uint8Array(10)],
  ];
  for (const [part, body] of wrong) {
    const answer = await nadia.call('putFilePart', { params: { fileId: mine.fileId, part }, body });
    expect(answer.problem).toMatchObject({
      code: 'not-valid',
      title: expect.stringMatching(/Choose the file again/) as string,
    });
  }
  const tooLong = new Uint8Array(CHUNK_BYTES + 100);
  const params = { fileId: mine.fileId, part: '1' };
  expect((await nadia.call('putFilePart', { params, body: tooLong })).problem.code).toBe('too-large');
  const parts = join(house.settings.filesDir, house.schoolId, 'parts');
  expect(() => readdirSync(parts)).toThrow();
  expect(await house.ground.database.read('file_parts')).toEqual([]);

  for (const part of [1, 2, 3]) expect((await putChunk(nadia, mine, part)).status).toBe(200);
  await house.settled();
  expect((await nadia.must('readFileStanding', { params: { fileId: mine.fileId } })).state).toBe('here');
  expect(readdirSync(parts)).toHaveLength(3);
});

test('a file that is named as another one than its bytes are is damaged, and one of 25 MB and a byte is not taken', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const [text, other] = [await sealOnline(Buffer.from('A text.')), await sealOnline(Buffer.from('Others.'))];
  const liar = { ...text.file, sha256: other.file.sha256 };
  await nadia.must('addAction', { params: { id }, body: anAction(house, { files: [liar] }) });
  await putChunk(nadia, text, 1);
  await house.settled();
  const { history } = await nadia.must('readConcern', { params: { id } });
  expect(history.at(-1)?.files).toMatchObject([{ state: 'damaged' }]);
  const large = anAction(house, { files: [{ ...text.file, size: 25_000_001 }] });
  expect((await nadia.call('addAction', { params: { id }, body: large })).problem.title).toMatch(
    /larger than 25 MB/,
  );
});
