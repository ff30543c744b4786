import { hold, inSequence, type Outcome } from '../runner/contest';
import type { Stage } from '../stage';

const CHARACTERS = 1024;
/** What a sealed concern of that text takes. */
const BYTES = 2048;

/** From "Send" to sealed and durably in the outbox, in Chromium. */
export async function submit(stage: Stage): Promise<Outcome[]> {
  const { context, page } = await stage.tablet();
  const count = stage.times(60, 20);
  await page.evaluate((many) => window.heedPage.send(many, 1024), 3);
  const outcome = await hold({
    name: 'submit',
    deed: `a concern of ${CHARACTERS} characters signed, sealed and strictly committed in Chromium`,
    floorIs: `a bare strict IndexedDB transaction that puts ${BYTES} bytes`,
    by: 'median',
    rounds: stage.times(3, 1),
    within: 30_000,
    heed: async () =>
      inSequence(
        await page.evaluate(([many, long]) => window.heedPage.send(many, long), [count, CHARACTERS] as const),
      ),
    floor: async () =>
      inSequence(
        await page.evaluate(([many, long]) => window.heedPage.strictPuts(many, long), [
          count,
          BYTES,
        ] as const),
      ),
  });
  await context.close();
  return [outcome];
}
