import { PASSWORD } from '../../deeds';
import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

/** A new colleague logs in for the first time, on a classroom tablet. */
export const firstLogin: Story = {
  walk: 'first-login',
  size: 'tablet',
  open: (school) => school.page('/log-in', 'tablet'),
  steps: [
    [
      'login-page',
      (page) => Promise.resolve(page.getByRole('link', { name: /using Heed for the first time/ })),
    ],
    [
      'login-address',
      async (page) => {
        await page.getByRole('link', { name: /using Heed for the first time/ }).click();
        await page.getByRole('heading', { name: 'Reset Password' }).waitFor();
        await page.getByLabel('School e-mail address').fill(PEOPLE.newcomer);
        return page.getByRole('button', { name: 'Reset Password' });
      },
    ],
    [
      'login-mailed',
      async (page, { house }) => {
        await page.getByRole('button', { name: 'Reset Password' }).click();
        const answer = page.getByText(/a mail is on its way/);
        await answer.waitFor();
        await house.house.afterwards.settled();
        await house.settled();
        return answer;
      },
    ],
    [
      'login-password',
      async (page, { house, origin }) => {
        const [link = ''] = /\/welcome#[\w-]{43}/.exec(house.mailTo(PEOPLE.newcomer).text) ?? [];
        await page.goto(origin + link);
        await page.getByLabel('Password', { exact: true }).first().fill(PASSWORD);
        return page.getByRole('button', { name: 'Save password' });
      },
    ],
    [
      'login-saved',
      async (page) => {
        await page.getByRole('button', { name: 'Save password' }).click();
        await page.getByText('Your password is saved').waitFor();
        return page.getByRole('link', { name: 'Log in', exact: true });
      },
    ],
    [
      'login-again',
      async (page) => {
        await page.getByRole('link', { name: 'Log in', exact: true }).click();
        await page.getByRole('heading', { name: 'Log in' }).waitFor();
        await page.getByLabel('School e-mail address').fill(PEOPLE.newcomer);
        await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
        return page.getByRole('button', { name: 'Log in', exact: true });
      },
    ],
    [
      'login-tablet',
      async (page) => {
        await page.getByRole('button', { name: 'Log in', exact: true }).click();
        await page.getByLabel('What do people call this tablet?').fill('Playground tablet 2');
        const shared = page.locator('label', { hasText: 'Yes, it is shared' });
        await shared.click();
        return shared;
      },
    ],
    [
      'login-pin',
      async (page) => {
        await page.getByLabel('Choose a PIN').fill('271828');
        await page.getByLabel('The same PIN again').fill('271828');
        return page.getByRole('button', { name: 'Set up this tablet' });
      },
    ],
    [
      'login-home',
      async (page) => {
        await page.getByRole('button', { name: 'Set up this tablet' }).click();
        await page.waitForURL((url) => !url.pathname.startsWith('/enrol'));
        await page.getByRole('link', { name: 'Record a concern' }).first().waitFor();
        return null;
      },
    ],
  ],
};
