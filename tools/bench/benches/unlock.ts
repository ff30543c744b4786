import { hold, oneByOne, type Outcome } from '../runner/contest';
import { PIN, type Stage } from '../stage';

/** From the last digit of the PIN to the person unlocked, the roll of 2,000 pupils opened and ready to search. */
export async function unlock(stage: Stage): Promise<Outcome[]> {
  const { context, page } = await stage.tablet();
  const derivation = await page.evaluate(() => window.heedPage.derivation());
  const count = stage.times(3, 2);
  const outcome = await hold({
    name: 'unlock',
    deed: `a PIN to the person unlocked with 2,000 pupils in memory (${derivation})`,
    floorIs: 'the same PIN stretched alone, in a worker of its own, with the same parameters',
    by: 'median',
    rounds: stage.times(3, 1),
    within: 30_000,
    heed: () => oneByOne(count, () => page.evaluate((pin) => window.heedPage.unlock(pin), PIN)),
    floor: () => oneByOne(count, () => page.evaluate((pin) => window.heedPage.stretch(pin), PIN)),
  });
  await context.close();
  return [outcome];
}
