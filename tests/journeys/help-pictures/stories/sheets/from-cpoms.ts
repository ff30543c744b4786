import { PEOPLE } from '../../picture-school';
import type { SheetStory } from '../../story';

/** The first day on which everybody writes in Heed. */
export const fromCpoms: SheetStory = {
  sheet: 'from-cpoms',
  size: 'desk',
  open: (school) => school.atDesk('/admin/staff/share', PEOPLE.manager),
  steps: [
    [
      'cpoms-share',
      async (page) => {
        await page.getByLabel(/^Montana Stark/).check();
        await page.getByText('1 person is chosen.').waitFor();
        return page.getByRole('button', { name: /^Print 1/ });
      },
    ],
  ],
};
