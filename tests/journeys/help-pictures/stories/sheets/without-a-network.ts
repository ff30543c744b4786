import { enrolTablet, fillIn, openRecord } from '../../../deeds';
import { PEOPLE } from '../../picture-school';
import type { SheetStory } from '../../story';

/** The network goes while a teacher is at the far end of the field. */
export const withoutANetwork: SheetStory = {
  sheet: 'offline',
  size: 'tablet',
  open: async (school) => {
    const page = await school.page('/', 'tablet', await school.house.loggedIn(PEOPLE.teacher));
    await enrolTablet(page, school, { name: 'Playground tablet 1' });
    return page;
  },
  steps: [
    [
      'offline-waiting',
      async (page) => {
        await openRecord(page);
        await fillIn(page, { pupil: 'Lut', text: 'Luther sat alone by the fence at lunch.' });
        await page.route('**/api/**', (route) => route.abort());
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.waitForURL('**/sent');
        return page.getByText('Waiting on this tablet').first();
      },
    ],
    [
      'offline-records',
      async (page) => {
        await page.getByRole('link', { name: /^Heed/ }).first().click();
        await page
          .getByRole('link', { name: /Waiting on this tablet/ })
          .first()
          .click();
        return page.getByText('Waiting on this tablet').first();
      },
    ],
  ],
};
