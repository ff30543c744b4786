import { hold, inSequence, type Outcome } from '../runner/contest';
import type { Stage } from '../stage';

/** What people type, letter by letter: first names, last names, both, a class, accents left out. */
const TYPED = ['amira k', 'khan', "o'br", 'smith jones', 'zoe', '4b', 'sian hu', 'lukasz', 'grace okafor'];

/** From a key press to the suggestions among 2,000 pupils, in Chromium. */
export async function suggestions(stage: Stage): Promise<Outcome[]> {
  const { context, page } = await stage.tablet();
  const typed = Array.from({ length: stage.times(10, 4) }, () => TYPED).flat();
  const first = await page.evaluate((texts) => window.heedPage.suggest(texts), TYPED);
  if (first.pupils !== 2000 || first.found === 0)
    throw new Error(`found ${first.found} among ${first.pupils}`);
  const outcome = await hold({
    name: 'suggestions',
    deed: `the suggestions after one more letter, among ${first.pupils} pupils`,
    floorIs: 'the beginning of each pupil’s last name compared with what was typed, nothing folded or sorted',
    by: 'median',
    rounds: stage.times(3, 2),
    within: 20_000,
    heed: async () => {
      const { ms, found } = await page.evaluate((texts) => window.heedPage.suggest(texts), typed);
      return inSequence(ms, { found });
    },
    floor: async () => inSequence(await page.evaluate((texts) => window.heedPage.scan(texts), typed)),
  });
  await context.close();
  return [outcome];
}
