import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

/** The business manager makes a group, and a rule that alerts another. */
export const alertGroups: Story = {
  walk: 'alert-groups',
  size: 'desk',
  open: (school) => school.atDesk('/admin', PEOPLE.manager),
  steps: [
    ['groups-admin', (page) => Promise.resolve(page.locator('.area-tile', { hasText: 'Alert groups' }))],
    [
      'groups-add',
      async (page) => {
        await page.locator('.area-tile', { hasText: 'Alert groups' }).first().click();
        await page.getByLabel('Add a group').fill('Attendance team');
        return page.getByRole('button', { name: 'Add', exact: true });
      },
    ],
    [
      'groups-people',
      async (page) => {
        await page.getByRole('button', { name: 'Add', exact: true }).click();
        await page.getByLabel('Filter Everyone else').fill('Rohan');
        return page.getByRole('button', { name: 'Add Summer Rohan' });
      },
    ],
    [
      'groups-save',
      async (page) => {
        await page.getByRole('button', { name: 'Add Summer Rohan' }).click();
        return page.getByRole('button', { name: 'Save changes' });
      },
    ],
    [
      'rules-add',
      async (page, { origin }) => {
        await page.getByRole('button', { name: 'Save changes' }).click();
        await page
          .getByText(/not saved yet/i)
          .first()
          .waitFor({ state: 'detached' });
        await page.goto(`${origin}/admin/automatic-alerts`);
        return page.getByRole('button', { name: 'Add a rule' });
      },
    ],
    [
      'rules-when',
      async (page) => {
        await page.getByRole('button', { name: 'Add a rule' }).click();
        const category = page.getByLabel('When a concern is in', { exact: true });
        await category.fill('Attendance');
        await page.keyboard.press('Enter');
        return page.getByRole('button', { name: 'Take out Attendance', exact: true });
      },
    ],
    [
      'rules-alert',
      async (page) => {
        await page.getByLabel('alert', { exact: true }).fill('Pastoral team');
        await page.keyboard.press('Enter');
        return page.getByRole('button', { name: 'Take out Pastoral team' });
      },
    ],
    ['rules-preview', (page) => Promise.resolve(page.getByText(/^Would have sent/))],
    [
      'rules-test',
      async (page) => {
        await page.getByLabel('Category', { exact: true }).selectOption({ label: 'Attendance' });
        await page.getByRole('button', { name: 'Test', exact: true }).click();
        return page.getByText(/people would be alerted/);
      },
    ],
    [
      'rules-save',
      async (page) => {
        await page.getByRole('button', { name: 'Done' }).click();
        return page.getByRole('button', { name: 'Save changes' });
      },
    ],
  ],
};
