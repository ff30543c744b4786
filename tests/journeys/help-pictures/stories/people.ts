import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

/** The business manager puts a new colleague on the staff list and lets her in. */
export const people: Story = {
  walk: 'people',
  size: 'desk',
  open: (school) => school.atDesk('/admin', PEOPLE.manager),
  steps: [
    ['people-admin', (page) => Promise.resolve(page.locator('.area-tile', { hasText: 'Staff' }))],
    [
      'people-add',
      async (page) => {
        await page.locator('.area-tile', { hasText: 'Staff' }).first().click();
        return page.getByRole('link', { name: 'Add a person' });
      },
    ],
    [
      'people-who',
      async (page) => {
        await page.getByRole('link', { name: 'Add a person' }).click();
        await page.getByLabel('First name').fill('Mia');
        await page.getByLabel('Last name').fill('Reed');
        await page.getByLabel('Job').fill('Teaching assistant');
        const email = page.getByLabel('School e-mail address');
        await email.fill('m.reed@willowbank.example');
        return email;
      },
    ],
    [
      'people-group',
      async (page) => {
        const group = page.getByLabel('User group', { exact: true });
        await group.selectOption('All staff');
        return group;
      },
    ],
    [
      'people-save',
      async (page) => {
        await page.getByText('It takes effect as soon as you save.').waitFor();
        return page.getByRole('button', { name: 'Save changes' });
      },
    ],
    [
      'people-mail',
      async (page) => {
        await page.getByRole('button', { name: 'Save changes' }).click();
        await page.getByRole('heading', { level: 1, name: 'Mia Reed' }).waitFor();
        return page.getByRole('button', { name: 'Send first-login mail' });
      },
    ],
    [
      'people-far',
      async (page) => {
        await page.getByRole('button', { name: 'Send first-login mail' }).click();
        await page.getByText('The mail is on its way.').first().waitFor();
        await page.getByRole('link', { name: 'Staff', exact: true }).first().click();
        return page.getByLabel('What is missing');
      },
    ],
    [
      'people-leaves',
      async (page) => {
        await page.getByPlaceholder('Name or e-mail').fill('Stark');
        await page.getByRole('link', { name: /Montana Stark/ }).click();
        return page.getByRole('button', { name: 'This person leaves' });
      },
    ],
  ],
};
