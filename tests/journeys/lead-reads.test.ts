import { readFile } from 'node:fs/promises';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { ServerProcess } from '../faults/server-process';
import { waitFor } from '../server/house';
import { flat, readPdf } from '../server/papers/poppler';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser, tablet as tabletSize } from './browser';
import { howMany, lendSession, logInForTheFirstTime, typeCode } from './deeds';
import { sampleSchool } from './sample-school';

const LEAD = 'm.bergstrom@willowbank.example';
const TEACHER = 'm.davisrobel@willowbank.example';

/** The code that an authenticator shows for this secret once it shows another than `used`. */
async function nextCode(secret: string, used?: string): Promise<string> {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) });
  await waitFor(() => totp.generate() !== used, 40_000);
  return totp.generate();
}

test('a lead logs in for the first time, saves a key, elevates, reads, takes, notes, closes and replies to the author', async () => {
  const server = await ServerProcess.withSchool(sampleSchool());
  await server.start();
  const tablet = await Tablet.enrol(await server.loggedIn(TEACHER));
  const roll = await tablet.visitor.must('readRoll');
  const pupil = roll.pupils.find((one) => one.first === 'Joany')!;
  const sealed = await tablet.seal(aConcern({ pupilId: pupil.id }));
  await tablet.deliver(sealed.bytes);

  const context = await openBrowser({ viewport: desktop });
  const { page, complaints } = await firstPage(context);
  await logInForTheFirstTime(page, server, LEAD);
  await page.goto(`${server.origin}/`);
  await page
    .getByText(/1 alert/)
    .first()
    .waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/Joany|bruise/);

  await page.goto(`${server.origin}/account/keys`);
  await page.getByRole('button', { name: 'Add new device' }).click();
  const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '');
  await page.getByLabel('Name').fill('My phone');
  const first = await nextCode(secret);
  await typeCode(page, first);
  await page.getByRole('button', { name: 'Save this device' }).click();
  await page
    .getByText(/recovery codes/i)
    .first()
    .waitFor();

  await page.goto(`${server.origin}/alerts`);
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, await nextCode(secret, first));
  await page
    .getByText(/Full access/)
    .first()
    .waitFor();

  await page.getByText('Joany').first().click();
  await page.getByText('about 3 cm, yellow-green').last().waitFor();
  await page.getByRole('button', { name: 'I’ll take this' }).click();
  await page.getByRole('button', { name: /Add action/ }).click();
  await page.getByLabel('What kind of action').selectOption({ label: 'Phone call' });
  await page.getByLabel('What did you do or decide?').fill('Spoke to Joany with Ms Mills. Rang home.');
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await page.getByText('Rang home.').waitFor();
  await page.getByText(/^Phone call, /).waitFor();
  await page.getByRole('button', { name: 'Set level' }).first().click();
  await page.getByLabel('Level', { exact: true }).selectOption({ label: 'High level' });
  await page.getByLabel('Why?').fill('A second bruise.');
  await page.locator('heed-dialog').getByRole('button', { name: 'Set level' }).click();
  await page.getByText('A second bruise.').waitFor();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.getByRole('button', { name: 'Undo' }).first().waitFor();

  await page.getByRole('button', { name: 'Download PDF' }).click();
  const concernSaving = page.waitForEvent('download');
  await page.getByLabel(/^For the family of Joany/).check();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  expect((await concernSaving).suggestedFilename()).toMatch(/^concern-letters-[\d-]+\.pdf$/);

  await page.locator('a.pupil-link').first().click();
  await page.getByRole('heading', { level: 1, name: /Joany/ }).waitFor();
  await page.getByText('4 entries', { exact: true }).first().waitFor();
  expect(await page.locator('.entry-head h3').allInnerTexts()).toEqual([
    'Level changed',
    'Phone call',
    'Taken by a lead',
    'Concern',
  ]);
  await page.getByRole('checkbox', { name: /Phone call/ }).uncheck();
  await page.getByText('3 of 4 entries').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await page.getByLabel('With names').check();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^chronology-[\d-]+\.pdf$/);
  const paper = flat((await readPdf(await readFile(await saved.path()))).pages);
  expect(paper).toContain('3 of 4 entries');
  expect(paper).toMatch(/Chronology of Joany .*Level changed A second bruise\./);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByText('Rang home.').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/alerts\//);

  expect(await howMany(server, 'concerns', { quarantine: null })).toBe(1);
  await page.getByRole('button', { name: 'Close this concern' }).click();
  await page.getByLabel('What was decided?').fill('Early help, reviewed weekly.');
  await page.getByLabel('Why?').fill('The family worker visits.');
  await page.getByRole('button', { name: 'Close the concern' }).click();
  await page.getByRole('button', { name: 'Reopen' }).waitFor();

  // Taken, the call, its level, the decision, closed.
  expect(await howMany(server, 'concern_actions')).toBe(5);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Reply' }).click();
  await page.getByLabel('Your reply').fill('Thank you. We have seen to it.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByText('Not read yet').waitFor();

  const authors = await openBrowser({ viewport: tabletSize });
  await lendSession(authors, tablet.visitor);
  const { page: mine } = await firstPage(authors);
  await mine.goto(`${server.origin}/mine`);
  await mine.getByRole('button', { name: /^Read the reply/ }).click();
  await mine.getByText('We have seen to it.').waitFor();
  expect(await mine.locator('body').innerText()).not.toMatch(/Joany|bruise/);
  await page.reload();
  await page.getByText(/First read/).waitFor();

  expect(await tablet.progress(sealed.id)).toMatchObject([
    {
      steps: [
        { step: 'received' },
        { step: 'alerted' },
        { step: 'opened' },
        { step: 'dealt-with' },
        { step: 'closed' },
      ],
    },
  ]);
  expect(complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});
