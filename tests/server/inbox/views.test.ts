import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { MOST_VIEWS } from '../../../protocol/saved-views';
import { elevatedLead } from '../security-keys/phone';
import { aConcernAtWork, TOM } from '../concerns/a-lead-at-work';

const look = { view: 'all', level: 'high', category: null, year: null } as const;

test('a lead names a view, finds it on another device with full access, renames and removes it', async () => {
  const { house } = await aConcernAtWork();
  const { browser, phone } = await elevatedLead(house, TOM);
  const { years } = await browser.must('readSearchChoices');
  const id = uuidv7(Date.now());
  const mine = { ...look, year: years[0]!.id };
  await browser.must('saveView', { params: { id }, body: { name: 'My Year 4 high', ...mine } });
  const again = uuidv7(Date.now());
  await browser.must('saveView', { params: { id: again }, body: { name: 'All high', ...look } });
  const saved = [
    { id: again, name: 'All high', ...look },
    { id, name: 'My Year 4 high', ...mine },
  ];
  expect((await browser.must('listSavedViews')).views).toEqual(saved);
  const atHome = await house.loggedIn(TOM);
  expect((await atHome.must('listSavedViews')).views).toEqual([]);
  const refused = await atHome.call('removeView', { params: { id } });
  expect(refused.problem.code).toBe('elevation-needed');
  await atHome.must('elevate', { body: { code: phone.nextCode() } });
  expect((await atHome.must('listSavedViews')).views).toEqual(saved);

  const renamed = await atHome.must('saveView', { params: { id }, body: { name: 'Year 4', ...mine } });
  expect(renamed.views.map(({ name }) => name)).toEqual(['All high', 'Year 4']);
  expect((await atHome.must('removeView', { params: { id: again } })).views).toEqual([
    { id, name: 'Year 4', ...mine },
  ]);
  const rows = await house.ground.database.read('saved_views');
  expect(JSON.stringify(rows.map(({ name }) => name.toString()))).not.toMatch(/Year 4/);
  const audit = await house.ground.database.read('audit').where('what', 'like', 'view.%').orderBy('seq');
  expect(audit.map(({ what }) => what)).toEqual(['view.saved', 'view.saved', 'view.saved', 'view.removed']);
  expect(JSON.stringify(audit)).not.toMatch(/Year 4|high/);
});

test('a view is its person’s alone, has a name, and there are not too many', async () => {
  const { house, nadia } = await aConcernAtWork();
  const { browser: tom } = await elevatedLead(house, TOM);
  const id = uuidv7(Date.now());
  await nadia.must('saveView', { params: { id }, body: { name: 'Mine', ...look } });
  expect((await tom.must('listSavedViews')).views).toEqual([]);
  const body = { name: 'His', ...look };
  expect((await tom.call('saveView', { params: { id }, body })).status).toBe(404);
  expect((await tom.call('removeView', { params: { id } })).status).toBe(404);
  expect((await nadia.must('listSavedViews')).views).toMatchObject([{ name: 'Mine' }]);
  const nameless = await nadia.call('saveView', { params: { id }, body: { ...body, name: ' ' } });
  expect(nameless.problem).toMatchObject({ field: 'body.name', title: 'Write a name for this view.' });
  for (let at = 1; at < MOST_VIEWS; at += 1)
    await nadia.must('saveView', { params: { id: uuidv7(Date.now()) }, body });
  const onceMore = await nadia.call('saveView', { params: { id: uuidv7(Date.now()) }, body });
  expect(onceMore.problem).toMatchObject({
    code: 'conflict',
    title: expect.stringMatching(/too many/) as string,
  });
});
