import { expect, test } from 'vitest';
import { openHouse } from '../house';
import { aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { Tablet } from '../tablet';

const JO = 'jo.price@oakfield.example';
const NADIA = 'nadia.shah@oakfield.example';

test('she changes her title and the name that colleagues use, and everybody sees it at once', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn(JO);
  const nadia = await house.loggedIn(NADIA);
  const before = await jo.must('readDetails');
  expect(before).toMatchObject({ title: 'Ms', knownAs: null, firstName: 'Jo', lastName: 'Price', email: JO });

  const { details, session } = await jo.must('setDetails', { body: { title: 'Dr', knownAs: 'Joanna' } });
  expect(details).toMatchObject({
    title: 'Dr',
    knownAs: 'Joanna',
    shown: { name: 'Joanna Price', formal: 'Dr Price' },
  });
  expect(session).toMatchObject({ name: 'Joanna Price', shortName: 'Joanna', initials: 'JP' });
  const names = async () => (await nadia.must('readRoll')).staff.map(({ name }) => name);
  expect(await names()).toContain('Joanna Price');
  expect((await nadia.must('readRoll')).pupils.map(({ teacher }) => teacher)).not.toContain('Ms Price');

  await jo.must('setDetails', { body: { title: null, knownAs: 'Jo' } });
  expect(await jo.must('readDetails')).toMatchObject({ title: null, knownAs: null });
  expect(await names()).toContain('Jo Price');
  await jo.must('setDetails', { body: { title: null, knownAs: null } });
  const audited = await house.ground.database.read('audit').where({ what: 'account.details-changed' });
  expect(audited.map(({ facts }) => facts)).toEqual([
    '{"changed":["title","known_as"]}',
    '{"changed":["title","known_as"]}',
  ]);
});

test('what the office keeps she cannot change, and she is told whom to ask, never herself', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn(JO);
  const body = { title: null, knownAs: null, lastName: 'Grey', groupId: 'leads', email: 'x@y.example' };
  expect((await jo.call('setDetails', { body })).status).toBe(400);
  const { keptBy } = await jo.must('readDetails');
  expect(keptBy.length).toBeGreaterThan(0);
  expect(keptBy).not.toContain('Jo Price');
  const nadia = await (await house.loggedIn(NADIA)).must('readDetails');
  expect(nadia.keptBy).not.toContain('Nadia Shah');
});

test('she cannot go by the name of a colleague, nor by a rank in place of a title', async () => {
  const sisters = aSchool({
    staff: [
      aSafeguardingLead({ email: NADIA, lastName: 'Shah' }),
      aTeacher({ email: JO, lastName: 'Price' }),
      aTeacher({ email: 'jill.price@oakfield.example', firstName: 'Jill', lastName: 'Price' }),
    ],
  });
  const house = await openHouse({ plan: sisters });
  const jo = await house.loggedIn(JO);
  const refusal = async (title: string | null, knownAs: string | null) => {
    const { status, problem } = await jo.call('setDetails', { body: { title, knownAs } });
    return [status, problem.field];
  };
  expect(await refusal(null, ' jill')).toEqual([400, 'body.knownAs']);
  expect(await refusal(null, '<b>Jo</b>')).toEqual([400, 'body.knownAs']);
  expect(await refusal('Safeguarding lead', null)).toEqual([400, 'body.title']);
  expect((await jo.must('readSession')).session!.name).toBe('Jo Price');
});

test('she sees on which devices she records and leaves one; those of others are not there', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn(JO);
  const nadia = await house.loggedIn(NADIA);
  const tablet = await Tablet.enrol(jo);
  await Tablet.enrol(nadia, 'Office');
  const { devices } = await jo.must('listOwnDevices');
  expect(devices).toMatchObject([
    { id: tablet.deviceId, name: 'Playground tablet 2', authorKeys: [tablet.authorKeyId] },
  ]);
  const params = { id: tablet.deviceId, authorKeyId: tablet.authorKeyId };
  expect((await nadia.call('leaveDevice', { params })).status).toBe(404);
  await jo.must('leaveDevice', { params });
  expect(await jo.must('listOwnDevices')).toEqual({ devices: [] });
});
