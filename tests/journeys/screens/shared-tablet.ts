import type { Page } from 'playwright-core';
import { fillIn, pickPupil, send, unlock } from '../deeds';
import type { ScreenCase, WillowBank } from './willow-bank';

const CONCERN = {
  pupil: 'joany',
  text: 'Joany came to me by the climbing frame at the start of lunch. She had a bruise on her left forearm, about 3 cm, yellow-green. I said “That looks sore.” She said “Daddy got cross about my shoes.”',
};

const MORE =
  'At the end of lunch she came back. She said that her shoes were new and that she was not to tell anybody.';

/** A new opening, which is locked, then unlocked, at a place that needs it. */
async function unlockedAt({ house, ...school }: WillowBank, path: string): Promise<Page> {
  const tablet = await school.tablet();
  await tablet.context().setOffline(false);
  await tablet.goto(`${house.origin}${path}`);
  await unlock(tablet, 'Megane');
  return tablet;
}

async function newRecord(school: WillowBank): Promise<Page> {
  const page = await unlockedAt(school, '/record?new');
  await page.getByRole('combobox').first().waitFor();
  return page;
}

/** Writes something with a practice pupil, up to "Send (practice)". */
async function practise(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Try it with a practice pupil' }).click();
  await pickPupil(page, 'robin');
  await page.getByLabel('What did you see or hear?').fill(CONCERN.text);
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByText(/Kept on this tablet for you alone/).waitFor();
}

async function lockedAt({ house, ...school }: WillowBank): Promise<Page> {
  const tablet = await school.tablet();
  await tablet.context().setOffline(false);
  await tablet.goto(`${house.origin}/lock`);
  await tablet.getByRole('heading', { name: 'Who are you?' }).waitFor();
  return tablet;
}

/** Written and sent with no network. @param heading what the screen then says first */
async function sendOffline(school: WillowBank, kind: string, heading: string): Promise<Page> {
  const page = await newRecord(school);
  await page.context().setOffline(true);
  await fillIn(page, CONCERN);
  await page.getByRole('checkbox', { name: kind }).check();
  await send(page);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  return page;
}

/** A record of an injury with its body map open. */
async function bodyMapOf(school: WillowBank): Promise<Page> {
  const page = await newRecord(school);
  await fillIn(page, CONCERN);
  await page.getByRole('checkbox', { name: 'Physical injury' }).check();
  await page.getByRole('button', { name: 'Body map', exact: true }).click();
  await page.getByRole('heading', { name: /^Body map for/ }).waitFor();
  return page;
}

