import { expect, onTestFinished, test } from 'vitest';
import { openCountingGate, type CountedRequest, type CountingGate } from '../../tools/bench/counting-gate';
import { openChromium, openPage } from '../../tools/bench/page/open-page';
import { openHouse, PASSWORD, type TestHouse } from '../server/house';

/*
 * The real client in real Chromium, the real server behind a gate on the wire that counts each byte of each request:
 * request line, all headers as Chromium sends them over HTTP/1.1, body.
 */

const CHARACTERS = 1024;

async function aTabletBehindTheGate() {
  const house = await openHouse();
  const gate = await openCountingGate(house.origin);
  const browser = await openChromium();
  onTestFinished(async () => {
    await browser.close();
    await gate.close();
  });
  await house.loggedIn('jo.price@oakfield.example');
  const page = await openPage(await browser.newContext(), gate.origin);
  const newcomer = { email: 'jo.price@oakfield.example', password: PASSWORD, pin: '482915' };
  await page.evaluate((who) => window.heedPage.enrol(who), newcomer);
  gate.take();
  return {
    house,
    gate,
    queue: (count: number) =>
      page.evaluate(([many, long]) => window.heedPage.queue(many, long), [count, CHARACTERS] as const),
    deliver: () => page.evaluate(() => window.heedPage.deliver()),
  };
}

/** Everything that went through the gate, which must have been deliveries. */
function deliveriesOf(gate: CountingGate): { requests: CountedRequest[]; bytes: number } {
  const requests = gate.take();
  expect(requests.filter(({ what }) => what !== 'POST /api/envelopes')).toEqual([]);
  return { requests, bytes: requests.reduce((sum, one) => sum + one.headBytes + one.bodyBytes, 0) };
}

async function envelopesHeld(house: TestHouse): Promise<number> {
  return (await house.ground.database.read('envelopes').select('envelope_id')).length;
}

const sentence =
  '1,000 waiting concerns go in 3 requests and 2,100 bytes each, one more in 1 and 3,800, none in 0';

test(sentence, { timeout: 180_000 }, async () => {
  const { house, gate, queue, deliver } = await aTabletBehindTheGate();

  await queue(1000);
  expect(gate.take()).toEqual([]);
  expect(await deliver()).toMatchObject({ received: 1000, refused: 0, unsent: 0 });
  const thousand = deliveriesOf(gate);
  expect(thousand.requests.length).toBeLessThanOrEqual(3);
  expect(thousand.bytes / 1000).toBeLessThanOrEqual(2100);
  expect(thousand.bytes / 1000).toBeGreaterThan(CHARACTERS);
  expect(await envelopesHeld(house)).toBe(1000);

  await queue(1);
  expect(await deliver()).toMatchObject({ received: 1, unsent: 0 });
  const alone = deliveriesOf(gate);
  expect(alone.requests).toHaveLength(1);
  expect(alone.bytes).toBeLessThanOrEqual(3800);
  expect(await envelopesHeld(house)).toBe(1001);

  expect(await deliver()).toMatchObject({ requests: 0, unsent: 0 });
  expect(gate.take()).toEqual([]);
  console.info(
    `1,000 in ${thousand.requests.length} requests, ${thousand.bytes / 1000} bytes each; one in ${alone.bytes} bytes`,
  );
});
