import { PEOPLE } from '../../picture-school';
import type { SheetStory } from '../../story';

/** The lead’s phone is lost; the business manager takes its key away. */
export const lostPhone: SheetStory = {
  sheet: 'lost-phone',
  size: 'desk',
  open: (school) => school.atDesk('/admin/staff', PEOPLE.manager),
  steps: [
    [
      'lost-key',
      async (page) => {
        await page.getByPlaceholder('Name or e-mail').fill('Bergstrom');
        await page.getByRole('link', { name: /Bergstrom/ }).click();
        const lost = page.getByRole('button', { name: /it is lost$/ });
        await lost.click();
        await page.getByText('Looking at who could read more').waitFor({ state: 'detached' });
        return page.getByText('Removed when you save').first();
      },
    ],
  ],
};

/** Or she types a recovery code in place of six digits. */
export const recoveryCode: SheetStory = {
  sheet: 'lost-phone',
  size: 'desk',
  open: async (school) => school.page('/', 'desk', await school.house.loggedIn(PEOPLE.lead)),
  steps: [
    [
      'lost-recovery',
      async (page) => {
        await page.getByRole('button', { name: 'Elevate Your Access' }).first().click();
        await page.getByRole('button', { name: 'Use a recovery code' }).click();
        return page.getByLabel('Recovery code');
      },
    ],
  ],
};
