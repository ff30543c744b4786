import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { JO, NADIA, oakfield, openOffice, TOM, type Office } from '../oversight/office';
import { aPupil } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

const RUTH = 'ruth.grey@oakfield.example';
const SUE = 'sue.coyle@oakfield.example';

/** Ruth is a deputy as well, and close to Leo; so is Sue where a story says it. */
function withTwoPupils(closeToLeo: string[]) {
  const base = oakfield();
  return oakfield({
    school: { ...base.school, deputyEmails: [TOM, RUTH] },
    pupils: [
      aPupil({ firstName: 'Amira', lastName: 'Khan' }),
      aPupil({ firstName: 'Leo', lastName: 'O’Brien', connectedStaff: closeToLeo }),
    ],
  });
}

/** Jo records a concern about each pupil, and Tom takes both. @returns their ids by pupil */
async function tomTakes({ house }: Office): Promise<Record<string, string>> {
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  for (const { id } of pupils)
    await tablet.deliver((await tablet.seal(aConcern({ pupilId: id, text: 'A bruise.' }))).bytes);
  await house.settled();
  const tom = (await elevatedLead(house, TOM)).browser;
  const taken: Record<string, string> = {};
  const ids = await house.ground.database.read('concerns').orderBy('received_at').pluck<string[]>('id');
  for (const id of ids) {
    const concern = await tom.must('takeConcern', { params: { id } });
    taken[concern.pupils[0]?.name.split(' ')[0] ?? ''] = id;
  }
  return taken;
}

test('a leaver’s concerns go to a lead who may read them, who is told and finds them as their own', async () => {
  const office = await openOffice(withTwoPupils([]));
  const { house, sue, id } = office;
  const { Amira: amira = '', Leo: leo = '' } = await tomTakes(office);
  const tom = id.staff('Tom Lowe');
  expect(await office.outcomeOf({ kind: 'staff.disable', staffId: tom })).toBe('made');
  const held = await sue.must('readHoldings', { params: { id: tom } });
  expect(held.concerns.map((one) => one.id).sort()).toEqual([amira, leo].sort());
  expect(held.leads.map(({ name }) => name).sort()).toEqual(['Nadia Shah', 'Ruth Grey']);
  expect(JSON.stringify(held)).not.toMatch(/Amira|Leo|bruise/);

  await house.settled();
  const known = house.mails.length;
  await sue.must('handOver', {
    params: { id: tom },
    body: { concerns: [amira, leo], to: id.staff('Nadia Shah') },
  });
  await house.settled();
  expect(house.mails.slice(known).map(({ to }) => to)).toEqual([NADIA]);
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const mine = (await nadia.must('listInbox', { query: { view: 'mine' } })).rows;
  expect(mine.map(({ concernId }) => concernId).sort()).toEqual([amira, leo].sort());
  const read = await nadia.must('readConcern', { params: { id: leo } });
  expect(read.takenBy).toMatchObject({ name: 'Nadia Shah', you: true });
  expect(read.history.at(-1)?.text).toBe('Handed over from Tom Lowe by Sue Coyle.');
  expect((await sue.must('readHoldings', { params: { id: tom } })).concerns).toEqual([]);
  const audit = await house.ground.database
    .read('audit')
    .orderBy('seq')
    .where({ what: 'concern.handed-over' });
  expect(audit.map(({ object }) => object).sort()).toEqual([`concern:${amira}`, `concern:${leo}`].sort());
});

test('nobody gets a concern that they could not read: not a lead who is close to its pupil, not the office', async () => {
  const office = await openOffice(withTwoPupils([RUTH]));
  const { sue, id } = office;
  const { Amira: amira = '', Leo: leo = '' } = await tomTakes(office);
  const params = { id: id.staff('Tom Lowe') };
  const [ruth, nadia] = [id.staff('Ruth Grey'), id.staff('Nadia Shah')];
  const { concerns } = await sue.must('readHoldings', { params });
  const mayTake = (concernId: string) => concerns.find((one) => one.id === concernId)?.mayTake;
  expect(mayTake(amira)).toEqual([nadia, ruth]);
  expect(mayTake(leo)).toEqual([nadia]);
  for (const to of [ruth, id.staff('Sue Coyle'), id.staff('Jo Price'), id.staff('Tom Lowe')]) {
    const refused = await sue.call('handOver', { params, body: { concerns: [amira, leo], to } });
    expect(refused.problem).toMatchObject({ status: 400, field: 'body.to' });
  }
  expect((await sue.must('readHoldings', { params })).concerns).toHaveLength(2);
});

test('what an administrator may not know of is not in the list, nor can it be handed over', async () => {
  const office = await openOffice(withTwoPupils([SUE]));
  const { house, sue, id } = office;
  const { Amira: amira = '', Leo: leo = '' } = await tomTakes(office);
  const params = { id: id.staff('Tom Lowe') };
  const held = await sue.must('readHoldings', { params });
  expect(held.concerns.map((one) => one.id)).toEqual([amira]);
  expect(held.unreadAlerts).toBe(0);
  const to = id.staff('Nadia Shah');
  const hidden = await sue.call('handOver', { params, body: { concerns: [leo], to } });
  const absent = await sue.call('handOver', {
    params,
    body: { concerns: [uuidv7(house.clock.now())], to },
  });
  expect(hidden.status).toBe(404);
  expect(Buffer.from(hidden.bytes).toString()).toBe(Buffer.from(absent.bytes).toString());
  const jo = await house.loggedIn(JO);
  expect((await jo.call('readHoldings', { params })).status).toBe(403);
});
