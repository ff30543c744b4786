import type { ScreenCase } from './willow-bank';

/** A page of help, for whoever has not logged in. */
function help(name: string, path: string, heading: string): ScreenCase {
  return {
    name,
    open: async ({ house, looker }) => {
      const page = await looker.page();
      await page.goto(`${house.origin}${path}`);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      return page;
    },
  };
}

/** Help as it is read: front page, what was found, a sheet, a guide with tables, the questions. */
export const helpScreens: readonly ScreenCase[] = [
  help('help', '/help', 'Help'),
  help('help, from a screen', '/help?of=/admin/alert-groups', 'Help'),
  {
    name: 'help, what was found',
    open: async (school) => {
      const page = await help('help', '/help', 'Help').open(school);
      await page.getByRole('searchbox').fill('alert group');
      await page.getByText(/places found/).waitFor();
      return page;
    },
  },
  {
    name: 'get help',
    open: async (school) => {
      const page = await help('get help', '/support', 'Get help').open(school);
      await page.getByLabel('Your words').fill('The page of alerts stays empty.');
      return page;
    },
  },
  help('help, a sheet', '/help/shared-tablets', 'Shared tablets: PIN, Lock and Cover'),
  help('help, a guide', '/help/leads', 'A guide for safeguarding leads'),
  help('help, a walk-through', '/help/watch/record-a-concern', 'Record a concern'),
  help('about Heed', '/help/about', 'About Heed'),
  {
    name: 'dashboard, what is new',
    open: async ({ house, looker, lead }) => {
      await house.ground.database.write((trx) => trx('staff').update({ news_seen: '0.0.1' }));
      const page = await looker.page({ visitor: lead });
      await page.goto(house.origin);
      await page.getByRole('button', { name: 'What is new' }).click();
      await page.getByText('For safeguarding leads').waitFor();
      return page;
    },
  },
  help('help, questions', '/help/questions', 'Questions that people ask'),
];
