import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pushPayload } from '../../server/messages/push-payload';
import { urgentAlert } from '../../server/messages/templates/alert';
import { readable, send, writeConcern } from '../journeys/deeds';
import { expectHeldOnce } from './promises';
import { aSharedTablet, JO } from './tablet-story';
import { WorkerHandle } from './worker';

const WORDS = 'Amira Khan said she does not want to go home on Fridays.';

interface Shown {
  title: string;
  body: string;
  navigate: unknown;
}

/** Notifications that stand on this device now; to be asked for when no push is being worked on. */
async function shown(page: Page): Promise<Shown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const standing = await registration.getNotifications();
    return standing.map(({ title, body, data }) => ({
      title,
      body,
      navigate: (data as { navigate: unknown }).navigate,
    }));
  });
}

/** What the school pushes about one alert, before it is encrypted for this device. */
function pushed(origin: string, reference: string, alertId: string): string {
  const text = urgentAlert.push!.text({ reference, schoolName: null }, { origin, alertId });
  return pushPayload(text, `about-${alertId}`).toString();
}

test('an alert is shown once, with its reference and no name, while Heed is open and while it is closed', async () => {
  const { server, gate, context, page } = await aSharedTablet(JO);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: WORDS });
  await send(page);
  await expectHeldOnce(server, WORDS);
  const worker = await WorkerHandle.of(context, page, server.origin);
  const { origin } = server;

  await worker.push(pushed(origin, '4F2K', 'first'));
  // The push service repeats what it is not sure of; the device still shows it once.
  await worker.push(pushed(origin, '4F2K', 'first'));
  const [open, ...others] = await shown(page);
  expect(others).toEqual([]);
  expect(open).toEqual({
    title: 'Urgent safeguarding alert 4F2K',
    body: 'Open Heed to read it.',
    navigate: `${origin}/alerts/first`,
  });

  // Heed is closed; a picture of the same origin is no page of it.
  await page.goto(`${origin}/icons.svg`);
  const alone = await WorkerHandle.of(context, page, origin);
  await alone.kill();
  const pictures = () => gate.seen('GET /icons/heed-192.png');
  const before = pictures();
  await alone.push(pushed(origin, '7W9D', 'second'));
  // It never stands behind a picture: a network that answers nothing would hold the alert back.
  expect(pictures()).toBe(before);
  const titles = (await shown(page)).map(({ title }) => title).sort();
  expect(titles).toEqual(['Urgent safeguarding alert 4F2K', 'Urgent safeguarding alert 7W9D']);
  expect(JSON.stringify(await shown(page))).not.toMatch(/Amira|Khan|Fridays|Price|Oakfield/);

  // What nobody can read is still shown: something waits.
  await alone.push('{"of":"a later Heed"}');
  expect((await shown(page)).map(({ title }) => title)).toContain('Safeguarding alert');
  await page.goto(`${origin}/lock`);
  expect(await readable(page)).not.toMatch(/Amira|Fridays/);
});
