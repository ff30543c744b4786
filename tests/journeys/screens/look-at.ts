import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInEveryLook } from './every-look';
import { openWillowBank, type ScreenCase, type WillowBank } from './willow-bank';

/** Opens one school and looks at these screens of it, one after another, as tests of the file that calls. */
export function lookAt(cases: readonly ScreenCase[]): void {
  const closings: (() => Promise<void>)[] = [];
  let school: WillowBank;

  beforeAll(async () => {
    school = await openWillowBank((close) => closings.unshift(close));
  });

  afterAll(async () => {
    for (const close of closings) await close();
  });

  test.each(cases)(
    '$name: accessible, within its edges and its policy, in three themes and three sizes',
    async ({ name, open }) => {
      const known = school.looker.complaints.length;
      const page = await open(school);
      const place = page.url();
      expect(await faultsInEveryLook(page, name)).toEqual([]);
      expect(page.url()).toBe(place);
      expect(school.looker.complaints.slice(known)).toEqual([]);
      await school.putAway(page);
    },
  );
}
