import type { Page } from 'playwright-core';
import { Phone } from '../../server/security-keys/phone';
import type { Visitor } from '../../server/visitor';
import { typeCode } from '../deeds';
import { withProviders } from './providers';
import type { ScreenCase, WillowBank } from './willow-bank';

/** "Add new device" up to the QR code. */
async function addDevice(school: WillowBank, visitor: Visitor): Promise<Page> {
  const page = await school.looker.page({ visitor });
  await page.goto(`${school.house.origin}/account/keys`);
  await page.getByRole('button', { name: 'Add new device' }).click();
  await page.locator('.secret').waitFor();
  return page;
}

async function openAsLead({ house, looker, lead }: WillowBank, path: string, heading: string): Promise<Page> {
  const page = await looker.page({ visitor: lead });
  await page.goto(`${house.origin}${path}`);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  return page;
}

/** "Account Settings", and a browser that becomes a device of the school. */
export const account: readonly ScreenCase[] = [
  { name: 'security keys', open: (school) => openAsLead(school, '/account/keys', 'Your devices') },
  {
    name: 'security keys, with an account to link',
    open: (school) =>
      withProviders(school, () => openAsLead(school, '/account/keys', 'Sign in without a password')),
  },
  {
    name: 'security keys, adding',
    open: async (school) => addDevice(school, await school.house.loggedIn('j.herman@willowbank.example')),
  },
  {
    name: 'security keys, recovery codes',
    open: async (school) => {
      const { house } = school;
      const page = await addDevice(school, await house.loggedIn('k.hilll@willowbank.example'));
      const secret = (await page.locator('.secret').innerText()).replaceAll(/\s/g, '');
      await page.getByLabel('Name').fill('The telephone that I share with nobody');
      await typeCode(page, new Phone(house, secret).code());
      await page.getByRole('button', { name: 'Save this device' }).click();
      await page.locator('.recovery-codes').waitFor();
      return page;
    },
  },
  { name: 'devices', open: (school) => openAsLead(school, '/account/devices', 'Devices') },
  {
    name: 'your details, with a fault',
    open: async (school) => {
      const page = await openAsLead(school, '/account/details', 'How colleagues see you');
      await page.getByLabel('Title').fill('Head of everything');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Write one word').waitFor();
      return page;
    },
  },
  {
    name: 'password, with faults',
    open: async (school) => {
      const page = await openAsLead(school, '/account/password', 'Password');
      await page.getByLabel('New password').fill('short');
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('Choose at least 8 characters').first().waitFor();
      return page;
    },
  },
  { name: 'appearance', open: (school) => openAsLead(school, '/account/appearance', 'Appearance') },
  { name: 'what Heed keeps', open: (school) => openAsLead(school, '/account/kept', 'A copy for you') },
  {
    name: 'notifications',
    open: async (school) => {
      const page = await openAsLead(school, '/account/notifications', 'Notifications');
      await page.getByLabel('I have quiet hours').check();
      await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
      return page;
    },
  },
  {
    name: 'notifications, away',
    open: async ({ house, looker }) => {
      const visitor = await house.loggedIn('j.herman@willowbank.example');
      const { colleagues, today } = await visitor.must('readAbsence');
      const body = { coverId: colleagues[0]!.id, from: today, until: null };
      await visitor.must('setAbsence', { body });
      const page = await looker.page({ visitor });
      await page.goto(`${house.origin}/account/notifications`);
      await page.getByRole('button', { name: 'Change' }).click();
      await page.getByLabel('Last day, if known').fill('2020-01-01');
      await page.getByRole('button', { name: 'Save absence' }).click();
      await page.getByText(/The last day is/).waitFor();
      return page;
    },
  },
  {
    name: 'enrol, with faults',
    open: async ({ house, looker, newcomer }) => {
      const page = await looker.page({ visitor: newcomer, touch: true });
      await page.goto(`${house.origin}/enrol`);
      await page.getByRole('button', { name: 'Set up this tablet' }).click();
      await page.getByText('Write what people call').first().waitFor();
      return page;
    },
  },
];
