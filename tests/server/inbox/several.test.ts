import { expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import { aSchoolAtWork, JO, NADIA, SAM } from '../concerns/a-lead-at-work';
import { openHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

test('a lead marks several alerts as read and takes it back; what was not opened, or is another’s, stays', async () => {
  const house = await openHouse({ plan: aSchoolAtWork() });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  for (let count = 0; count < 4; count += 1)
    await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const sam = await house.loggedIn(SAM);
  const { rows } = await nadia.must('listInbox');
  const own = rows.map(({ alertId }) => alertId);
  for (const { concernId } of rows.slice(0, 3))
    await nadia.must('readConcern', { params: { id: concernId } });
  const sams = (await sam.must('listInbox')).rows.map(({ alertId }) => alertId);
  const toRead = async () => (await nadia.must('listInbox')).counts.toRead;
  const mark = async (alertIds: string[], read = true) =>
    (await nadia.must('markSeveral', { body: { alertIds, read } })).marked.toSorted();

  // An older one was marked by itself, and is left as it is.
  await nadia.must('markRead', { params: { id: own[0]! } });
  const opened = own.slice(1, 3).toSorted();
  expect(await mark([...own, ...sams])).toEqual(opened);
  expect([await toRead(), (await sam.must('listInbox')).counts.toRead]).toEqual([1, 4]);
  expect(await mark([...opened, ...sams], false)).toEqual(opened);
  expect(await toRead()).toBe(3);

  expect(await mark(opened)).toEqual(opened);
  house.clock.skip(9 * MINUTE);
  await nadia.must('listInbox');
  expect(await mark(opened.slice(0, 1), false)).toEqual(opened.slice(0, 1));
  house.clock.skip(MINUTE);
  expect(await mark(opened, false)).toEqual([]);
  const audit = await house.ground.database
    .read('audit')
    .where('what', 'like', 'alert.%read')
    .orderBy('seq')
    .select('what');
  expect(audit.map(({ what }) => what)).toEqual([
    ...Array<string>(3).fill('alert.read'),
    ...Array<string>(2).fill('alert.unread'),
    ...Array<string>(2).fill('alert.read'),
    'alert.unread',
  ]);
});

test('before elevating nothing can be marked unseen', async () => {
  const house = await openHouse({ plan: aSchoolAtWork() });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const { rows } = await nadia.must('listInbox');
  await nadia.must('readConcern', { params: { id: rows[0]!.concernId } });
  await nadia.must('endElevation');
  const alertIds = rows.map(({ alertId }) => alertId);
  expect((await nadia.must('markSeveral', { body: { alertIds, read: true } })).marked).toEqual([]);
  expect((await nadia.must('listInbox')).counts.toRead).toBe(1);
});
