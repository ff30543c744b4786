import { expect, test } from 'vitest';
import { readable, send, unlock, writeConcern } from '../journeys/deeds';
import { expectHeldOnce } from './promises';
import { aSharedTablet, JO } from './tablet-story';

const FIRST = 'She said her brother hit her with a belt on Sunday.';
const SECOND = 'She said her brother hit her. She showed me her arm.';
const TEXT = 'What did you see or hear?';

test('D4: one draft, changed in two tabs and sent from both, reaches the leads with both texts', async () => {
  const { server, context, page } = await aSharedTablet(JO);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: 'She said' });
  await page.waitForURL(/\/record\/[\w-]{22}$/);
  const other = await context.newPage();
  await other.goto(page.url());
  await unlock(other, 'Jo');
  await other.getByLabel(TEXT).waitFor();
  expect(await other.getByLabel(TEXT).inputValue()).toBe('She said');

  await page.getByLabel(TEXT).fill(FIRST);
  await page.getByText(/Draft kept on this tablet/).waitFor();
  await other.getByLabel(TEXT).fill(SECOND);
  await send(page);
  await other.getByText(/Both are kept/).waitFor();
  expect(await other.getByLabel(TEXT).inputValue()).toBe(SECOND);
  await send(other);

  const concerns = await expectHeldOnce(server, FIRST, SECOND);
  expect(new Set(concerns.map(({ lineageId }) => lineageId)).size).toBe(1);
  expect(concerns.map(({ quarantine }) => quarantine).sort()).toEqual([null, 'possible-duplicate'].sort());
  for (const tab of [page, other]) {
    await tab
      .getByText(/ref [0-9A-Z]{4}/i)
      .first()
      .waitFor();
    expect(await readable(tab)).not.toContain('Draft kept');
  }
});
