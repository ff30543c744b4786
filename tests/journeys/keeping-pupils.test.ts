import { expect, test } from 'vitest';
import { aPupil } from '../server/school-builder';
import { atTheOffice } from './office';

test('the office adds a pupil whose father must never be rung, and finds both again', async () => {
  const { page, complaints, save } = await atTheOffice('/admin/pupils');
  await page.getByRole('link', { name: 'Add a pupil' }).click();
  await page.getByLabel('First name').fill('Zoë');
  await page.getByLabel('Last name').fill('Ní Bhriain');
  await page.getByLabel('Date of birth').fill('2018-05-02');
  await page.getByRole('combobox', { name: 'Class' }).selectOption('4B');
  await page.getByRole('button', { name: 'Add a contact' }).click();
  const father = page.getByRole('group', { name: 'Contact 1' });
  await father.getByLabel('Name').fill('Ben Marsh');
  await father.getByLabel('Relationship').fill('Father');
  await father.getByLabel('Do not contact').check();
  await save();

  await page.waitForURL('**/admin/pupils');
  await page.getByRole('searchbox').fill('zoe 4b');
  await page.getByRole('link', { name: 'Zoë Ní Bhriain' }).click();
  await page.getByText('Never ring or write to this person').waitFor();
  expect(await father.getByLabel('Name').inputValue()).toBe('Ben Marsh');
  expect(
    await page.getByRole('combobox', { name: 'Year group' }).locator('option:checked').innerText(),
  ).toContain('Year 4');
  expect(complaints).toEqual([]);
});

test('a pupil who was entered twice becomes one, after both were looked at side by side', async () => {
  const { house, page, complaints, save } = await atTheOffice('/admin/pupils', {
    pupils: [
      aPupil({ upn: 'A100200300400', firstName: 'Amira', lastName: 'Khan' }),
      aPupil({
        upn: 'A100200300401',
        firstName: 'Ameera',
        lastName: 'Khan',
        className: '6A',
        yearGroup: 'Year 6',
      }),
    ],
  });
  await page.getByRole('link', { name: 'Ameera Khan' }).click();
  await page.getByRole('link', { name: 'Join with another entry' }).click();
  await page.getByLabel('The other entry').fill('amira');
  await page.getByRole('button', { name: 'Choose Amira Khan, 4B' }).click();
  const row = page.getByRole('row', { name: /^UPN/ });
  expect(await row.innerText()).toMatch(/A100200300401\s+A100200300400/);
  await page.getByRole('radio').nth(1).check();
  await page.getByText('Every record about Ameera Khan, 6A then stands under Amira Khan, 4B.').waitFor();
  await page.getByLabel('They are the same child').check();
  await save();

  await page.getByRole('link', { name: 'Amira Khan' }).waitFor();
  expect(await page.getByRole('link', { name: 'Ameera Khan' }).count()).toBe(0);
  const [joined] = await house.ground.database.read('pupils').whereNotNull('joined_into');
  expect(joined).toBeDefined();
  expect(complaints).toEqual([]);
});
