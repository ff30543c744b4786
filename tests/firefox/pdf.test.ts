import { expect, test } from 'vitest';
import { aPdf, LETTER, PAINTED } from '../journeys/a-pdf';
import { aConcernAtWork, anAction } from '../server/concerns/a-lead-at-work';
import { putChunk, sealOnline } from '../server/files/online-file';
import { waitFor } from '../server/house';
import { openFirefox } from './open-firefox';
import { Person } from './person';

test('in Firefox a lead reads a PDF of a record in a frame without an origin', async () => {
  const { house, id, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const letter = await sealOnline(await aPdf(), 'letter.pdf');
  await nadia.must('addAction', { params: { id }, body: anAction(house, { files: [letter.file] }) });
  await putChunk(nadia, letter, 1);
  await house.settled();

  const page = await openFirefox();
  const { hostname } = new URL(house.origin);
  for (const [name, value] of nadia.cookies)
    await page.browser().setCookie({ name, value, domain: hostname, path: '/', httpOnly: true });
  await page.goto(`${house.origin}/alerts/${id}`);
  const reader = new Person(page);
  await reader.press('button', 'Show');
  const viewer = () => page.frames().find((one) => one.url().includes('/viewer/'));
  const spoken = async () => (await viewer()?.evaluate(() => document.body.textContent)) ?? '';
  await waitFor(async () => (await spoken()).includes(LETTER), 60_000);
  const seen = await viewer()!.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const [x, y] = [canvas.width / 2, canvas.height / 3];
    const colour = [...canvas.getContext('2d')!.getImageData(x, y, 1, 1).data.slice(0, 3)];
    return { colour, origin: self.origin };
  });
  expect(seen).toEqual({ colour: PAINTED, origin: 'null' });
});
