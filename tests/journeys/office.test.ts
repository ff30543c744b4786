import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../server/house';
import { aSchool } from '../server/school-builder';
import { elevatedLead } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser, tablet as tabletSize } from './browser';
import { enrolTablet, lendSession, openRecord, typeCode } from './deeds';

const NADIA = 'nadia.shah@oakfield.example';
const JO = 'jo.price@oakfield.example';

interface Desk {
  readonly house: TestHouse;
  readonly page: Page;
  readonly complaints: string[];
  readonly phone: Awaited<ReturnType<typeof elevatedLead>>['phone'];
}

/** Oakfield, whose lead also keeps devices, settings and the audit, at her desk with full access. */
async function atTheDesk(): Promise<Desk> {
  const base = aSchool();
  const userGroups = base.userGroups.map((group) =>
    group.name === 'Safeguarding leads'
      ? { ...group, administration: ['devices', 'settings', 'audit', 'staff', 'groups'] as const }
      : group,
  );
  const house = await openHouse({
    plan: {
      ...base,
      userGroups: userGroups.map((one) => ({ ...one, administration: [...one.administration] })),
    },
    client: 'dist/client',
  });
  const { browser, phone } = await elevatedLead(house, NADIA);
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, browser);
  return { house, phone, ...(await firstPage(context)) };
}

const openArea = async (page: Page, house: TestHouse, name: string) => {
  await page.goto(`${house.origin}/admin`);
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
};

const save = async (page: Page) => {
  await page.getByText('It takes effect as soon as you save.').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('not saved yet').first().waitFor({ state: 'detached' });
};

test('a lost tablet is revoked, and is told so', async () => {
  const { house, page, complaints } = await atTheDesk();
  const lost = await Tablet.enrol(await house.loggedIn(JO), 'Bus tablet');
  await openArea(page, house, 'Devices');
  await page.getByRole('button', { name: 'Change Bus tablet' }).click();
  await page.getByRole('button', { name: 'Revoke this device' }).click();
  await page.getByText('Is revoked when you save').waitFor();
  expect(await lost.isRevoked()).toBe(false);
  await save(page);
  await page.getByText('No device yet').waitFor();
  expect(await lost.isRevoked()).toBe(true);
  expect(complaints).toEqual([]);
});

test('a record that was written without unlocking is accepted to a pupil', async () => {
  const { house, page, complaints } = await atTheDesk();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const sealed = await tablet.seal(aConcern(), { author: { unconfirmed: 'Supply, Year 4' } });
  await tablet.deliver(sealed.bytes);
  await house.settled();
  await openArea(page, house, 'Quarantine');
  await page.getByRole('button', { name: /^Open / }).click();
  await page.getByText('Supply, Year 4, not confirmed').waitFor();
  await page.getByLabel('“A girl in a red coat” is').fill('Amira Khan, 4B');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('Nothing waits to be checked.').waitFor();
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().waitFor();
  expect(complaints).toEqual([]);
});

test('an opened record is forgotten when full access ends: after the next code it is shut', async () => {
  const { house, page, phone } = await atTheDesk();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const text = 'A girl in a red coat cried by the gate.';
  const sealed = await tablet.seal(aConcern({ text }), { author: { unconfirmed: 'Supply, Year 4' } });
  await tablet.deliver(sealed.bytes);
  await house.settled();
  await openArea(page, house, 'Quarantine');
  await page.getByRole('button', { name: /^Open / }).click();
  await page.getByText(text).waitFor();

  await page.getByRole('button', { name: 'End full access' }).click();
  await page.getByText(text).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Elevate Your Access' }).first().click();
  await typeCode(page, phone.nextCode());
  await page.getByRole('button', { name: /^Open / }).waitFor();
  expect(await page.getByText(text).count()).toBe(0);
});

test('the school’s own words for danger stand on the tablet', async () => {
  const { house, page } = await atTheDesk();
  const words = 'Ring the bell by the office, then call 999.';
  await openArea(page, house, 'Settings');
  await page.getByLabel('After “Child in danger now?”').fill(words);
  await save(page);

  const context = await openBrowser({ viewport: tabletSize });
  await lendSession(context, await house.loggedIn(JO));
  const { page: tablet } = await firstPage(context);
  await enrolTablet(tablet, house);
  await openRecord(tablet);
  await tablet.getByText(words).waitFor();
  expect(await tablet.locator('.danger-strip').innerText()).toContain('Child in danger now?');
});

test('the audit is whole, and says who looked', async () => {
  const { house, page, complaints } = await atTheDesk();
  await openArea(page, house, 'Audit');
  await page.getByRole('button', { name: 'Check all entries' }).click();
  await page.getByText(/^Unbroken from/).waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: 'Checked the audit' })
    .filter({ hasText: 'Nadia Shah' })
    .waitFor();
  expect(complaints).toEqual([]);
});

test('counts and audit are taken along as spreadsheets', async () => {
  const { house, page, complaints } = await atTheDesk();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const saved = async (path: string, button: string) => {
    await page.goto(`${house.origin}${path}`);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download = await saving;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  const counts = await saved('/counts', 'Download for a spreadsheet');
  expect(counts.name).toBe('counts.csv');
  expect(counts.text).toContain('Open or closed,open,under 5');
  const audit = await saved('/admin/audit', 'Export as a spreadsheet');
  expect(audit.name).toBe('audit.csv');
  expect(audit.text).toContain('counts.exported');
  expect(complaints).toEqual([]);
});
