import type { Page } from 'playwright-core';
import type { SchoolPlan } from '../../server/set-up/school-plan';
import { openHouse, type TestHouse } from '../server/house';
import { oakfield } from '../server/oversight/office';
import { elevatedLead } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';

/** The school office of Oakfield at a real screen, with full access. */
export interface OfficeDesk {
  readonly house: TestHouse;
  readonly page: Page;
  readonly complaints: string[];
  /** Presses Save in the bar and waits until it is gone. */
  readonly save: () => Promise<void>;
}

/** Sue, the business manager, opens a page of the administration. */
export async function atTheOffice(path: string, given: Partial<SchoolPlan> = {}): Promise<OfficeDesk> {
  const house = await openHouse({ plan: oakfield(given), client: 'dist/client' });
  const { browser } = await elevatedLead(house, 'sue.coyle@oakfield.example');
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, browser);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const save = async () => {
    await page.getByText(/take(s)? effect as soon as you save/).waitFor();
    await page.getByRole('button', { name: 'Save changes' }).click();
    // The button reads “Saving” meanwhile; the bar goes when the school has answered.
    await page.locator('.tray-bar').waitFor({ state: 'detached' });
  };
  return { house, page, complaints, save };
}
