import { expect, test } from 'vitest';
import type { BodyMap, DraftMark } from '../../../protocol/body-map';
import { openHouse } from '../house';
import { aPupil, aSchool, aSupervisor } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { asLead, halfWritten, JO, leave, NADIA, theNextDay } from '../unfinished/left-story';

const SAM = 'sam.lee@oakfield.example';
const bodyMap: BodyMap = {
  marks: [
    { view: 'child-front', x: 317, y: 364, part: 'left-forearm', size: '3-cm', colours: ['green'], pupil: 1 },
    { view: 'head-left', x: 230, y: 240, part: 'left-ear', note: 'Behind the lobe as well.', pupil: 0 },
  ],
};

test('marks on the body come sealed, are read by the lead with the text, and by nobody else', async () => {
  const base = aSchool();
  const pupils = [aPupil({ lastName: 'Khan' }), aPupil({ firstName: 'Leo', lastName: 'Hart' })];
  const staff = [...base.staff, aSupervisor({ email: SAM, lastName: 'Lee' })];
  const house = await openHouse({ plan: aSchool({ pupils, staff }) });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const listed = (await tablet.visitor.must('readRoll')).pupils.map(({ id, first, last }) => ({
    kind: 'listed' as const,
    pupilId: id,
    shown: `${first} ${last}`,
  }));
  const { bytes } = await tablet.seal(aConcern({ pupils: listed, text: 'Two children were hurt.', bodyMap }));
  await tablet.deliver(bytes);
  await house.settled();
  const row = await house.ground.database.read('concerns').first<{ id: string; body: Buffer }>();
  expect(row.body.toString('latin1')).not.toMatch(/forearm|lobe/);

  const { browser: lead } = await elevatedLead(house, NADIA);
  const concern = await lead.must('readConcern', { params: { id: row.id } });
  expect(concern.bodyMap).toEqual(bodyMap);
  expect(concern.pupils.map(({ name }) => name)).toEqual(listed.map(({ shown }) => shown));
  for (const other of [tablet.visitor, await house.loggedIn(SAM)])
    expect((await other.call('readConcern', { params: { id: row.id } })).status).toBe(404);
  expect(JSON.stringify(await lead.must('listInbox'))).not.toMatch(/forearm|lobe/);
  const audit = await house.ground.database.read('audit').select('facts');
  expect(JSON.stringify(audit)).not.toMatch(/forearm|lobe/);
});

test('marks of a record that nobody sent come to the lead who opens it', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  const mark: DraftMark = { view: 'feet-soles', x: 110, y: 300, part: 'right-heel', child: pupilId };
  const draft = await leave(house, tablet, halfWritten({ pupilId, marks: [mark] }));
  await theNextDay(house);
  const lead = await asLead(house, NADIA);
  const params = { id: draft.envelope.id };
  const { id } = await lead.must('openUnfinished', { params, body: { reason: 'It was never sent.' } });
  await lead.must('openQuarantined', { params: { id } });
  await lead.must('acceptQuarantined', { params: { id }, body: { pupils: [pupilId] } });
  const { bodyMap: shown } = await lead.must('readConcern', { params: { id } });
  expect(shown).toEqual({ marks: [{ view: 'feet-soles', x: 110, y: 300, part: 'right-heel', pupil: 0 }] });
});
