import { PEOPLE } from '../../picture-school';
import type { SheetStory } from '../../story';

/** What anybody can look up about themselves, and how the chain of entries is checked. */
export const security: SheetStory = {
  sheet: 'security',
  size: 'desk',
  open: (school) => school.atDesk('/admin/audit', PEOPLE.lead),
  steps: [
    [
      'security-audit',
      async (page) => {
        await page.getByRole('button', { name: 'Check all entries' }).click();
        return page.getByText(/^Unbroken/).first();
      },
    ],
    [
      'security-kept',
      async (page, { origin }) => {
        await page.goto(`${origin}/account/kept`);
        await page.getByRole('heading', { name: 'What Heed keeps' }).first().waitFor();
        return null;
      },
    ],
  ],
};
