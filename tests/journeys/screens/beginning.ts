import { writeFileSync } from 'node:fs';
import { openAdmin } from './administration';
import type { ScreenCase, WillowBank } from './willow-bank';
import { uuidv7 } from '../../../protocol/identifiers';

/** A session that everybody of Willow Bank may come to, and one for leads. */
async function listSessions({ lead }: WillowBank): Promise<void> {
  const day = new Date(Date.now() + 3 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  const common = { day, at: '15:45', minutes: 45, url: 'https://meet.willowbank.example/heed' };
  const sessions = [
    { ...common, title: 'Recording a concern in under a minute', audience: 'everyone' },
    { ...common, title: 'Leads: taking, deciding and closing', audience: 'leads' },
  ] as const;
  const ids = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
  for (const [index, body] of sessions.entries())
    await lead.must('keepTraining', { params: { id: ids[index] ?? uuidv7(1) }, body });
}

/** What a school meets before it begins: first steps, practice, training, and whom it asks. */
export const beginning: readonly ScreenCase[] = [
  {
    name: 'get help, logged in, asked',
    open: async ({ house, looker, newcomer }) => {
      const page = await looker.page({ visitor: newcomer });
      await page.goto(`${house.origin}/support`);
      await page.getByLabel('Your words').fill('The code of my phone is never right.');
      await page.getByRole('checkbox', { name: /Support may answer me/ }).check();
      await page.getByRole('button', { name: 'Send to support' }).click();
      await page
        .getByText(/^Sent\. Your reference is HD-/)
        .first()
        .waitFor();
      await page.getByText('What was sent').first().click();
      return page;
    },
  },
  {
    name: 'training, none',
    open: async ({ house, looker, newcomer }) => {
      const page = await looker.page({ visitor: newcomer });
      await page.goto(`${house.origin}/training`);
      await page.getByText('No session for you is planned').waitFor();
      return page;
    },
  },
  {
    name: 'training, coming',
    open: async (school) => {
      await listSessions(school);
      const page = await school.looker.page({ visitor: school.lead });
      await page.goto(`${school.house.origin}/training`);
      await page.getByRole('button', { name: /coming: Recording/ }).click();
      await page.getByText('1 person comes').waitFor();
      return page;
    },
  },
  {
    name: 'admin, training',
    open: async (school) => {
      await listSessions(school);
      return openAdmin(school, '/admin/training', 'Training');
    },
  },
  {
    name: 'admin, training, no joining link',
    open: async (school) => {
      const page = await openAdmin(school, '/admin/training', 'Training');
      await page.getByLabel('What it is about').fill('Recording a concern');
      await page.getByLabel('Day', { exact: true }).fill('2030-12-03');
      await page.getByLabel('Joining link').fill('http://meet.willowbank.example/heed');
      await page.getByRole('button', { name: 'List it' }).click();
      await page.locator('#training-link-error').waitFor();
      return page;
    },
  },
  {
    name: 'admin, training, the supplier’s file has a fault',
    open: async (school) => {
      const file = school.house.settings.trainingFile ?? '';
      writeFileSync(file, '{}');
      const page = await openAdmin(school, '/admin/training', 'Training');
      await page.getByText('The sessions of Heed’s supplier could not be listed.').waitFor();
      writeFileSync(file, '[]');
      return page;
    },
  },
  {
    name: 'admin, first steps',
    open: async (school) => {
      const page = await openAdmin(school, '/admin', 'Admin');
      await page.getByText(/First steps: \d of 7 done/).waitFor();
      return page;
    },
  },
  {
    name: 'practice, alerts',
    open: async ({ house, looker, lead }) => {
      const page = await looker.page({ visitor: lead });
      await page.goto(`${house.origin}/alerts/practice`);
      await page.getByRole('link', { name: /Robin Practice/ }).click();
      await page.getByRole('button', { name: 'I’ll take this' }).click();
      await page.getByLabel('What did you do?').fill('Spoke with Robin, and rang home.');
      await page.getByRole('button', { name: 'Add Action' }).click();
      await page.getByText('Spoke with Robin').waitFor();
      return page;
    },
  },
];
