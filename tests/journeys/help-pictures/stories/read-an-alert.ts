import { addKey, type Phone } from '../../../server/security-keys/phone';
import { typeCode } from '../../deeds';
import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

let phone: Phone;

/** The deputy lead is told on her phone, reads and acts. */
export const readAnAlert: Story = {
  walk: 'read-an-alert',
  size: 'phone',
  open: async (school) => {
    const visitor = await school.house.loggedIn(PEOPLE.deputy);
    ({ phone } = await addKey(school.house, visitor));
    return school.page('/', 'phone', visitor);
  },
  steps: [
    [
      'alert-home',
      async (page) => {
        await page
          .getByText(/alerts wait/)
          .first()
          .waitFor();
        return page.getByRole('button', { name: 'Elevate to read' });
      },
    ],
    [
      'alert-code',
      async (page) => {
        await page.getByRole('button', { name: 'Elevate to read' }).first().click();
        return page.locator('input[autocomplete="one-time-code"]').last();
      },
    ],
    [
      'alert-list',
      async (page, { origin }) => {
        await typeCode(page, phone.nextCode());
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.goto(`${origin}/alerts`);
        return page.locator('a.alert-row', { hasText: 'Joany' }).first();
      },
    ],
    [
      'alert-read',
      async (page) => {
        await page.locator('a.alert-row', { hasText: 'Joany' }).first().click();
        return page.getByText('about 3 cm, yellow-green').last();
      },
    ],
    ['alert-take', (page) => Promise.resolve(page.getByRole('button', { name: 'I’ll take this' }))],
    [
      'alert-action',
      async (page) => {
        await page.getByRole('button', { name: 'I’ll take this' }).click();
        await page.getByRole('button', { name: 'Add action' }).click();
        await page.getByLabel('What kind of action').selectOption({ label: 'Phone call' });
        const text = page.getByLabel('What did you do or decide?');
        await text.fill('Spoke to Joany with Mrs Davis-Robel. Rang her mother, who will come at 15:00.');
        return text;
      },
    ],
    ['alert-save', (page) => Promise.resolve(page.getByRole('button', { name: 'Add to the record' }))],
    [
      'alert-added',
      async (page) => {
        await page.getByRole('button', { name: 'Add to the record' }).click();
        return page.getByText('who will come at 15:00').last();
      },
    ],
  ],
};
