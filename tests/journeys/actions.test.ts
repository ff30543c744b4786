import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { uuidv7 } from '../../protocol/identifiers';
import { openHouse } from '../server/house';
import { addKey } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession, typeCode } from './deeds';

test('a lead sees what is due, ticks it off by mistake and takes it back, and takes her days along in a calendar', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
  await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();
  const { id } = await house.ground.database.read('concerns').first<{ id: string }>('id');
  const visitor = await house.loggedIn('nadia.shah@oakfield.example');
  const { phone } = await addKey(house, visitor);
  await visitor.must('elevate', { body: { code: phone.nextCode() } });
  const { today } = await visitor.must('listDueActions');
  const { session } = await visitor.must('readSession');
  const due = { day: today, ownerId: session!.staffId };
  const body = {
    actionId: uuidv7(Date.now()),
    kind: 'call' as const,
    text: 'Ring Mrs Khan about Friday.',
    due,
  };
  await visitor.must('addAction', { params: { id }, body });
  await visitor.must('endElevation');

  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, visitor);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page
    .getByRole('link', { name: /^Actions/ })
    .first()
    .click();
  const neutral = page.getByRole('link', { name: 'Something is due' });
  await neutral.waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/Khan|Phone call/);
  await page.getByRole('button', { name: 'Elevate to read' }).click();
  await typeCode(page, phone.nextCode());
  await page.getByText('Ring Mrs Khan about Friday.').waitFor();

  // To the row by the keyboard, and done.
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  const undo = page.getByRole('button', { name: /^Undo/ });
  await undo.waitFor();
  const row = () => house.ground.database.read('concern_actions').where({ id: body.actionId }).first();
  expect(await row()).toMatchObject({ done_by: session!.staffId });
  await undo.click();
  const done = page.getByRole('button', { name: /^Done/ });
  await done.waitFor();
  // The button that was pressed has gone: the focus is on what stands in its place.
  expect(await done.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await row()).toMatchObject({ done_by: null });

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add mine to calendar' }).click();
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file).toContain(`DTSTART;VALUE=DATE:${today.replaceAll('-', '')}\r\n`);
  expect(file).not.toMatch(/Khan|Amira|call/i);

  await page.getByRole('link', { name: 'Amira Khan' }).click();
  await page.locator('.account').waitFor();
  await page.goBack();
  await page.getByText('Ring Mrs Khan about Friday.').waitFor();
  await page.getByRole('button', { name: /Full access/ }).click();
  await neutral.waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/Khan/);
  expect(complaints).toEqual([]);
});
