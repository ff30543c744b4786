import { expect, test } from 'vitest';
import { aPupil } from '../server/school-builder';
import { atTheOffice } from './office';

const aFile = (text: string) => ({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('the office uploads the export of its own system: columns matched, faults mended, one leaver ticked', async () => {
  const { page, complaints } = await atTheOffice('/admin/pupils', {
    pupils: [
      aPupil({ upn: 'A1', firstName: 'Amira', lastName: 'Khan', dateOfBirth: '2018-03-14' }),
      aPupil({ upn: 'A2', firstName: 'Yusuf', lastName: 'Khan', dateOfBirth: '2016-05-02' }),
      aPupil({ upn: 'A3', firstName: 'Ida', lastName: 'Lane', dateOfBirth: '2018-01-09' }),
      aPupil({ upn: 'A4', firstName: 'Leo', lastName: 'Lane', dateOfBirth: '2018-01-09' }),
    ],
  });
  await page.getByRole('link', { name: 'Upload an export' }).click();
  const head = 'UPN,Surname,Called,DOB,Reg Group';
  const amira = 'A1,Khan,Amira,14/03/2018,4B';
  const yusuf = 'A2,Khan,Yusuf,02/05/2016,6A';
  await page
    .getByLabel('Choose the export')
    .setInputFiles(aFile(`${head}\n${amira}\n${yusuf}\nA9,Ní Bhriain,Zoë,28/02/2018,4C`));
  await page.getByText('No column is matched with first name').waitFor();
  await page.getByLabel('First name').selectOption('Called');
  await page.getByRole('row', { name: 'E4 No class “4C”' }).waitFor();

  // Mended in the file; which column holds what is guessed anew, since nothing was written yet.
  await page
    .getByLabel('Choose the mended file')
    .setInputFiles(aFile(`${head}\n${amira}\n${yusuf}\nA9,Ní Bhriain,Zoë,28/02/2018,4B`));
  await page.getByLabel('First name').selectOption('Called');
  await page.getByText('1 joiner', { exact: true }).click();
  await page.getByText('Zoë Ní Bhriain').waitFor();
  await page.getByText('1 mover', { exact: true }).click();
  await page.getByText('4B, Year 4 to 6A, Year 6').waitFor();
  await page.getByText('2 pupils not in the file, 0 ticked as leavers').waitFor();
  await page.getByLabel('Ida Lane').check();
  await page.getByRole('button', { name: 'Write this' }).click();
  await page.getByRole('link', { name: 'Go to the pupils' }).click();

  await page.getByRole('link', { name: 'Zoë Ní Bhriain' }).waitFor();
  await page.getByRole('row', { name: /Yusuf Khan\s+6A/ }).waitFor();
  await page.getByRole('link', { name: 'Leo Lane' }).waitFor();
  expect(await page.getByRole('link', { name: 'Ida Lane' }).count()).toBe(0);
  await page.getByRole('radio', { name: 'Left 1' }).check();
  await page.getByRole('link', { name: 'Ida Lane' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a class that the export knows and the school does not is added from the preview', async () => {
  const { page, complaints } = await atTheOffice('/admin/pupils/upload', {
    pupils: [aPupil({ upn: 'A1', firstName: 'Amira', lastName: 'Khan', dateOfBirth: '2018-03-14' })],
  });
  const rows = ['UPN,Surname,Forename,DOB,Reg Group', 'A1,Khan,Amira,14/03/2018,4B'];
  await page
    .getByLabel('Choose the export')
    .setInputFiles(aFile([...rows, 'A9,Ní Bhriain,Zoë,28/02/2018,4C'].join('\n')));
  await page.getByRole('heading', { name: '1 class is not here yet' }).waitFor();
  await page.getByRole('button', { name: 'Add these classes' }).click();
  await page.getByText('Choose a year group for at least one class.').waitFor();
  await page.getByLabel('4C, 1 pupil').selectOption('Year 4');
  await page.getByRole('button', { name: 'Add these classes' }).click();

  await page.getByText('1 joiner', { exact: true }).click();
  await page.getByText('Zoë Ní Bhriain').waitFor();
  expect(await page.getByRole('heading', { name: 'not here yet' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Write this' }).click();
  await page.getByRole('link', { name: 'Go to the pupils' }).click();
  await page.getByRole('row', { name: /Zoë Ní Bhriain\s+4C/ }).waitFor();
  expect(complaints).toEqual([]);
});
