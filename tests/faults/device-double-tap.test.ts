import { expect, test } from 'vitest';
import { readable, writeConcern } from '../journeys/deeds';
import { expectHeldOnce } from './promises';
import { rawVault, wordsIn } from './raw-vault';
import { aSharedTablet, JO } from './tablet-story';

const WORDS = 'Walked out of assembly and hid in the cloakroom. Would not say why.';

test('D18: a double tap on Send at a tablet twenty times slower sends one concern', async () => {
  const { server, context, page } = await aSharedTablet(JO);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: WORDS });
  const button = (await page.getByRole('button', { name: 'Send' }).boundingBox())!;
  const [x, y] = [button.x + button.width / 2, button.y + button.height / 2];
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  // Sent one after another without waiting for the page, as fingers do; what the page has not got to yet queues up.
  const touches = ['touchStart', 'touchEnd', 'touchStart', 'touchEnd'] as const;
  const felt = touches.map((type) =>
    devTools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchStart' ? [{ x, y }] : [] }),
  );
  await page.waitForURL('**/sent', { timeout: 60_000 });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await Promise.all(felt);
  const [concern] = await expectHeldOnce(server, WORDS);
  expect(concern!.quarantine).toBeNull();
  await page
    .getByText(/ref [0-9A-Z]{4}/i)
    .first()
    .waitFor();
  expect(await readable(page)).not.toContain(WORDS);
  expect(wordsIn(await rawVault(page), [WORDS])).toEqual([]);
});
