import { expect, test } from 'vitest';
import { readable, send, writeConcern } from '../journeys/deeds';
import { captivePortal, letThrough, type GateAnswer } from './gate';
import { expectHeldOnce, untilJudged, whatTheSchoolHolds } from './promises';
import { aSharedTablet, DELIVERY, JO } from './tablet-story';

const WORDS = 'He said his tea was crisps again and that nobody was in.';
const LOOKS_LOST = /error|fail|went wrong|could not|not kept|lost/i;

/** The reference in a signed reply, as the school gave it out. */
function referenceIn({ body }: GateAnswer): string {
  const { receipts } = JSON.parse(body.toString()) as { receipts: { reference: string }[] };
  return receipts.map(({ reference }) => reference).join();
}

test('D3: an answer that is lost after the school has stored it turns into the same receipt', async () => {
  const { server, gate, page } = await aSharedTablet(JO);
  const receipts: GateAnswer[] = [];
  gate.meet(DELIVERY, async (call) => {
    const answer = await call.ask();
    if (answer.status === 200) receipts.push(answer);
    if (receipts.length <= 2) call.cut();
    else call.answer(answer);
  });
  await writeConcern(page, 'Jo', { pupil: 'amira', text: WORDS });
  await send(page);
  await untilJudged(server, 1);
  expect((await whatTheSchoolHolds(server)).concerns).toHaveLength(1);
  const meanwhile = await readable(page);
  expect(meanwhile).not.toMatch(LOOKS_LOST);

  await page
    .getByText(/Ref [0-9A-Z]{4}|ref [0-9A-Z]{4}/)
    .first()
    .waitFor({ timeout: 60_000 });
  expect(receipts.length).toBeGreaterThanOrEqual(3);
  const references = new Set(receipts.map(referenceIn));
  expect(references.size).toBe(1);
  expect(await readable(page)).toMatch(new RegExp(`ref ${[...references][0]!}`, 'i'));
  expect(await readable(page)).not.toMatch(LOOKS_LOST);
  await expectHeldOnce(server, WORDS);
});

test('D8: a guest Wi-Fi that answers everything with a page of its own is not taken for the school', async () => {
  const { server, gate, page } = await aSharedTablet(JO);
  gate.meet(DELIVERY, captivePortal);
  gate.meet('POST /api/progress', captivePortal);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: WORDS });
  await send(page);
  while (gate.seen(DELIVERY) < 2) await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByText('Waiting on this tablet').first().waitFor();
  const said = await readable(page);
  expect(said).toContain('Nobody has been told yet');
  expect(said).not.toMatch(/received|alerted|\bref\b/i);
  expect(await whatTheSchoolHolds(server)).toMatchObject({ concerns: [], envelopes: 0 });

  gate.meet(DELIVERY, letThrough);
  gate.meet('POST /api/progress', letThrough);
  const tried = page.getByRole('button', { name: 'Try now' }).click();
  tried.catch(() => 'the tablet was faster: it tries by itself as well, and the button is gone');
  await page
    .getByText(/ref [0-9A-Z]{4}/i)
    .first()
    .waitFor({ timeout: 60_000 });
  await expectHeldOnce(server, WORDS);
});
