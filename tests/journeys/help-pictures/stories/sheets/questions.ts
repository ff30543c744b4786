import { enrolTablet, fillIn, openRecord, send } from '../../../deeds';
import { PEOPLE } from '../../picture-school';
import type { SheetStory } from '../../story';

/** What a teacher can see of her records, and what an administrator sees of a colleague. */
export const questionsOfStaff: SheetStory = {
  sheet: 'questions',
  size: 'tablet',
  open: async (school) => {
    const page = await school.page('/', 'tablet', await school.house.loggedIn(PEOPLE.teacher));
    await enrolTablet(page, school, { name: 'Classroom laptop RB', shared: false });
    return page;
  },
  steps: [
    [
      'questions-records',
      async (page) => {
        await openRecord(page);
        await fillIn(page, { pupil: 'Lut', text: 'Luther told me that he had slept well.' });
        await send(page);
        await page.getByRole('link', { name: /^Heed/ }).first().click();
        await page.getByRole('heading', { name: 'Your records' }).waitFor();
        return page.getByText(/Received/).first();
      },
    ],
  ],
};

export const questionsOfAdministrators: SheetStory = {
  sheet: 'questions',
  size: 'desk',
  open: (school) => school.atDesk('/admin/see-as', PEOPLE.manager),
  steps: [
    [
      'questions-see-as',
      async (page) => {
        const picker = page.getByLabel('Whom to see as', { exact: true });
        await picker.locator('option', { hasText: 'Davis' }).waitFor({ state: 'attached' });
        const label = (await picker.locator('option').allInnerTexts()).find((one) => one.includes('Davis'));
        await picker.selectOption({ label: label ?? '' });
        await page.getByRole('heading', { name: 'Cannot see' }).waitFor();
        return null;
      },
    ],
  ],
};
