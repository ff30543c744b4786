import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import type { SchoolPlan } from '../../../server/set-up/school-plan';
import type { TestHouse } from '../house';
import { aCategory, anAutomaticAlert, aPupil } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcernAtWork, aSchoolAtWork, JO, RUTH, staffIdOf, TOM } from './a-lead-at-work';

const newId = (house: TestHouse): string => uuidv7(house.clock.now());

/** Jo was not sure what kind it is. Online harm is restricted, and alerts Tom; neglect is urgent. */
async function unsorted(given: Partial<SchoolPlan> = {}) {
  const work = await aConcernAtWork({
    ...given,
    categories: [
      aCategory({ name: 'Physical injury' }),
      aCategory({ name: 'Online harm', restricted: true }),
      aCategory({ name: 'Neglect', urgent: true }),
    ],
    automaticAlerts: [anAutomaticAlert({ category: 'Online harm', alertGroups: [], staff: [TOM] })],
  });
  const { nadia, id } = work;
  const { categories } = await nadia.must('readActionChoices', { params: { id } });
  const idOf = (name: string) => categories.find((one) => one.name === name)!.id;
  return { ...work, categories, idOf };
}

test('a lead sorts what its author was not sure of: rules of the new kind alert whom they name, and nobody twice', async () => {
  const { house, id, nadia, categories, idOf } = await unsorted();
  expect(categories.map(({ name, chosen }) => [name, chosen])).toEqual([
    ['Physical injury', false],
    ['Online harm', false],
    ['Neglect', false],
  ]);
  const known = house.mails.length;
  const actionId = newId(house);
  const body = { actionId, categories: [idOf('Online harm')], reason: 'He showed me the messages.' };
  await nadia.must('sortConcern', { params: { id }, body });
  const sorted = await nadia.must('sortConcern', { params: { id }, body });
  expect(sorted).toMatchObject({ categories: [{ name: 'Online harm' }], ticked: [], urgent: false });
  expect(sorted.history.slice(1)).toMatchObject([
    { kind: 'sorted', by: 'Nadia Shah', text: 'He showed me the messages.' },
  ]);
  await house.settled();
  expect(house.mails.slice(known).map(({ to }) => to)).toEqual([TOM]);
  const audit = await house.ground.database.read('audit').where({ what: 'concern.sorted' });
  expect(audit.map(({ facts }) => JSON.parse(facts) as unknown)).toEqual([
    { from: [], to: [idOf('Online harm')] },
  ]);
  expect(JSON.stringify(audit)).not.toMatch(/messages|Online/);
});

test('it counts as its new kind at once: in the inbox, in the chronology and in a search', async () => {
  const { house, id, nadia, idOf } = await unsorted();
  const { browser: tom } = await elevatedLead(house, TOM);
  const found = async (category: string) =>
    (await tom.must('searchConcerns', { body: { words: '', categories: [idOf(category)] } })).found.length;
  expect(await found('Neglect')).toBe(0);
  await nadia.must('sortConcern', {
    params: { id },
    body: { actionId: newId(house), categories: [idOf('Neglect')], reason: 'Third time this week.' },
  });
  expect(await found('Neglect')).toBe(1);
  const [row] = (await nadia.must('listInbox', { query: { view: 'all' } })).rows;
  expect(row).toMatchObject({ urgent: true, concern: { categories: [{ name: 'Neglect' }] } });
});

test('of whom a rule names while Nadia, who sorts it, is his cover, somebody else is told, and at last he himself', async () => {
  for (const [near, told] of [
    [[], RUTH],
    [[RUTH], TOM],
  ] as const) {
    const amira = aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [...near] });
    const { house, id, nadia, idOf } = await unsorted({ pupils: [amira] });
    const tom = await house.loggedIn(TOM);
    const days = { from: '2026-11-23', until: '2026-11-27' };
    await tom.must('setAbsence', { body: { coverId: await staffIdOf(nadia), ...days } });
    await house.settled();
    const known = house.mails.length;
    const body = { actionId: newId(house), categories: [idOf('Online harm')], reason: 'He showed me.' };
    await nadia.must('sortConcern', { params: { id }, body });
    await house.settled();
    expect(house.mails.slice(known).map(({ to }) => to)).toEqual([told]);
  }
});

test('what cannot be is refused in words, and nobody sorts but who decides about it', async () => {
  const { house, id, nadia, idOf } = await unsorted();
  const sort = (categories: string[], by = nadia) =>
    by.call('sortConcern', {
      params: { id },
      body: { actionId: newId(house), categories, reason: 'Seen again.' },
    });
  expect((await sort([])).problem.field).toBe('body.categories');
  expect((await sort([newId(house)])).problem.title).toMatch(/not there any more/);
  await nadia.must('sortConcern', {
    params: { id },
    body: { actionId: newId(house), categories: [idOf('Neglect')], reason: 'Seen again.' },
  });
  expect((await sort([idOf('Neglect')])).problem.title).toMatch(/has these categories already/);
  const { browser: ruth } = await elevatedLead(house, RUTH);
  expect((await sort([idOf('Online harm')], ruth)).status).toBe(404);
  const jo = await house.loggedIn(JO);
  expect((await sort([idOf('Online harm')], jo)).status).toBeGreaterThanOrEqual(403);
  await nadia.must('closeConcern', {
    params: { id },
    body: {
      actionId: newId(house),
      reason: 'Safe.',
      decision: { actionId: newId(house), text: 'No further action.' },
    },
  });
  expect((await sort([idOf('Online harm')])).problem.code).toBe('conflict');
});

test('it is sorted into a restricted kind: what lies open with whoever reads the old kind alone falls, and nothing else', async () => {
  const base = aSchoolAtWork();
  const views = { viewPupils: false, viewConcerns: true, addConcerns: true };
  const { house, id, nadia } = await aConcernAtWork({
    categories: [aCategory({ name: 'Behaviour' }), aCategory({ name: 'Online harm', restricted: true })],
    automaticAlerts: [],
    permissions: [...base.permissions, { userGroup: 'Teachers', category: 'Behaviour', ...views }],
  });
  const { categories } = await nadia.must('readActionChoices', { params: { id } });
  const sort = (...names: string[]) =>
    nadia.must('sortConcern', {
      params: { id },
      body: {
        actionId: newId(house),
        categories: categories.filter(({ name }) => names.includes(name)).map((one) => one.id),
        reason: 'He showed me the messages.',
      },
    });
  const { browser: jo } = await elevatedLead(house, JO);
  const { browser: tom } = await elevatedLead(house, TOM);
  const ended = (visitor: typeof jo) =>
    visitor.must('readSession').then(({ session }) => session!.rightsEnded);
  await sort('Behaviour');
  expect((await jo.call('readConcern', { params: { id } })).status).toBe(200);
  expect([await ended(jo), await ended(tom), await ended(nadia)]).toEqual([0, 0, 0]);
  await sort('Behaviour', 'Online harm');
  expect((await jo.call('readConcern', { params: { id } })).status).toBe(404);
  expect([await ended(jo), await ended(tom), await ended(nadia)]).toEqual([1, 0, 0]);
});
