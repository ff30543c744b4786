import { expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import { flat, readPdf } from '../papers/poppler';
import { aCategory, aPupil } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { aConcernAtWork, anAction, RUTH, TOM } from './a-lead-at-work';
import { goesAway, idsOf, mailedBy, NAMED, saidOf } from './away-story';

const IN_PLACE = `In place of Tom Lowe, away until 27 November 2026: ${NAMED}`;

/** A concern that Ruth, the head, may read as well, and what it takes to alert somebody to it. */
async function atWork() {
  const work = await aConcernAtWork({
    categories: [aCategory({ name: 'Behaviour' })],
    automaticAlerts: [],
    pupils: [aPupil({ firstName: 'Amira', lastName: 'Khan' })],
  });
  const { house, id, nadia } = work;
  const [behaviour] = (await nadia.must('readActionChoices', { params: { id } })).categories;
  const { actionId } = anAction(house);
  const sorted = { actionId, categories: [behaviour!.id], reason: 'She was sent out.' };
  await nadia.must('sortConcern', { params: { id }, body: sorted });
  const ids = await idsOf(house);
  const alert = (staffId: string) =>
    mailedBy(house, () =>
      nadia.must('addAction', {
        params: { id },
        body: anAction(house, { alert: { staff: [staffId], groups: [] } }),
      }),
    );
  return { ...work, ids, alert };
}

async function printed(nadia: Visitor, id: string): Promise<string> {
  const { bytes } = await nadia.call('printConcern', { params: { id } });
  return flat((await readPdf(bytes)).pages);
}

test('who is told instead of Tom had an alert before: page and paper name her, with both reasons', async () => {
  const { house, id, nadia, ids, alert } = await atWork();
  expect(await alert(ids.ruth)).toEqual([RUTH]);
  const { browser: ruth } = await elevatedLead(house, RUTH);
  const { alert: ruths } = await ruth.must('readConcern', { params: { id } });
  await ruth.must('markRead', { params: { id: ruths!.id } });
  await goesAway(house, TOM, ids.ruth);
  expect(await alert(ids.tom)).toEqual([RUTH]);
  const said = await saidOf(nadia, id);
  expect(said.get('Tom Lowe')).toEqual({ why: [NAMED], away: { told: ['Ruth Grey'] } });
  expect(said.get('Ruth Grey')).toEqual({ why: [NAMED, IN_PLACE], away: null });
  expect((await ruth.must('listInbox', { query: { view: 'to-read' } })).counts.toRead).toBe(1);
  expect(await printed(nadia, id)).toContain('Away: told Ruth Grey instead');
});

test('Tom was told once, and is away when he is alerted again: both are said', async () => {
  const { house, id, nadia, ids, alert } = await atWork();
  expect(await alert(ids.tom)).toEqual([TOM]);
  await goesAway(house, TOM, ids.ruth);
  expect(await alert(ids.tom)).toEqual([RUTH]);
  const said = await saidOf(nadia, id);
  expect(said.get('Tom Lowe')).toEqual({ why: [NAMED], away: null, onceAway: ['Ruth Grey'] });
  expect(said.get('Ruth Grey')).toEqual({ why: [IN_PLACE], away: null });
  expect(await printed(nadia, id)).toMatch(/e-mail While away: told Ruth Grey instead/);
});

test('Tom was away, and is told himself once he is back: the paper says since when, and who was told before', async () => {
  const { house, id, nadia, ids, alert } = await atWork();
  const tom = await goesAway(house, TOM, ids.ruth);
  expect(await alert(ids.tom)).toEqual([RUTH]);
  await tom.must('endAbsence');
  await house.settled();
  house.clock.skip(3 * MINUTE);
  expect(await alert(ids.tom)).toEqual([TOM]);
  const { recipients } = await nadia.must('readConcern', { params: { id } });
  const toms = recipients.find(({ name }) => name === 'Tom Lowe')!;
  expect(toms).toMatchObject({ why: [NAMED], away: null, onceAway: ['Ruth Grey'] });
  const mailed = toms.delivered.find(({ channel }) => channel === 'email')!;
  expect(Date.parse(mailed.at!) - Date.parse(toms.alertedAt)).toBeGreaterThanOrEqual(3 * MINUTE);
  expect(await printed(nadia, id)).toMatch(/12:4[67] e-mail While away: told Ruth Grey instead/);
});

test('what Nadia gives to Tom, whom she alerted to it before, stands among his reasons as well', async () => {
  const { house, id, nadia, ids, alert } = await atWork();
  await alert(ids.tom);
  await nadia.must('takeConcern', { params: { id } });
  const { actionId } = anAction(house);
  await nadia.must('giveConcern', { params: { id }, body: { actionId, to: ids.tom, note: '' } });
  const said = await saidOf(nadia, id);
  expect(said.get('Tom Lowe')?.why).toEqual([NAMED, 'Given to them by another lead']);
});
