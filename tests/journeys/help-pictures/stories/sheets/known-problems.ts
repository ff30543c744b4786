import { PEOPLE } from '../../picture-school';
import type { SheetStory } from '../../story';

/** Where notifications are turned on, and what support gets. */
export const knownProblems: SheetStory = {
  sheet: 'known-problems',
  size: 'phone',
  open: async (school) =>
    school.page('/account/notifications', 'phone', await school.house.loggedIn(PEOPLE.deputy)),
  steps: [
    [
      'problems-notifications',
      (page) => Promise.resolve(page.getByRole('button', { name: 'Turn on notifications' }).first()),
    ],
    [
      'problems-support',
      async (page, { origin }) => {
        await page.goto(`${origin}/support`);
        const words = page.getByLabel('Your words');
        await words.fill('The test alert does not come.');
        return page.getByRole('button', { name: 'Send to support' });
      },
    ],
  ],
};
