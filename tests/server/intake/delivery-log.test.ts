import { expect, test } from 'vitest';
import { JO, NADIA, oakfield, openOffice } from '../oversight/office';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

test('the log says what arrived from which tablet and what became of it, and nothing of what is written', async () => {
  const plan = oakfield();
  const userGroups = plan.userGroups.map((group) =>
    group.name === 'Administrators'
      ? { ...group, administration: [...group.administration, 'devices' as const] }
      : group,
  );
  const office = await openOffice({ ...plan, userGroups });
  const tablet = await Tablet.enrol(await office.house.loggedIn(JO), 'Hall tablet');
  const { pupils } = await tablet.visitor.must('readRoll');
  await tablet.deliver((await tablet.seal(aConcern({ pupilId: pupils[0]!.id }))).bytes);
  const doubted = await tablet.seal(aConcern(), { author: { unconfirmed: 'Supply' } });
  await tablet.deliver(doubted.bytes);
  await office.house.settled();
  const { envelopes, devices } = await office.sue.must('listDelivered');
  expect(envelopes.map(({ state, reason, device }) => [state, reason, device]).sort()).toEqual([
    ['quarantined', 'author-unconfirmed', 'Hall tablet'],
    ['recorded', null, 'Hall tablet'],
  ]);
  expect(envelopes.every(({ alerted }) => alerted > 0)).toBe(true);
  expect(JSON.stringify(envelopes)).not.toMatch(/Amira|Khan|bruise|Supply|Price/);
  const [one] = envelopes;
  const found = await office.sue.must('listDelivered', { query: { reference: one!.reference } });
  expect(found.envelopes).toEqual([one]);
  const hall = await office.sue.must('listDelivered', { query: { device: devices[0]!.id } });
  expect(hall.envelopes).toHaveLength(2);
  const nadia = (await elevatedLead(office.house, NADIA)).browser;
  expect((await nadia.call('listDelivered')).status).toBe(404);
});
