import { enrolTablet, PIN } from '../../deeds';
import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

/** A class teacher writes down what she saw at break, on the tablet of her classroom. */
export const recordAConcern: Story = {
  walk: 'record-a-concern',
  size: 'tablet',
  open: async (school) => {
    const page = await school.page('/', 'tablet', await school.house.loggedIn(PEOPLE.teacher));
    await enrolTablet(page, school);
    await page.goto(`${school.origin}/lock`);
    return page;
  },
  steps: [
    [
      'record-unlock',
      async (page) => {
        await page.getByRole('radio', { name: /Megane/ }).check();
        for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
        return page.getByRole('button', { name: 'Unlock', exact: true });
      },
    ],
    [
      'record-home',
      async (page) => {
        await page.getByRole('button', { name: 'Unlock', exact: true }).click();
        return page.getByRole('link', { name: /Record a concern/ }).first();
      },
    ],
    [
      'record-who',
      async (page) => {
        await page
          .getByRole('link', { name: /Record a concern/ })
          .first()
          .click();
        await page.locator('input[role=combobox]').first().fill('Lut');
        return page.getByRole('listbox').getByRole('option').first();
      },
    ],
    [
      'record-what',
      async (page) => {
        await page.getByRole('listbox').getByRole('option').first().click();
        const text = page.getByLabel('What did you see or hear?');
        await text.fill(
          'Luther came in from break holding his arm. He said “I fell off the wall.” He did not want to show it.',
        );
        return text;
      },
    ],
    [
      'record-when',
      async (page) => {
        await page.getByRole('radio', { name: /Just now/ }).check();
        return page.getByRole('group', { name: 'When?' });
      },
    ],
    [
      'record-kind',
      async (page) => {
        const kind = page.locator('label', { hasText: 'Physical injury' }).first();
        await kind.click();
        return kind;
      },
    ],
    [
      'record-told',
      async (page) => {
        await page.getByRole('radio', { name: /^Yes, Mrs Bergstrom/ }).check();
        return page.locator('label', { hasText: 'Yes, Mrs Bergstrom' }).first();
      },
    ],
    ['record-send', (page) => Promise.resolve(page.getByRole('button', { name: 'Send', exact: true }))],
    [
      'record-sent',
      async (page, { house }) => {
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.waitForURL('**/sent');
        await house.settled();
        await page.getByRole('heading', { name: /people alerted/ }).waitFor();
        return null;
      },
    ],
  ],
};
