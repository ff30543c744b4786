import { expect, test } from 'vitest';
import { fillIn, lock, readable, send, unlock, writeConcern } from '../journeys/deeds';
import { expectHeldOnce } from './promises';
import { rawVault, wordsIn } from './raw-vault';
import { aSharedTablet, BEN, DELIVERY, JO } from './tablet-story';

const BRUISE = 'Quillon mark above the left elbow, yellow-green, about 3 cm.';
const SHOES = 'Wearing plimsolls in the snow for the third Wednesday.';

test('D1: what one person queued offline is hidden from the next, and arrives as their own', async () => {
  const { server, gate, context, page, staffIds } = await aSharedTablet(JO, BEN);
  await context.setOffline(true);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: BRUISE });
  await send(page);
  await page.getByRole('link', { name: 'Record another' }).click();
  await fillIn(page, { pupil: 'tomas', text: SHOES });
  await send(page);
  expect(await readable(page)).toContain('Waiting on this tablet');
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByText('2 records waiting to send').waitFor();

  await unlock(page, 'Ben');
  for (const path of ['/', '/mine', '/record']) {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.locator('main h1').first().waitFor();
    const words = `${await page.content()}${await readable(page)}`;
    for (const secret of ['Quillon', 'plimsolls']) expect(words).not.toContain(secret);
  }
  // What is in plain words there is found, so what is not found is not there.
  const everything = ['waiting', BRUISE, SHOES, 'Quillon', 'plimsolls'];
  expect(wordsIn(await rawVault(page), everything)).toEqual(['waiting']);
  expect(gate.seen(DELIVERY)).toBe(0);

  await context.setOffline(false);
  const concerns = await expectHeldOnce(server, BRUISE, SHOES);
  expect(concerns.map(({ authorId }) => authorId)).toEqual([staffIds.get(JO), staffIds.get(JO)]);
  expect(concerns.map(({ quarantine }) => quarantine)).toEqual([null, null]);
  await lock(page);
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  expect(await readable(page)).not.toContain('waiting to send');
});
