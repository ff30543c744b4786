import { expect, test } from 'vitest';
import { anAutomaticAlert, aPupil } from '../server/school-builder';
import { JO } from '../server/oversight/office';
import { atTheOffice } from './office';

test('the office looks as Jo: her class by name, her own child hidden, who would alert her, and a closed class to mend', async () => {
  const { page, house, complaints } = await atTheOffice('/admin/staff', {
    pupils: [
      aPupil({ firstName: 'Amira', lastName: 'Khan' }),
      aPupil({
        firstName: 'Lena',
        lastName: 'Price',
        className: '6A',
        yearGroup: 'Year 6',
        connectedStaff: [JO],
      }),
    ],
    classRestrictions: [{ type: 'class', name: '4B', everyone: false, userGroups: [], staff: [JO] }],
    automaticAlerts: [anAutomaticAlert({ category: 'Behaviour', alertGroups: [], staff: [JO] })],
  });
  await page.getByRole('link', { name: /Jo Price/ }).click();
  await page.getByRole('link', { name: 'See as …' }).click();
  const card = (heading: string) =>
    page.locator('section.card', { has: page.getByRole('heading', { name: heading, exact: true }) });
  await page.getByRole('heading', { level: 1, name: 'See as Jo Price' }).waitFor();

  const seen = await card('Can see').innerText();
  expect(seen).toMatch(/Pupils of 4B\s+On the allow-list, by name/);
  expect(seen).toMatch(/Concerns in Attendance and Truancy\s+Teachers: View Concerns in Attendance/);
  const hidden = await card('Cannot see').innerText();
  expect(hidden).toMatch(/Lena Price, 6A\s+Connected staff/);
  expect(hidden).toMatch(/Pupils of 6A\s+No allow-list yet/);

  await page.getByRole('radio', { name: 'After log-in only' }).check();
  await page.getByText('Needs full access: the rights of this group work only then').waitFor();

  await page.getByLabel('Category', { exact: true }).selectOption({ label: 'Behaviour' });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('Yes, Jo Price would be alerted.').waitFor();

  await page.getByRole('link', { name: 'Mend: Nobody is on the allow-list of 6A' }).click();
  await page.getByRole('heading', { level: 1, name: 'Class restrictions' }).waitFor();
  const looks = await house.ground.database.read('audit').where({ what: 'see-as.opened' });
  expect(looks).toHaveLength(2);
  expect(complaints).toEqual([]);
});
