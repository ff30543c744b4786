import { expect, test } from 'vitest';
import { NADIA } from '../server/oversight/office';
import { atTheOffice } from './office';

test('a user group says that a change of it waits for a second person, and shows what holds until then', async () => {
  const { page, complaints } = await atTheOffice('/admin/groups', {
    classRestrictions: [
      { type: 'year group', name: 'Year 4', everyone: false, userGroups: [], staff: [NADIA] },
    ],
  });
  const teachers = page.locator('.group-card').filter({ hasText: 'Teachers' });
  await teachers.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Class restrictions do not apply').check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('it starts when a second person confirms').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.locator('.tray-bar').waitFor({ state: 'detached' });
  await teachers.getByText('A change of this group waits for a second person').waitFor();
  expect(await teachers.innerText()).not.toContain('Class restrictions do not apply');
  expect(await page.getByText('A change of this group waits').count()).toBe(1);
  expect(complaints).toEqual([]);
});
