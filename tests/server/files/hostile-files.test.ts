import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostileFiles } from '../../hostile-files';
import { room } from '../../room';
import { aConcernAtWork, anAction } from '../concerns/a-lead-at-work';
import { putChunk, sealOnline, type OnlineFile } from './online-file';
import { openClamd } from './small-clamd';

test('at the school: every hostile file leaves as a download that nothing runs, under a plain name, or is held back', async () => {
  const socket = join(room(), `clamd-${randomBytes(4).toString('hex')}.sock`);
  await openClamd(socket);
  const { house, id, nadia } = await aConcernAtWork({}, { environment: { CLAMD_URL: `unix://${socket}` } });
  const sent: OnlineFile[] = [];
  // As a client sends them that has cleaned nothing.
  for (const { name, make } of hostileFiles) sent.push(await sealOnline(await make(), name));
  const action = anAction(house, { files: sent.map(({ file }) => file) });
  await nadia.must('addAction', { params: { id }, body: action });
  for (const file of sent) for (const at of file.chunks.keys()) await putChunk(nadia, file, at + 1);
  await house.settled();
  const { history } = await nadia.must('readConcern', { params: { id } });
  const shown = history.at(-1)!.files!;
  expect(shown.map(({ name, type }) => [name, type])).toEqual(
    hostileFiles.map(({ called, type }) => [called, type]),
  );
  for (const [at, { what, type, called, held }] of hostileFiles.entries()) {
    const { fileId, file } = sent[at]!;
    const { status, headers, bytes, problem } = await nadia.call('openFile', { params: { id, fileId } });
    if (held !== undefined) {
      expect(problem, what).toMatchObject({ status: 423, title: held });
      continue;
    }
    expect([status, bytes.length], what).toEqual([200, file.size]);
    expect(Object.fromEntries(headers), what).toMatchObject({
      'content-type': expect.stringMatching(new RegExp(`^${type}(;|$)`)) as string,
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''${called}`,
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as string,
      'x-content-type-options': 'nosniff',
    });
  }
});
