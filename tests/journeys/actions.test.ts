import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { uuidv7 } from '../../protocol/identifiers';
import { aConcernAtWork, anAction, staffIdOf } from '../server/concerns/a-lead-at-work';
import { openHouse } from '../server/house';
import { aPupil } from '../server/school-builder';
import { addKey } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession, typeCode } from './deeds';
import { holdAnswer } from './held-answer';

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

/** What is said once the school has answered. */
const answered = { Done: 'Noted as done.', Undo: 'It is due again.' };

test.each(['Done', 'Undo'] as const)(
  '“%s” is on its way when full access ends: with its answer neither the child nor the words come back',
  async (deed) => {
    const { house, id, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
    const due = { day: '2026-12-05', ownerId: await staffIdOf(nadia) };
    const action = anAction(house, { text: 'Ring the tangerine clinic.', due });
    await nadia.must('addAction', { params: { id }, body: { kind: 'note', ...action } });
    const context = await openBrowser({ viewport: desktop });
    await lendSession(context, nadia);
    const { page } = await firstPage(context);
    await page.goto(`${house.origin}/actions`);
    const press = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    if (deed === 'Undo') {
      await press('Done');
      await page.getByRole('button', { name: /^Undo/ }).waitFor();
    }
    const answer = await holdAnswer(page, '**/api/actions/*/done');
    await press(deed);
    await page.getByRole('button', { name: /Full access/ }).click();
    await page.getByRole('button', { name: 'Elevate Your Access' }).waitFor();
    answer();
    await page.locator('heed-live-region').getByText(answered[deed]).waitFor({ state: 'attached' });
    expect(await page.locator('main').innerText()).not.toMatch(/tangerine|Amira/);
  },
);

test('full access ends without a network: no child stays whose plan is to be reviewed', async () => {
  const { house, nadia, tablet } = await aConcernAtWork({}, { client: 'dist/client' });
  const amira = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  const [versionId, matterId] = [uuidv7(house.clock.now()), uuidv7(house.clock.now())];
  const nothing = { name: null, end: null, authority: null, worker: null, phone: null, note: null };
  const plan = { kind: 'child-protection', start: '2026-09-01', review: '2026-11-20', ...nothing } as const;
  await nadia.must('keepMatter', {
    params: { id: amira },
    body: { versionId, matterId, after: null, removed: false, otherId: null, details: plan },
  });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/actions`);
  await page
    .locator('main')
    .getByRole('link', { name: /Amira Khan/ })
    .waitFor();
  const other = await context.newPage();
  await other.goto(`${house.origin}/actions`);
  await other.getByRole('button', { name: /Full access/ }).waitFor();
  await context.setOffline(true);
  await other.getByRole('button', { name: /Full access/ }).click();
  await page.getByRole('button', { name: 'Elevate Your Access' }).waitFor();
  const shown = await page.locator('main').innerText();
  expect(shown).toContain('Plan or order');
  expect(shown).not.toMatch(/Amira|4B/);
});

test('Back while an action is being written: it goes with its concern, and no other child is written about', async () => {
  const pupils = [
    aPupil({ firstName: 'Amira', lastName: 'Khan' }),
    aPupil({ firstName: 'Ben', lastName: 'Cole' }),
  ];
  const { house, id, nadia, tablet } = await aConcernAtWork({ pupils }, { client: 'dist/client' });
  const other = (await tablet.visitor.must('readRoll')).pupils[1]!;
  await tablet.deliver((await tablet.seal(aConcern({ pupilId: other.id, text: 'Asleep.' }))).bytes);
  await house.settled();
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  const account = page.locator('.account');
  await page.locator('a.alert-row').filter({ hasText: 'bruise' }).click();
  await account.filter({ hasText: 'bruise' }).waitFor();
  await page.locator('a.alert-row').filter({ hasText: 'Asleep' }).click();
  await account.filter({ hasText: 'Asleep' }).waitFor();
  const dialog = page.locator('heed-add-action-dialog');
  const words = page.getByLabel('What did you do or decide?');
  await page.getByRole('button', { name: 'Add action' }).click();
  await words.fill('Rang his mother.');
  await page.goBack();
  await account.filter({ hasText: 'bruise' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Add action' }).click();
  expect(await words.inputValue()).toBe('');
  await page.keyboard.press('Escape');

  await page.goForward();
  await words.waitFor();
  expect(await words.inputValue()).toBe('Rang his mother.');
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.so-far').getByText('Rang his mother.').waitFor();
  const added = await house.ground.database
    .read('concern_actions')
    .where({ kind: 'note' })
    .select('concern_id');
  expect(added).toHaveLength(1);
  expect(added[0]?.concern_id).not.toBe(id);
});
