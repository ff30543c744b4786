import { waitFor } from '../../server/house';
import { withEmblem } from './emblem';
import { helpScreens } from './help';
import { withProviders } from './providers';
import type { ScreenCase } from './willow-bank';

/** What everybody sees who has not logged in. */
export const outside: readonly ScreenCase[] = [
  {
    name: 'log in',
    open: async ({ house, looker }) => {
      const page = await looker.page();
      await page.goto(`${house.origin}/log-in`);
      await page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
      return page;
    },
  },
  {
    name: 'log in, with the school’s emblem',
    open: (school) =>
      withEmblem(school, async () => {
        const page = await school.looker.page();
        await page.goto(`${school.house.origin}/log-in`);
        return page;
      }),
  },
  {
    name: 'log in, with providers',
    open: (school) =>
      withProviders(school, async () => {
        const page = await school.looker.page();
        await page.goto(`${school.house.origin}/log-in`);
        return page;
      }),
  },
  {
    name: 'log in, wrong password',
    open: async ({ house, looker }) => {
      const page = await looker.page();
      await page.goto(`${house.origin}/log-in`);
      await page.getByLabel('School e-mail address').fill('k.mohr@willowbank.example');
      await page.getByLabel('Password', { exact: true }).fill('two dry geese');
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await page.getByText('is not right').first().waitFor();
      return page;
    },
  },
  {
    name: 'forgot, asked for a link',
    open: async ({ house, looker }) => {
      const page = await looker.page();
      await page.goto(`${house.origin}/forgot`);
      await page.getByLabel('School e-mail address').fill('g.sawayn@willowbank.example');
      await page.getByRole('button', { name: 'Reset Password' }).click();
      await page.getByText('a mail is on its way').waitFor();
      return page;
    },
  },
  {
    name: 'forgot',
    open: async ({ house, looker }) => {
      const page = await looker.page();
      await page.goto(`${house.origin}/forgot`);
      await page.getByRole('button', { name: 'Reset Password' }).waitFor();
      return page;
    },
  },
  {
    name: 'welcome, first password',
    open: async ({ house, looker }) => {
      const email = 't.grady@willowbank.example';
      await house.visitor().must('askForLink', { body: { email } });
      const mailed = () => house.mails.find((mail) => mail.to === email);
      await waitFor(async () => {
        await house.settled();
        return mailed() !== undefined;
      });
      const token = /\/welcome#([\w-]{43})/.exec(mailed()?.text ?? '')?.[1] ?? '';
      const page = await looker.page();
      await page.goto(`${house.origin}/welcome#${token}`);
      await page.getByLabel('Password', { exact: true }).first().fill('short');
      await page.getByRole('button', { name: 'Save password' }).click();
      await page.getByText('at least 8 characters').first().waitFor();
      return page;
    },
  },
  {
    name: 'welcome, link used up',
    open: async ({ house, looker }) => {
      const page = await looker.page();
      await page.goto(`${house.origin}/welcome#${'A'.repeat(43)}`);
      await page.getByText('no longer valid').waitFor();
      return page;
    },
  },
  ...helpScreens,
  {
    name: 'not found',
    open: async ({ house, looker }) => {
      const page = await looker.page();
      await page.goto(`${house.origin}/no/such/place`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
  },
];
