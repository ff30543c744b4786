import { afterAll, beforeAll, expect, test } from 'vitest';
import { account } from './screens/account';
import { administration } from './screens/administration';
import { desk } from './screens/desk';
import { faultsInEveryLook } from './screens/every-look';
import { outside } from './screens/outside';
import { setUp } from './screens/set-up';
import { sharedTablet } from './screens/shared-tablet';
import { openWillowBank, type WillowBank } from './screens/willow-bank';

const closings: (() => Promise<void>)[] = [];
let school: WillowBank;

beforeAll(async () => {
  school = await openWillowBank((close) => closings.unshift(close));
});

afterAll(async () => {
  for (const close of closings) await close();
});

test.each([...outside, ...sharedTablet, ...desk, ...account, ...administration, ...setUp])(
  '$name: accessible, within its edges and its policy, in three themes and three sizes',
  async ({ name, open }) => {
    const known = school.looker.complaints.length;
    const page = await open(school);
    const place = page.url();
    expect(await faultsInEveryLook(page, name)).toEqual([]);
    expect(page.url()).toBe(place);
    expect(school.looker.complaints.slice(known)).toEqual([]);
    if (page !== school.tablet) await page.context().close();
  },
);
