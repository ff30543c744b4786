import type { Page } from 'playwright-core';
import { Tablet } from '../../server/tablet';
import { openAdmin } from './administration';
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

/** Devices, quarantine, delivery log, audit and settings. */
export const office: readonly ScreenCase[] = [
  { name: 'admin, devices', open: (school) => openAdmin(school, '/admin/devices', 'Devices') },
  { name: 'admin, device open', open: openDevice },
];
