import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { JO, NADIA, oakfield, TOM } from '../server/oversight/office';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';
import { atTheOffice } from './office';

test('the lead says who is alerted while she is away; her colleague is, and she is again once she is back', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const [pupil] = (await tablet.visitor.must('readRoll')).pupils;
  const alertedOf = async () => {
    const before = house.mails.length;
    await tablet.deliver((await tablet.seal(aConcern({ pupilId: pupil!.id }))).bytes);
    await house.settled();
    return house.mails.slice(before).map(({ to }) => to);
  };
  expect(await alertedOf()).toContain(NADIA);

  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, await house.loggedIn(NADIA));
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/account/notifications`);
  await page.getByRole('button', { name: 'Save absence' }).click();
  await page.getByText('Choose who is alerted instead.').waitFor();
  await page.getByLabel('Who is alerted instead').selectOption('Tom Lowe');
  await page.getByRole('button', { name: 'Save absence' }).click();
  await page.getByText('You are away. Your alerts go to Tom Lowe.').waitFor();
  await house.settled();
  const meanwhile = await alertedOf();
  expect(meanwhile).toContain(TOM);
  expect(meanwhile).not.toContain(NADIA);

  await page.getByRole('button', { name: 'I am back' }).click();
  await page.getByLabel('Who is alerted instead').waitFor();
  await house.settled();
  expect(await alertedOf()).toContain(NADIA);
  expect(complaints).toEqual([]);
});

test('the office sets it for a colleague who is ill, and the page says who set it', async () => {
  const { page, complaints } = await atTheOffice('/admin/staff');
  await page.getByRole('link', { name: /Shah/ }).first().click();
  await page.getByRole('heading', { name: 'While Nadia Shah is away' }).waitFor();
  await page.getByLabel('Who is alerted instead').selectOption('Tom Lowe');
  await page.getByRole('button', { name: 'Save absence' }).click();
  await page.getByText('Nadia Shah is away. Alerts go to Tom Lowe.').waitFor();
  await page.getByText('Set by Sue Coyle.').waitFor();
  await page.getByRole('button', { name: 'Nadia Shah is back' }).click();
  await page.getByText('Alerts reach Nadia Shah again.').first().waitFor();
  expect(complaints).toEqual([]);
});
