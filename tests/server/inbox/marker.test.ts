import { expect, test } from 'vitest';
import { administrationRights } from '../../../protocol/administration';
import type { Change } from '../../../protocol/changes/change';
import { DAY, MINUTE } from '../../../server/clock';
import { aSchoolAtWork, JO, NADIA, SAM } from '../concerns/a-lead-at-work';
import { openHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

const markers = async (visitor: Visitor) =>
  (await visitor.must('listInbox')).rows.map(({ concern }) => concern?.marker);

test('a pupil with many concerns lately is marked, once the school wants it, for each by what they may read', async () => {
  const plan = aSchoolAtWork();
  const userGroups = plan.userGroups.map((group) =>
    group.name === 'Safeguarding leads' ? { ...group, administration: [...administrationRights] } : group,
  );
  const house = await openHouse({ plan: { ...plan, userGroups } });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  const record = async (daysAgo: number) => {
    const at = new Date(house.clock.now() - daysAgo * DAY).toISOString();
    await tablet.deliver((await tablet.seal(aConcern({ pupilId, at }))).bytes);
    await house.settled();
  };
  for (const daysAgo of [20, 13, 1, 0]) await record(daysAgo);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const sam = await house.loggedIn(SAM);
  const page = async () => (await nadia.must('readPupilPage', { params: { id: pupilId } })).marker;
  expect([...(await markers(nadia)), await page()]).toEqual([null, null, null, null, null]);

  const set = (setting: 'markConcerns' | 'markDays', value: number) => {
    const changes: Change[] = [{ kind: 'settings.set', to: { setting, value } }];
    return nadia.must('makeChanges', { body: { changes } });
  };
  await set('markConcerns', 3);
  const marked = { concerns: 3, days: 14 };
  expect([...(await markers(nadia)), await page()]).toEqual([marked, marked, marked, marked, marked]);
  expect(await markers(sam)).toEqual([marked, marked, marked, marked]);

  // Sam has read one of the three: what he may no longer read does not count for him.
  const [newest] = (await sam.must('listInbox')).rows;
  await sam.must('markRead', { params: { id: newest!.alertId } });
  house.clock.skip(6 * MINUTE);
  await page();
  house.clock.skip(5 * MINUTE);
  expect(await markers(sam)).toEqual([null, null, null]);
  expect(await page()).toEqual(marked);

  await set('markDays', 30);
  expect(await page()).toEqual({ concerns: 4, days: 30 });
  await set('markConcerns', 5);
  expect(await page()).toBeNull();
});
