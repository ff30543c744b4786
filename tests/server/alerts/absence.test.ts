import { beforeEach, describe, expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { DAY, MINUTE } from '../../../server/clock';
import { aPupil, aSafeguardingLead, aSupervisor } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { JO, NADIA, oakfield, openOffice, TOM, type Office } from '../oversight/office';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

const SAM = 'sam.lee@oakfield.example';
const EVA = 'eva.moss@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';
let office: Office;
let tablet: Tablet;
/** The id of a pupil by their first name. */
let pupilIds: ReadonlyMap<string, string>;

/**
 * It is Monday 23 November, 12:43. Nadia is the lead, Tom her deputy, Ruth the head; Eva reads everything as well.
 * Behaviour and Neglect alert Nadia alone. Leo is Eva’s son. Sam, a supervisor, reads nothing.
 */
beforeEach(async () => {
  const base = oakfield();
  const rule = { alertGroups: ['Safeguarding team'], staff: [], yearGroups: [], classes: [] };
  office = await openOffice(
    oakfield({
      staff: [
        ...base.staff,
        aSupervisor({ email: SAM, lastName: 'Lee' }),
        aSafeguardingLead({ email: EVA, firstName: 'Eva', lastName: 'Moss' }),
      ],
      pupils: [
        aPupil({ firstName: 'Amira', lastName: 'Khan' }),
        aPupil({ firstName: 'Leo', lastName: 'Moss', connectedStaff: [EVA] }),
      ],
      automaticAlerts: [
        { category: 'Behaviour', ...rule },
        { category: 'Neglect', ...rule },
      ],
    }),
  );
  tablet = await Tablet.enrol(await office.house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  pupilIds = new Map(pupils.map(({ first, id }) => [first, id]));
});

const days = (given: { from?: string; until?: string | null } = {}) => ({
  from: '2026-11-23',
  until: '2026-11-27',
  ...given,
});

/** One of them says who is alerted while they are away. */
async function away(email: string, cover: string, given = days()): Promise<Visitor> {
  const browser = await office.house.loggedIn(email);
  await browser.must('setAbsence', { body: { coverId: office.id.staff(cover), ...days(given) } });
  await office.house.settled();
  return browser;
}

interface Told {
  readonly category?: string;
  readonly pupil?: string;
}

async function record({ category = 'Behaviour', pupil = 'Amira' }: Told = {}): Promise<string> {
  const pupilId = pupilIds.get(pupil)!;
  const body = aConcern({ categories: [office.id.category(category)], pupilId });
  await tablet.deliver((await tablet.seal(body)).bytes);
  await office.house.settled();
  return (await office.house.ground.database.read('concerns').orderBy('id', 'desc').first('id'))!.id;
}

async function wait(milliseconds: number): Promise<void> {
  office.house.clock.skip(milliseconds);
  await office.house.house.escalation.look();
  await office.house.settled();
}

/** Who was mailed an alert so far, and whether it still waits. */
const told = () =>
  office.house.mails
    .filter(({ subject }) => /afeguarding/.test(subject))
    .map(
      ({ to, subject }) =>
        `${to.split('.')[0]!}${subject.includes('rgent') ? ', urgent' : ''}${subject.startsWith('Still') ? ', again' : ''}`,
    )
    .sort();

async function recipients(id: string, reader = TOM) {
  const { browser } = await elevatedLead(office.house, reader);
  const { recipients: all } = await browser.must('readConcern', { params: { id } });
  return all.map(({ name, why, away: note }) => ({ name, why, away: note }));
}

test('while the lead is away her colleague is alerted, and the record says in whose place; she still finds it', async () => {
  const nadia = await away(NADIA, 'Tom Lowe');
  const id = await record();
  expect(told()).toEqual(['tom']);
  expect(await recipients(id)).toEqual([
    {
      name: 'Nadia Shah',
      why: ['Safeguarding team, by rule: Behaviour'],
      away: { told: ['Tom Lowe'] },
    },
    {
      name: 'Tom Lowe',
      why: ['In place of Nadia Shah, away until 27 November 2026: Safeguarding team, by rule: Behaviour'],
      away: null,
    },
  ]);
  expect((await nadia.must('listInbox', { query: { view: 'to-read' } })).counts.toRead).toBe(1);
});

test('a lead names a colleague who is away with an action: the cover is told in their place, and only their inbox has it', async () => {
  await away(TOM, 'Eva Moss');
  const id = await record();
  const { browser: nadia } = await elevatedLead(office.house, NADIA);
  const before = told();
  const action = { actionId: uuidv7(office.house.clock.now()), text: 'Please ring home.' };
  await nadia.must('addAction', {
    params: { id },
    body: { ...action, alert: { staff: [office.id.staff('Tom Lowe')], groups: [] } },
  });
  await office.house.settled();
  expect(told()).toEqual([...before, 'eva'].sort());
  const said = 'Named with an action that a lead added';
  expect((await recipients(id, EVA)).slice(1)).toEqual([
    { name: 'Eva Moss', why: [`In place of Tom Lowe, away until 27 November 2026: ${said}`], away: null },
    { name: 'Tom Lowe', why: [said], away: { told: ['Eva Moss'] } },
  ]);
});

test('what Tom, who is away, was to do is late: whoever is here and has the concern is told, and Tom finds it once he is back', async () => {
  const id = await record();
  const { browser: nadia } = await elevatedLead(office.house, NADIA);
  await nadia.must('takeConcern', { params: { id } });
  const due = { day: '2026-11-24', ownerId: office.id.staff('Tom Lowe') };
  const actionId = uuidv7(office.house.clock.now());
  await nadia.must('addAction', { params: { id }, body: { actionId, text: 'Please ring home.', due } });
  const { phone } = await elevatedLead(office.house, TOM);
  await away(TOM, 'Eva Moss');
  const before = office.house.mails.length;
  await wait(2 * DAY);
  const late = office.house.mails.slice(before).filter(({ subject }) => /late|due/i.test(subject));
  expect(late.map(({ to }) => to)).toEqual([NADIA]);
  const back = await office.house.loggedIn(TOM);
  await back.must('elevate', { body: { code: phone.nextCode() } });
  await back.must('endAbsence');
  const { rows, counts } = await back.must('listInbox', { query: { view: 'to-read' } });
  expect(counts.toRead).toBe(1);
  expect(rows).toMatchObject([{ concernId: id, concern: { since: ['action-late'] } }]);
  expect((await back.must('listDueActions')).rows).toMatchObject([{ mine: true, day: '2026-11-24' }]);
  const inPlace = 'In place of Tom Lowe, away until 27 November 2026: Something of theirs is late';
  const { recipients: all } = await back.must('readConcern', { params: { id } });
  expect(all).toMatchObject([
    { name: 'Nadia Shah', why: ['Safeguarding team, by rule: Behaviour', inPlace], away: null },
    { name: 'Tom Lowe', why: ['Something of theirs is late'], away: { told: ['Nadia Shah'] } },
  ]);
});

test('an urgent alert goes to the cover as urgent', async () => {
  await away(NADIA, 'Tom Lowe');
  await record({ category: 'Neglect' });
  expect(told()).toEqual(['tom, urgent']);
});

test('both are told of it by mail, and of its end; and it stands in the audit', async () => {
  const nadia = await away(NADIA, 'Tom Lowe');
  const of = (to: string) =>
    office.house.mails
      .filter((mail) => mail.to === to)
      .at(-1)!
      .text.replace(/\s+/g, ' ');
  expect(of(NADIA)).toContain(
    'away from 23 November 2026 to 27 November 2026. Alerts that would reach you go to Tom Lowe',
  );
  expect(of(TOM)).toContain(
    'Nadia Shah is set as away from 23 November 2026 to 27 November 2026, and you stand in',
  );
  expect((await nadia.must('readAbsence')).absence).toMatchObject({ cover: { name: 'Tom Lowe' }, now: true });
  const tom = await office.house.loggedIn(TOM);
  expect((await tom.must('readAbsence')).standsInFor).toEqual([
    { name: 'Nadia Shah', from: '2026-11-23', until: '2026-11-27' },
  ]);

  await nadia.must('endAbsence');
  await office.house.settled();
  expect(of(TOM)).toContain('You no longer stand in for Nadia Shah');
  expect(of(NADIA)).toContain('Alerts reach you again');
  await record();
  expect(told()).toEqual(['nadia']);
  const whats = await office.house.ground.database
    .read('audit')
    .where('what', 'like', 'alert.absence%')
    .orderBy('seq')
    .pluck('what');
  expect(whats).toEqual(['alert.absence-set', 'alert.absence-ended']);
});

test('it begins and ends on its days', async () => {
  await away(NADIA, 'Tom Lowe', days({ from: '2026-11-24', until: '2026-11-25' }));
  const toldFirst: string[] = [];
  for (let day = 0; day < 4; day++) {
    const before = office.house.mails.length;
    await record();
    toldFirst.push(...office.house.mails.slice(before).map(({ to }) => to));
    await wait(DAY);
  }
  expect(toldFirst).toEqual([NADIA, TOM, TOM, NADIA]);
  const nadia = await office.house.loggedIn(NADIA);
  expect((await nadia.must('readAbsence')).absence).toBeNull();
});

describe('the chain of covers', () => {
  test('goes on to the cover of a cover who is away as well', async () => {
    await away(NADIA, 'Tom Lowe');
    await away(TOM, 'Eva Moss', days({ until: null }));
    await record();
    expect(told()).toEqual(['eva']);
  });

  test('that leads back to who is away ends at the next of the duty list', async () => {
    await away(NADIA, 'Tom Lowe');
    await away(TOM, 'Nadia Shah');
    await record();
    expect(told()).toEqual(['ruth']);
  });
});

describe('a cover who may not be told', () => {
  test('since they cannot read the record by themselves, is passed over', async () => {
    await away(NADIA, 'Sam Lee');
    const id = await record();
    expect(told()).toEqual(['tom']);
    const sam = await office.house.loggedIn(SAM);
    expect((await sam.must('listInbox', { query: { view: 'to-read' } })).rows).toEqual([]);
    expect((await sam.call('readConcern', { params: { id } })).status).toBe(404);
  });

  test('since the child is theirs, is passed over', async () => {
    await away(NADIA, 'Eva Moss');
    await record({ pupil: 'Leo' });
    expect(told()).toEqual(['tom']);
    await record({ pupil: 'Amira' });
    expect(told()).toEqual(['eva', 'tom']);
  });

  test('since they have left the school, is passed over', async () => {
    await away(NADIA, 'Eva Moss');
    await office.outcomeOf({ kind: 'staff.disable', staffId: office.id.staff('Eva Moss') });
    await record();
    expect(told()).toEqual(['tom']);
  });

  test('since they wrote it, is passed over', async () => {
    await away(NADIA, 'Eva Moss');
    const other = await Tablet.enrol(await office.house.loggedIn(EVA));
    const body = aConcern({ categories: [office.id.category('Behaviour')] });
    await other.deliver((await other.seal(body)).bytes);
    await office.house.settled();
    expect(told()).toEqual(['tom']);
  });

  test('where nobody may be told, whoever is away is: a record always reaches somebody', async () => {
    await away(NADIA, 'Tom Lowe');
    await away(TOM, 'Nadia Shah');
    await away(RUTH, 'Eva Moss');
    await away(EVA, 'Ruth Grey');
    await record();
    expect(told()).toEqual(['nadia']);
  });
});

test('a step of what nobody takes goes to the cover too', async () => {
  const id = await record();
  expect(told()).toEqual(['nadia']);
  await away(NADIA, 'Eva Moss');
  await away(TOM, 'Ruth Grey');
  await wait(30 * MINUTE);
  expect(told()).toEqual(['eva, again', 'nadia']);
  const { browser } = await elevatedLead(office.house, RUTH);
  const [nadias] = (await browser.must('readConcern', { params: { id } })).recipients;
  // She was told at first, and Eva since.
  expect(nadias).toMatchObject({ name: 'Nadia Shah', away: null, onceAway: ['Eva Moss'] });
  await wait(30 * MINUTE);
  expect(told()).toEqual(['eva, again', 'nadia', 'ruth, again']);
});

test('a step of what nobody takes goes on to somebody new, where the cover was told before and has not taken it', async () => {
  await away(TOM, 'Nadia Shah');
  const id = await record();
  await wait(30 * MINUTE);
  expect(told()).toEqual(['nadia', 'nadia, again']);
  await wait(30 * MINUTE);
  expect(told()).toEqual(['nadia', 'nadia, again', 'ruth, again']);
  expect((await recipients(id, RUTH)).slice(1)).toEqual([
    {
      name: 'Ruth Grey',
      why: ['In place of Tom Lowe, away until 27 November 2026: Nobody had taken it in time'],
      away: null,
    },
    { name: 'Tom Lowe', why: ['Nobody had taken it in time'], away: { told: ['Ruth Grey'] } },
  ]);
});

test('what needs checking goes to the leads, away or not, and to nobody in their place', async () => {
  await away(NADIA, 'Eva Moss');
  await tablet.deliver((await tablet.seal(aConcern(), { author: { unconfirmed: 'Supply' } })).bytes);
  await office.house.settled();
  expect(told()).toEqual(['nadia', 'tom']);
});

test('what is about a member of staff goes its own way, and to nobody in the place of who is away', async () => {
  await away(RUTH, 'Eva Moss');
  const about = { staff: [office.id.staff('Sam Lee')] };
  await tablet.deliver((await tablet.seal(aConcern({ about }))).bytes);
  await office.house.settled();
  expect(told()).toEqual(['ruth']);
});

test('once a checked record is accepted, its alerts go to who stands in', async () => {
  await away(NADIA, 'Eva Moss');
  const body = aConcern({ categories: [office.id.category('Behaviour')] });
  await tablet.deliver((await tablet.seal(body, { author: { unconfirmed: 'Supply' } })).bytes);
  await office.house.settled();
  const { browser } = await elevatedLead(office.house, TOM);
  const params = { id: (await browser.must('listQuarantine')).records[0]!.id };
  await browser.must('openQuarantined', { params });
  await browser.must('acceptQuarantined', { params, body: { pupils: [null] } });
  await office.house.settled();
  expect(told()).toEqual(['eva', 'nadia', 'tom']);
});

describe('setting it', () => {
  test('an administrator of alerts does it for somebody who is ill', async () => {
    const params = { id: office.id.staff('Nadia Shah') };
    await office.sue.must('setStaffAbsence', {
      params,
      body: { coverId: office.id.staff('Tom Lowe'), ...days({ until: null }) },
    });
    const shown = await office.sue.must('readStaffAbsence', { params });
    expect(shown.absence).toMatchObject({ cover: { name: 'Tom Lowe' }, until: null });
    expect(shown.colleagues.map(({ name }) => name)).not.toContain('Nadia Shah');
    const nadia = await office.house.loggedIn(NADIA);
    expect((await nadia.must('readAbsence')).absence?.setBy).toBe('Sue Coyle');
    await record();
    expect(told()).toEqual(['tom']);
    await office.sue.must('endStaffAbsence', { params });
    expect((await nadia.must('readAbsence')).absence).toBeNull();
  });

  test('a lead without the right of alerts can do it for nobody else', async () => {
    const { browser } = await elevatedLead(office.house, TOM);
    const params = { id: office.id.staff('Nadia Shah') };
    expect((await browser.call('readStaffAbsence', { params })).status).toBe(404);
    const body = { coverId: office.id.staff('Tom Lowe'), ...days() };
    expect((await browser.call('setStaffAbsence', { params, body })).status).toBe(404);
    expect((await browser.call('endStaffAbsence', { params })).status).toBe(404);
  });

  test('what cannot be is refused in words', async () => {
    const nadia = await office.house.loggedIn(NADIA);
    const refusal = async (cover: string, given: Parameters<typeof days>[0]) =>
      (await nadia.call('setAbsence', { body: { coverId: office.id.staff(cover), ...days(given) } })).problem
        .title;
    expect(await refusal('Nadia Shah', {})).toBe('Choose a colleague who works here.');
    expect(await refusal('Tom Lowe', { until: '2026-11-20' })).toBe('The last day is before the first one.');
    expect(await refusal('Tom Lowe', { from: '2026-11-19', until: '2026-11-20' })).toBe(
      'The last day is over already.',
    );
    const params = { id: '00000000-0000-7000-8000-000000000000' };
    const body = { coverId: office.id.staff('Tom Lowe'), ...days() };
    expect((await office.sue.call('setStaffAbsence', { params, body })).status).toBe(404);
  });
});
