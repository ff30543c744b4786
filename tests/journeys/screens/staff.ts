import type { Page } from 'playwright-core';
import { addKey } from '../../server/security-keys/phone';
import type { ScreenCase, WillowBank } from './willow-bank';

async function openStaff(
  { house, looker, lead }: WillowBank,
  path: string,
  heading: string | RegExp,
): Promise<Page> {
  const page = await looker.page({ visitor: lead });
  await page.goto(`${house.origin}/admin/staff${path}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return page;
}

/** One person's page, opened from the list as somebody at a desk does. */
async function openPerson(school: WillowBank, name: string): Promise<Page> {
  const page = await openStaff(school, '', 'Staff');
  await page.getByPlaceholder('Name or e-mail').fill(name);
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return page;
}

/** The pages about staff, as a lead who keeps them sees them. */
export const staff: readonly ScreenCase[] = [
  { name: 'staff, list', open: (school) => openStaff(school, '', 'Staff') },
  {
    name: 'staff, none found',
    open: async (school) => {
      const page = await openStaff(school, '', 'Staff');
      await page.getByRole('radio', { name: /Leavers/ }).check();
      await page.getByText('Nobody is in this list.').waitFor();
      return page;
    },
  },
  {
    name: 'staff, remind',
    open: async (school) => {
      const page = await openStaff(school, '', 'Staff');
      const { staff: people } = await school.lead.must('listStaff');
      const fresh = people.filter(({ invitedAt, email }) => invitedAt === null && email !== null).slice(0, 4);
      await school.lead.must('mailFirstLogIns', { body: { to: fresh.map(({ id }) => id) } });
      await page.reload();
      await page.getByRole('button', { name: /Remind those who have not/ }).click();
      await page.getByRole('button', { name: 'Send the mails' }).waitFor();
      return page;
    },
  },
  {
    name: 'staff, new person',
    open: async (school) => {
      const page = await openStaff(school, '/new', 'Add a person');
      await page.getByLabel('First name').fill('Mia');
      await page.getByText('1 change not saved yet').waitFor();
      return page;
    },
  },
  {
    name: 'staff, one person, not saved',
    open: async (school) => {
      const page = await openPerson(school, 'Pollich');
      await page.getByLabel('User group', { exact: true }).selectOption({ index: 0 });
      await page.getByRole('button', { name: 'This person leaves' }).click();
      await page.getByText('Leaves when you save.').waitFor();
      return page;
    },
  },
  {
    name: 'staff, nobody of this name',
    open: (school) => openStaff(school, '/0193a5d8-7c3e-7000-8000-000000000000', 'Staff'),
  },
  {
    name: 'staff, leaver with concerns',
    open: async (school) => {
      const { deputy, deputysPhone } = school;
      await deputy.must('elevate', { body: { code: deputysPhone.nextCode() } });
      const { rows } = await deputy.must('listInbox');
      for (const { concernId } of rows.slice(0, 3))
        await deputy.must('takeConcern', { params: { id: concernId } });
      const page = await openPerson(school, 'Mills');
      await page.getByLabel('Hand over to').selectOption({ index: 1 });
      return page;
    },
  },
  {
    name: 'staff, lost key',
    open: async (school) => {
      const page = await openPerson(school, 'Mills');
      await page.getByRole('button', { name: 'Remove My phone: it is lost' }).click();
      await page.getByText('when a second person confirms').first().waitFor();
      return page;
    },
  },
  {
    name: 'staff, lost key by a recovery code',
    open: async (school) => {
      const page = await openPerson(school, 'Mills');
      await page.getByRole('button', { name: 'with a recovery code' }).click();
      await page.getByLabel('Their recovery code').fill('ABCDE12345');
      await page.getByRole('button', { name: 'Remove the key' }).click();
      await page.getByText('That is none of this person’s unused recovery codes.').waitFor();
      return page;
    },
  },
  {
    name: 'staff, share',
    open: async (school) => {
      const page = await openStaff(school, '/share', 'Share with staff');
      await page.getByLabel(/^Addison Pollich/).check();
      await page.getByText('1 person is chosen.').waitFor();
      return page;
    },
  },
  {
    name: 'staff, slips',
    open: async (school) => {
      const page = await openStaff(school, '/share', 'Share with staff');
      await page.getByLabel(/^Kristy Macejkovic/).check();
      await page.getByLabel(/^Gabe Nader/).check();
      await page.getByRole('button', { name: 'Print 2 slips' }).click();
      await page.getByRole('button', { name: 'Make and print' }).click();
      await page.getByText('2 codes are made').first().waitFor();
      return page;
    },
  },
  {
    name: 'staff, one person without e-mail',
    open: async (school) => {
      const page = await openPerson(school, 'Nader');
      await page.getByRole('link', { name: 'Make a slip' }).waitFor();
      return page;
    },
  },
  {
    name: 'staff, a key to confirm',
    open: async (school) => {
      const { house } = school;
      const late = await house.loggedIn('m.corwin@willowbank.example');
      await house.ground.database.write((trx) =>
        trx('accounts')
          .whereNotNull('first_log_in_at')
          .update({ first_log_in_at: '2026-01-05T08:00:00.000Z' }),
      );
      await addKey(house, late, { name: 'Work phone' });
      const page = await school.looker.page({ visitor: school.lead });
      await page.goto(`${house.origin}/admin`);
      await page.getByRole('heading', { name: 'Security keys to confirm' }).waitFor();
      return page;
    },
  },
  { name: 'staff, duty list', open: (school) => openStaff(school, '/duty', 'Duty list') },
];
