import { Phone } from '../../../server/security-keys/phone';
import { typeCode } from '../../deeds';
import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

let phone: Phone;

/** The head saves a security key and gets full access with it. */
export const keyAndElevation: Story = {
  walk: 'key-and-elevation',
  size: 'desk',
  open: async (school) => school.page('/', 'desk', await school.house.loggedIn(PEOPLE.head)),
  steps: [
    ['key-home', (page) => Promise.resolve(page.getByRole('link', { name: 'Add new device' }).last())],
    [
      'key-add',
      async (page) => {
        await page.getByRole('link', { name: 'Add new device' }).last().click();
        await page.waitForURL('**/account/keys');
        return page.getByRole('button', { name: 'Add new device' });
      },
    ],
    [
      'key-scan',
      async (page, { house }) => {
        await page.getByRole('button', { name: 'Add new device' }).click();
        const secret = await page.locator('heed-add-key .secret').innerText();
        phone = new Phone(house, secret.replaceAll(/\s/g, ''));
        return page.getByRole('img', { name: /^QR code with the secret/ });
      },
    ],
    [
      'key-code',
      async (page) => {
        await page.getByLabel('Name').fill('My phone');
        await typeCode(page, phone.code());
        return page.getByRole('button', { name: 'Save this device' });
      },
    ],
    [
      'key-recovery',
      async (page) => {
        await page.getByRole('button', { name: 'Save this device' }).click();
        await page.locator('.recovery-codes').waitFor();
        return page.getByRole('button', { name: 'Print', exact: true }).first();
      },
    ],
    [
      'key-elevate',
      (page) => Promise.resolve(page.getByRole('button', { name: 'Elevate Your Access' }).first()),
    ],
    [
      'key-digits',
      async (page) => {
        await page.getByRole('button', { name: 'Elevate Your Access' }).first().click();
        return page.locator('input[autocomplete="one-time-code"]').last();
      },
    ],
    [
      'key-full',
      async (page) => {
        await typeCode(page, phone.nextCode());
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        return page.getByRole('button', { name: /Full access/ });
      },
    ],
  ],
};
