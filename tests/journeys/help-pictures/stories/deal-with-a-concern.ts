import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

/** The lead takes a concern from the first look to its end. */
export const dealWithAConcern: Story = {
  walk: 'deal-with-a-concern',
  size: 'desk',
  open: (school) => school.atDesk('/alerts', PEOPLE.lead),
  steps: [
    ['deal-list', (page) => Promise.resolve(page.locator('a.alert-row', { hasText: 'Candido' }))],
    [
      'deal-take',
      async (page) => {
        await page.locator('a.alert-row', { hasText: 'Candido' }).first().click();
        await page.getByText('without a coat').last().waitFor();
        return page.getByRole('button', { name: 'I’ll take this' });
      },
    ],
    [
      'deal-level',
      async (page) => {
        await page.getByRole('button', { name: 'I’ll take this' }).click();
        await page.getByRole('button', { name: 'Set level' }).first().click();
        await page.getByLabel('Level', { exact: true }).selectOption({ index: 2 });
        await page.getByLabel('Why?').fill('The third time in two weeks.');
        return page.locator('heed-dialog').getByRole('button', { name: 'Set level' });
      },
    ],
    [
      'deal-action',
      async (page) => {
        await page.locator('heed-dialog').getByRole('button', { name: 'Set level' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Add action' }).click();
        await page.getByLabel('What kind of action').selectOption({ label: 'Phone call' });
        await page
          .getByLabel('What did you do or decide?')
          .fill('Rang his grandmother. Their boiler is broken, and money is short.');
        return page.locator('label', { hasText: 'Something is still to be done' });
      },
    ],
    [
      'deal-due',
      async (page) => {
        await page.getByLabel('Something is still to be done').check();
        const day = page.getByLabel('To be done by');
        await day.fill('2026-11-27');
        return day;
      },
    ],
    [
      'deal-reply',
      async (page) => {
        await page.getByRole('button', { name: 'Add to the record' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'More', exact: true }).click();
        await page.getByRole('button', { name: 'Reply to who recorded it' }).click();
        await page
          .getByLabel('Your reply')
          .fill('Thank you for writing this down. I have rung his grandmother.');
        return page.getByRole('button', { name: 'Send reply' });
      },
    ],
    [
      'deal-close',
      async (page) => {
        await page.getByRole('button', { name: 'Send reply' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Close this concern' }).click();
        await page
          .getByLabel('What was decided?')
          .fill('Breakfast club each morning, and a coat from school.');
        await page.getByLabel('Why?').fill('His grandmother agrees, and he wants it.');
        return page.getByRole('button', { name: 'Close the concern' });
      },
    ],
    [
      'deal-closed',
      async (page) => {
        await page.getByRole('button', { name: 'Close the concern' }).click();
        return page.getByRole('button', { name: 'Reopen' });
      },
    ],
  ],
};