/** What people see on a tablet that the school shares, locked and unlocked. */
export const sharedTablet: readonly ScreenCase[] = [
  { name: 'lock', open: lockedAt },
  {
    name: 'lock, wrong PIN',
    open: async (school) => {
      const page = await lockedAt(school);
      await page.getByRole('radio', { name: /Megane/ }).check();
      for (const digit of '975310') await page.getByRole('button', { name: digit, exact: true }).click();
      await page.getByRole('button', { name: 'Unlock', exact: true }).click();
      await page.getByText('That PIN is not right').first().waitFor();
      return page;
    },
  },
  {
    name: 'lock, a slip',
    open: async (school) => {
      const page = await lockedAt(school);
      await page.getByRole('button', { name: 'I have a slip' }).click();
      await page.getByLabel('Code on the slip').fill('ktrm wpdx hqbn');
      await page.getByLabel('Choose a PIN').fill('271828');
      await page.getByLabel('The same PIN again').fill('271828');
      await page.getByRole('button', { name: 'Use this slip' }).click();
      await page.getByText('This slip does not work here').first().waitFor();
      return page;
    },
  },
  { name: 'record, empty', open: newRecord },
  {
    name: 'record, finding a pupil',
    open: async (school) => {
      const page = await newRecord(school);
      await page.getByRole('combobox').first().fill('ma');
      await page.getByRole('option').first().waitFor();
      return page;
    },
  },
  {
    name: 'record, sent with nothing in it',
    open: async (school) => {
      const page = await newRecord(school);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('There is a problem').waitFor();
      return page;
    },
  },
  {
    name: 'record, filled in',
    open: async (school) => {
      const page = await newRecord(school);
      await fillIn(page, CONCERN);
      await pickPupil(page, 'gutkowski');
      await page.getByLabel('Where?').selectOption('Playground');
      await page.getByRole('checkbox', { name: 'Physical injury' }).check();
      await page.getByRole('button', { name: 'Others involved' }).click();
      await page.getByRole('button', { name: 'More details' }).click();
      await page.getByRole('button', { name: 'Add a file' }).click();
      await page.getByLabel('Choose a file').setInputFiles('client/public/icons/heed-192.png');
      await page.getByRole('button', { name: 'Remove heed-192.png' }).waitFor();
      return page;
    },
  },
  {
    name: 'body map',
    open: async (school) => {
      const page = await bodyMapOf(school);
      await page.getByRole('button', { name: 'Add without tapping' }).click();
      await page.getByLabel('Which part?').first().selectOption('Left forearm, front');
      await page.getByRole('button', { name: 'Add this mark' }).click();
      await page.getByRole('button', { name: '3 cm' }).click();
      await page.getByRole('button', { name: 'Yellow' }).click();
      await page.getByRole('button', { name: 'Green' }).click();
      await page.getByRole('group', { name: 'Skin broken' }).getByRole('button', { name: 'No' }).click();
      return page;
    },
  },
  {
    name: 'body map, hands',
    open: async (school) => {
      const page = await bodyMapOf(school);
      await page.getByRole('button', { name: 'Hands' }).click();
      await page.getByRole('button', { name: 'Add without tapping' }).click();
      return page;
    },
  },
  {
    name: 'dashboard on a tablet, with a draft',
    open: async (school) => {
      const page = await newRecord(school);
      await fillIn(page, CONCERN);
      await page.locator('.home-link').click();
      await page.getByText('Not sent yet').first().waitFor();
      return page;
    },
  },
  {
    name: 'about an adult',
    open: async (school) => {
      const page = await unlockedAt(school, '/record?new');
      await page.getByRole('button', { name: 'About an adult who works here' }).click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: 'about an adult, written',
    open: async (school) => {
      const page = await unlockedAt(school, '/record?new&about=adult');
      await page.getByLabel('Which adult?').fill('Rohan');
      await page.getByRole('button', { name: /Rohan/ }).first().click();
      await page.getByText(/and to nobody else/).waitFor();
      await page.getByLabel('Which adult?').fill('Mil');
      await page
        .getByLabel('What did you see or hear?')
        .fill('He shouted at the boy and held him by the wrist.');
      await page.getByText(/Draft kept on this tablet/).waitFor();
      await page.evaluate(() => scrollTo({ top: 0 }));
      return page;
    },
  },
  {
    name: 'practice',
    open: async (school) => {
      const page = await unlockedAt(school, '/');
      await practise(page);
      await page.getByRole('checkbox', { name: 'Attendance' }).check();
      await page.evaluate(() => scrollTo({ top: 0 }));
      return page;
    },
  },
  {
    name: 'practice, ended by a lock',
    open: async (school) => {
      const page = await unlockedAt(school, '/');
      // What the screen before this one wrote and nobody decided on.
      await page.getByRole('heading', { name: 'Was this real?' }).waitFor();
      return page;
    },
  },
  {
    name: 'practice, sent',
    open: async (school) => {
      const page = await unlockedAt(school, '/');
      await page.getByRole('button', { name: 'Throw it away' }).click();
      await page.locator('heed-confirm-dialog').getByRole('button', { name: 'Throw it away' }).click();
      await practise(page);
      await page.getByRole('button', { name: 'Send (practice)' }).click();
      await page.getByRole('heading', { name: 'This was practice. Nobody was told.' }).waitFor();
      return page;
    },
  },
  {
    name: 'dashboard, with practice kept',
    open: async (school) => {
      const page = await unlockedAt(school, '/');
      await page.getByRole('heading', { name: 'Was this real?' }).waitFor();
      await page.locator('.home-link').click();
      await page.getByText('You wrote something while practising').waitFor();
      return page;
    },
  },
  {
    name: 'practice, thrown away',
    open: async (school) => {
      const page = await unlockedAt(school, '/');
      await page.getByRole('button', { name: 'Throw it away' }).click();
      await page.locator('heed-confirm-dialog').getByRole('button', { name: 'Throw it away' }).click();
      await page.getByRole('link', { name: 'Record a concern' }).first().waitFor();
      return page;
    },
  },
  {
    name: 'covered',
    open: async (school) => {
      const page = await newRecord(school);
      await page.getByRole('button', { name: 'Cover' }).click();
      await page.getByText('Tap to come back').waitFor();
      return page;
    },
  },
  {
    name: 'record without unlocking',
    open: async (school) => {
      const page = await lockedAt(school);
      await page.getByRole('link', { name: 'Record without unlocking' }).click();
      await page.getByRole('textbox', { name: 'Your name' }).waitFor();
      return page;
    },
  },
  { name: 'sent, waiting', open: (school) => sendOffline(school, 'Attendance', 'Waiting on this tablet') },
  {
    name: 'sent, urgent',
    open: (school) => sendOffline(school, 'Physical injury', 'Find Mrs Bergstrom now'),
  },
  {
    name: 'sent, received',
    open: async (school) => {
      const page = await newRecord(school);
      await fillIn(page, CONCERN);
      await send(page);
      await page
        .getByText(/people alerted/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'your records',
    open: async (school) => {
      const page = await unlockedAt(school, '/mine');
      await page
        .getByText(/people alerted/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'add to a record',
    open: async (school) => {
      const page = await unlockedAt(school, '/mine');
      await page
        .getByRole('button', { name: /^Add to the record of/ })
        .first()
        .click();
      await page.getByLabel('What do you want to add?').fill(MORE);
      await page.getByText(/Not sent yet\. Kept on this tablet/).waitFor();
      return page;
    },
  },
  {
    name: 'your records, added to',
    open: async (school) => {
      const page = await unlockedAt(school, '/mine');
      await page.getByRole('button', { name: /^Go on writing/ }).click();
      await page.context().setOffline(true);
      await page.locator('heed-dialog').getByRole('button', { name: 'Send' }).click();
      await page.locator('.addition').getByText('Waiting on this tablet').waitFor();
      // The one before it is begun, and not sent.
      await page
        .getByRole('button', { name: /^Add to the record of/ })
        .last()
        .click();
      await page.getByLabel('What do you want to add?').fill(MORE);
      await page.getByText(/Not sent yet\. Kept on this tablet/).waitFor();
      await page.getByRole('button', { name: 'Close', exact: true }).last().click();
      await page.getByText('You began to add to this record').waitFor();
      return page;
    },
  },
];
