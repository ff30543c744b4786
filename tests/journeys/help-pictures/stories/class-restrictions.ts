import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

/** The business manager adds a colleague to the list of a class. */
export const classRestrictions: Story = {
  walk: 'class-restrictions',
  size: 'desk',
  open: (school) => school.atDesk('/admin', PEOPLE.manager),
  steps: [
    [
      'classes-admin',
      (page) => Promise.resolve(page.locator('.area-tile', { hasText: 'Class restrictions' })),
    ],
    [
      'classes-on',
      async (page) => {
        await page.locator('.area-tile', { hasText: 'Class restrictions' }).first().click();
        return page.getByRole('switch', { name: 'Classes' });
      },
    ],
    ['classes-choose', (page) => Promise.resolve(page.getByRole('button', { name: /^1A/ }))],
    [
      'classes-these',
      async (page) => {
        await page.getByRole('button', { name: /^1A/ }).first().click();
        return page.locator('label', { hasText: 'Only these' });
      },
    ],
    [
      'classes-person',
      async (page) => {
        await page.getByLabel('Filter Everyone else').fill('Schroeder');
        return page.getByRole('button', { name: 'Add Warren Schroeder' });
      },
    ],
    [
      'classes-save',
      async (page) => {
        await page.getByRole('button', { name: 'Add Warren Schroeder' }).click();
        await page
          .getByText(/second person confirms/)
          .first()
          .waitFor();
        return page.getByRole('button', { name: 'Save changes' });
      },
    ],
    [
      'classes-waits',
      async (page) => {
        await page.getByRole('button', { name: 'Save changes' }).click();
        return page.getByText('A change of this list waits for a second person.');
      },
    ],
  ],
};
