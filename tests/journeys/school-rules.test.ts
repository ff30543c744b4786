import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../server/house';
import { JO, NADIA, oakfield, TOM } from '../server/oversight/office';
import { idsOf } from '../server/oversight/ids';
import { elevatedLead } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';

const SUE = 'sue.coyle@oakfield.example';

interface Office {
  readonly house: TestHouse;
  readonly id: Awaited<ReturnType<typeof idsOf>>;
  readonly page: Page;
  readonly complaints: string[];
}

/** Sue, the business manager, elevated at her desk in the school office of Oakfield. */
async function sueAt(
  path: string,
  before: (house: TestHouse) => Promise<void> = async () => {},
): Promise<Office> {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  await before(house);
  const { browser } = await elevatedLead(house, SUE);
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, browser);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}${path}`);
  return { house, id: await idsOf(house), page, complaints };
}

/** Writes one concern about a pupil of 4B; answers its id. */
async function write(house: TestHouse, author: string, category: string): Promise<string> {
  const id = await idsOf(house);
  const { read } = house.ground.database;
  const pupil = await read('pupils')
    .where({ class_id: id.class('4B') })
    .first('id');
  const tablet = await Tablet.enrol(await house.loggedIn(author));
  const body = aConcern({ pupilId: pupil!.id, categories: [id.category(category)] });
  await tablet.deliver((await tablet.seal(body)).bytes);
  await house.settled();
  return (await read('concerns').orderBy('received_at', 'desc').first('id'))!.id;
}

async function save(page: Page): Promise<void> {
  await page.getByText(/take effect as soon as you save|takes effect as soon as you save/).waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page
    .getByText(/not saved yet/)
    .first()
    .waitFor({ state: 'detached' });
}

test('a class is restricted to two people, and a teacher who read its concerns reads them no longer', async () => {
  let concern = '';
  const { house, id, page, complaints } = await sueAt('/admin/class-restrictions', async (house) => {
    concern = await write(house, TOM, 'Attendance');
  });
  const jo = (await elevatedLead(house, JO)).browser;
  expect((await jo.call('readConcern', { params: { id: concern } })).status).toBe(200);

  await page.getByRole('switch', { name: 'Classes' }).check();
  await page.getByRole('button', { name: /^4B/ }).click();
  await page.getByRole('radio', { name: 'Only these' }).check();
  await page
    .getByText('Nobody is on the list of 4B')
    .or(page.getByText('Nobody is on this list'))
    .first()
    .waitFor();
  const filter = page.getByLabel('Filter Everyone else');
  for (const name of ['Nadia Shah', 'Tom Lowe']) {
    await filter.fill(name);
    await page.getByRole('button', { name: `Add ${name}` }).click();
    await filter.fill('');
  }
  await page.getByRole('button', { name: /^4B 2 on list/ }).waitFor();
  await save(page);

  const lead = (await elevatedLead(house, NADIA)).browser;
  const { class: classes } = await lead.must('readClassRestrictions');
  const list = classes.targets.find((one) => one.id === id.class('4B'))!.list!;
  expect([classes.on, list.everyone, list.staff.map(({ name }) => name)]).toEqual([
    true,
    false,
    ['Nadia Shah', 'Tom Lowe'],
  ]);
  expect((await jo.call('readConcern', { params: { id: concern } })).status).toBe(404);
  expect((await lead.call('readConcern', { params: { id: concern } })).status).toBe(200);
  expect(complaints).toEqual([]);
});

test('a rule is made, tested without sending, and then a concern alerts by it', async () => {
  const { house, id, page, complaints } = await sueAt('/admin/automatic-alerts');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const name = async (label: string, typed: string) => {
    await page.getByLabel(label, { exact: true }).fill(typed);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Take out ${typed}` }).waitFor();
  };
  await name('When a concern is in', 'Behaviour');
  await name('and its pupil is in', 'Year 4');
  await name('alert', 'Tom Lowe');
  await page.getByText('Would have sent 0 alerts in the last 30 days').waitFor();

  await page.getByLabel('Category', { exact: true }).selectOption('Behaviour');
  await page.getByLabel('Its pupil is in', { exact: true }).selectOption('4B');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('1 person would be alerted').waitFor();
  await page.getByText('Rule for Behaviour').waitFor();
  const alerts = () => house.ground.database.read('alerts').pluck('staff_id');
  expect(await alerts()).toEqual([]);

  await page.getByRole('button', { name: 'Done' }).click();
  await save(page);
  await page.getByText('No alerts in the last 30 days').waitFor();
  await write(house, JO, 'Behaviour');
  expect(await alerts()).toEqual([id.staff('Tom Lowe')]);
  await page.reload();
  await page.getByText('1 alert in the last 30 days, to 1 person').waitFor();
  expect(complaints).toEqual([]);
});

test('two categories become one: Sue sees first what moves, and no concern is lost', async () => {
  const { house, id, page, complaints } = await sueAt('/admin/categories', async (house) => {
    await write(house, TOM, 'Truancy');
  });
  await page.getByRole('button', { name: 'Change Truancy' }).click();
  await page.getByText('Merge into another category').click();
  await page.getByLabel('Merge into', { exact: true }).selectOption('Behaviour');
  await page.getByText('1 concern moves').waitFor();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('Goes into Behaviour when you save').waitFor();
  await save(page);
  await page.getByText('Truancy').waitFor({ state: 'detached' });

  const links = await house.ground.database.read('concern_categories').pluck('category_id');
  expect(links).toEqual([id.category('Behaviour')]);
  expect(complaints).toEqual([]);
});
