import { expect, test } from 'vitest';
import { aConcernAtWork, SAM } from '../server/concerns/a-lead-at-work';
import { aPupil } from '../server/school-builder';
import { desktop, firstPage, openBrowser, tablet } from './browser';
import { lendSession } from './deeds';

test('a lead alerts a colleague with what she adds, and it comes to the alerts that stand open on his tablet', async () => {
  // Nobody but Nadia is told at first.
  const { house, nadia } = await aConcernAtWork(
    {
      pupils: [aPupil({ firstName: 'Amira', lastName: 'Khan' })],
      alertGroups: [{ name: 'Safeguarding team', members: ['nadia.shah@oakfield.example'] }],
    },
    { client: 'dist/client' },
  );
  const at = async (visitor: typeof nadia, viewport: typeof desktop) => {
    const context = await openBrowser({ viewport });
    await lendSession(context, visitor);
    const { page, complaints } = await firstPage(context);
    await page.goto(`${house.origin}/alerts`);
    return { page, complaints };
  };
  const sam = await at(await house.loggedIn(SAM), tablet);
  await sam.page
    .getByText(/Nothing to read/)
    .first()
    .waitFor();
  const lead = await at(nadia, desktop);
  await lead.page.getByText('Amira Khan').first().click();
  await lead.page.getByRole('button', { name: 'Add action' }).click();
  await lead.page.getByLabel('What did you do or decide?').fill('Please stand near her at break.');
  const list = lead.page.getByLabel('Alert somebody to it');
  await list.selectOption({ label: 'Tom Lowe' });
  await list.selectOption({ label: 'Sam Lee' });
  expect(await list.inputValue()).toBe('');
  await lead.page.getByRole('button', { name: 'Do not alert Tom Lowe' }).click();
  await lead.page.getByRole('button', { name: 'Add to the record' }).click();
  await lead.page.getByText('Named with an action that a lead added').waitFor();

  // Nobody presses anything on his tablet until it is there.
  await sam.page.getByText('Amira Khan').first().click();
  await sam.page.getByText('Please stand near her at break.').waitFor();
  const rows = await house.ground.database.read('alerts').select('staff_id');
  expect(rows).toHaveLength(2);
  expect([...lead.complaints, ...sam.complaints]).toEqual([]);
});
