import { expect, test } from 'vitest';
import { openHouse, PASSWORD, waitFor } from '../server/house';
import { JO, oakfield } from '../server/oversight/office';
import { openFirefox } from './open-firefox';
import { Person } from './person';

const PIN = '271828';
const WORDS = 'She said that she had slept in the car again, and asked me not to tell.';

test('in Firefox a teacher unlocks by PIN, records a concern, and it is received and her leads are alerted', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const { session } = await (await house.loggedIn(JO)).must('readSession');
  const page = await openFirefox();
  const jo = new Person(page);
  await page.goto(`${house.origin}/log-in`);
  await jo.fill('School e-mail address', JO);
  await jo.fill('Password', PASSWORD);
  await jo.press('button', 'Log in');
  await jo.leaves('/log-in');
  await page.goto(`${house.origin}/enrol`);
  await jo.press('label', 'Yes, it is shared');
  await jo.fill('What do people call this computer?', 'Office computer');
  await jo.fill('Choose a PIN', PIN);
  await jo.fill('The same PIN again', PIN);
  await jo.press('button', 'Set up this computer');
  await jo.leaves('/enrol');

  // A new opening is locked.
  await page.goto(`${house.origin}/record?new`);
  await jo.reads('PIN for Jo');
  for (const digit of PIN) await jo.press('button.key', digit);
  await jo.press('button.key', 'Unlock');
  await jo.leaves('/lock');

  await jo.fill('Who is this about?', 'amira');
  await jo.press('[role=option]', 'Amira');
  await jo.fill('What did you see or hear?', WORDS);
  await jo.press('label', 'Not yet');
  await jo.reads('Draft kept on this computer');
  await jo.press('button', 'Send');
  await jo.reads('Thank you.');
  await jo.reads('alerted');
  const concerns = () => house.ground.database.read('concerns').select('author_id', 'quarantine');
  await waitFor(async () => (await concerns()).length > 0);
  expect(await concerns()).toEqual([{ author_id: session?.staffId, quarantine: null }]);
});
