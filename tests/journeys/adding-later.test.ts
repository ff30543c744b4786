import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { aSupervisor } from '../server/school-builder';
import { elevatedLead } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser, tablet, workerReady } from './browser';
import { enrolTablet, fillIn, lendSession, readable, send, unlock } from './deeds';
import { sampleSchool } from './sample-school';

const LEAD = 'm.bergstrom@willowbank.example';
const SAM = 's.lee@willowbank.example';
const MORE = 'Later she told me that her brother had done it.';

test('a playground supervisor adds to her record with no network; it outlives a killed page, arrives, and the lead reads it', async () => {
  const plan = sampleSchool();
  const staff = [...plan.staff, aSupervisor({ email: SAM, lastName: 'Lee' })];
  const house = await openHouse({ plan: { ...plan, staff }, client: 'dist/client' });
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, await house.loggedIn(SAM));
  const { page, complaints } = await firstPage(context);
  await enrolTablet(page, house);
  await workerReady(page);
  await page.goto(`${house.origin}/record`);
  await unlock(page, 'Sam');
  await fillIn(page, { pupil: 'joany', text: 'She had a bruise on her left forearm.' });
  await send(page);
  await house.settled();

  await context.setOffline(true);
  await page.goto(`${house.origin}/mine`);
  await unlock(page, 'Sam');
  await page.getByRole('button', { name: /^Add to the record of/ }).click();
  await page.getByLabel('What do you want to add?').pressSequentially('Later she told me');
  await page.getByText(/Not sent yet\. Kept on this tablet/).waitFor();
  await page.reload();
  await unlock(page, 'Sam');
  await page.getByText('You began to add to this record').waitFor();
  await page.getByRole('button', { name: /^Go on writing/ }).click();
  await page.getByLabel('What do you want to add?').fill(MORE);
  await page.locator('heed-dialog').getByRole('button', { name: 'Send' }).click();
  await page.locator('.addition').getByText('Waiting on this tablet').waitFor();
  expect(await readable(page)).not.toMatch(/brother|bruise|Joany/);
  expect(await house.ground.database.read('addenda')).toEqual([]);

  // The lead has read the record, and has it open.
  const desk = await openBrowser({ viewport: desktop });
  await lendSession(desk, (await elevatedLead(house, LEAD)).browser);
  const lead = await firstPage(desk);
  await lead.page.goto(`${house.origin}/alerts`);
  await lead.page.getByText('Joany').first().click();
  await lead.page.locator('.account').waitFor();

  await context.setOffline(false);
  await page
    .locator('.addition')
    .getByText(/^Received|alerted$/)
    .waitFor();
  await house.settled();
  expect(complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);

  await lead.page.locator('.alert-row').getByText('More was written').waitFor();
  await lead.page.getByRole('button', { name: 'Show what is new' }).click();
  // The press leads to the words, and not to the line that says that they came.
  const reached = lead.page.locator('.written-more:focus');
  await reached.waitFor();
  expect(await reached.innerText()).toContain(MORE);
  await lead.page
    .getByText(/^Sam Lee wrote more, after sending it/)
    .first()
    .waitFor();
  expect(await readable(lead.page)).toContain('She had a bruise on her left forearm.');
  expect(lead.complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});
