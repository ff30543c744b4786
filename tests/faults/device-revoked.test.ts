import { expect, test } from 'vitest';
import { openRecord, readable, send, unlock, writeConcern } from '../journeys/deeds';
import { expectHeldOnce } from './promises';
import { aSharedTablet, JO } from './tablet-story';

const BEFORE = 'Hid under the table when the door slammed.';
const AFTER = 'Would not say who gave him the phone.';

test('a tablet that the school removes delivers what it has, lets the pupils go, and still records', async () => {
  const { server, context, page, staffIds } = await aSharedTablet(JO);
  await context.setOffline(true);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: BEFORE });
  await send(page);
  await page.getByRole('button', { name: 'Lock now' }).click();
  const revoked_at = new Date().toISOString();
  await server.look(({ database }) => database.write((trx) => trx('devices').update({ revoked_at })));

  // Locked, back in the Wi-Fi: what it has goes out, and the tablet is told.
  await context.setOffline(false);
  await page.getByText('The school has removed this tablet').waitFor({ timeout: 60_000 });
  await page.getByText(/Ask .*Shah why/).waitFor();
  const [first] = await expectHeldOnce(server, BEFORE);
  expect(first).toMatchObject({ authorId: staffIds.get(JO), quarantine: 'device-revoked' });

  // Nobody is kept from recording; only the list is gone, and the screen says why.
  await unlock(page, 'Jo');
  await openRecord(page);
  await page.getByText('The school has removed this tablet').waitFor();
  await page.getByText(/no pupil list on this tablet/).waitFor();
  await page.locator('input[role=combobox]').first().fill('amira');
  expect(await readable(page)).not.toContain('Khan');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByLabel('What did you see or hear?').fill(AFTER);
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await send(page);
  await expectHeldOnce(server, BEFORE, AFTER);
});
