import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { aPupil, aSchool } from '../server/school-builder';
import { elevatedLead } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';

const PARENT = 'nadia.shah@oakfield.example';
const HEAD = 'ruth.grey@oakfield.example';

test('a lead whose own child it is about sees an empty inbox, is not alerted, and the next lead reads it', async () => {
  const pupils = [aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [PARENT] })];
  const alertGroups = [{ name: 'Safeguarding team', members: [PARENT, HEAD] }];
  const house = await openHouse({ plan: aSchool({ pupils, alertGroups }), client: 'dist/client' });
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
  await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();
  expect(house.mails.filter((mail) => /alert/i.test(mail.subject)).map((mail) => mail.to)).toEqual([HEAD]);

  const parent = await elevatedLead(house, PARENT);
  const first = await openBrowser({ viewport: desktop });
  await lendSession(first, parent.browser);
  const parentPage = (await firstPage(first)).page;
  await parentPage.goto(`${house.origin}/alerts`);
  await parentPage.getByText(/Nothing to read/).waitFor();
  expect(await parentPage.locator('body').innerText()).not.toMatch(/Amira|bruise/);

  const head = await elevatedLead(house, HEAD);
  const second = await openBrowser({ viewport: desktop });
  await lendSession(second, head.browser);
  const headPage = (await firstPage(second)).page;
  await headPage.goto(`${house.origin}/alerts`);
  await headPage.getByText('Amira Khan').first().click();
  await headPage.getByText('about 3 cm, yellow-green').last().waitFor();
});
