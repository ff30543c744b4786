import type { Page } from 'playwright-core';
import { Tablet } from '../../server/tablet';
import { openAdmin } from './administration';
import { withEmblem } from './emblem';
import type { ScreenCase, WillowBank } from './willow-bank';

/** The list of devices with a tablet on which something waits, and one of them open. */
async function openDevice(school: WillowBank): Promise<Page> {
  const tablet = await Tablet.enrol(school.newcomer, 'Forest school tablet');
  await tablet.report({ waiting: 3, shared: true });
  const page = await openAdmin(school, '/admin/devices', 'Devices');
  await page.getByRole('button', { name: 'Change Forest school tablet' }).first().click();
  await page.getByRole('button', { name: 'Revoke this device' }).waitFor();
  return page;
}

/** The audit, walked through and found whole. */
async function openCheckedAudit(school: WillowBank): Promise<Page> {
  const page = await openAdmin(school, '/admin/audit', 'Audit');
  await page.getByRole('button', { name: 'Check all entries' }).click();
  await page.getByText(/^Unbroken from/).waitFor();
  await page.getByText('Fingerprint of the newest entry').click();
  return page;
}

/** A search of the audit that finds nothing. */
async function openEmptyAudit(school: WillowBank): Promise<Page> {
  const page = await openAdmin(school, '/admin/audit', 'Audit');
  await page.getByLabel('Record', { exact: true }).fill('ZZZZ');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('Nothing was found.').waitFor();
  return page;
}

/** Settings with one that waits to be saved and one that cannot be. */
async function openSettings(school: WillowBank): Promise<Page> {
  const page = await openAdmin(school, '/admin/settings', 'Settings');
  await page.getByLabel('After “Child in danger now?”').fill('Ring the bell by the office, then call 999.');
  await page.getByLabel('Without a touch for').fill('5');
  await page.getByLabel('Quiet hours for everybody').check();
  await page.getByText('Write a whole number from 30 to 900').waitFor();
  await page.getByText('They take effect as soon as you save.').waitFor();
  return page;
}

/** A record by somebody who had not unlocked, open, with what may be decided. */
async function openQuarantined(school: WillowBank): Promise<Page> {
  const page = await openAdmin(school, '/admin/quarantine', 'Quarantine');
  await page
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await page.getByText('A boy in Year 2 was crying behind the bins.').waitFor();
  return page;
}

/** Devices, quarantine, delivery log, audit and settings. */
export const office: readonly ScreenCase[] = [
  {
    name: 'admin, devices',
    open: async (school) => {
      // It is in the list.
      await school.tablet();
      return openAdmin(school, '/admin/devices', 'Devices');
    },
  },
  { name: 'admin, device open', open: openDevice },
  { name: 'admin, settings', open: (school) => openAdmin(school, '/admin/settings', 'Settings') },
  { name: 'admin, settings, not saved', open: openSettings },
  {
    name: 'admin, settings, with an emblem',
    open: (school) => withEmblem(school, () => openAdmin(school, '/admin/settings', 'Settings')),
  },
  { name: 'admin, quarantine', open: (school) => openAdmin(school, '/admin/quarantine', 'Quarantine') },
  { name: 'admin, quarantine, open', open: openQuarantined },
  { name: 'admin, delivery log', open: (school) => openAdmin(school, '/admin/delivery', 'Delivery log') },
  { name: 'admin, audit', open: openCheckedAudit },
  { name: 'admin, audit, nothing found', open: openEmptyAudit },
];
