import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { openHouse, type TestHouse } from '../house';
import {
  aCategory,
  aPupil,
  aSafeguardingLead,
  aSchool,
  aSupervisor,
  aTeacher,
  anAutomaticAlert,
} from '../school-builder';
import { addKey, elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

const LEAD = 'nadia.shah@oakfield.example';
const HEAD = 'ruth.grey@oakfield.example';
const JO = 'jo.price@oakfield.example';

/** Jo records a concern about the one pupil of the school; answers the concern's id. */
async function joRecords(house: TestHouse, given: Parameters<typeof aConcern>[0] = {}): Promise<string> {
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  await tablet.deliver((await tablet.seal(aConcern({ pupilId, ...given }))).bytes);
  await house.settled();
  const row = await house.ground.database
    .read('concerns')
    .orderBy('received_at', 'desc')
    .first<{ id: string }>('id');
  return row.id;
}

test('a lead who elevates reads what was recorded, why she was told, and takes it', async () => {
  const house = await openHouse();
  const id = await joRecords(house);
  const { browser: lead } = await elevatedLead(house, LEAD);
  const concern = await lead.must('readConcern', { params: { id } });
  expect(concern).toMatchObject({
    text: expect.stringContaining('bruise') as string,
    author: { name: 'Jo Price', confirmed: true },
    pupils: [{ name: 'Amira Khan', className: '4B', initials: 'AK', age: 8 }],
    recipients: [{ name: 'Nadia Shah', you: true }],
    because: 'alerted',
    may: { act: true, take: true, markRead: true },
  });
  const taken = await lead.must('takeConcern', { params: { id } });
  expect(taken).toMatchObject({
    status: 'taken',
    takenBy: { name: 'Nadia Shah', you: true },
    may: { take: false },
  });
  expect((await lead.call('takeConcern', { params: { id } })).problem.code).toBe('conflict');
});

test('before she elevates a lead sees that an alert waits, its time and reference, and nothing else', async () => {
  const house = await openHouse();
  const id = await joRecords(house);
  const visitor = await house.loggedIn(LEAD);
  await addKey(house, visitor);
  const inbox = await visitor.must('listInbox');
  expect(inbox).toMatchObject({
    elevateToRead: true,
    counts: { toRead: 1 },
    rows: [{ concernId: id, concern: null }],
  });
  expect(JSON.stringify(inbox)).not.toMatch(/Amira|Khan|bruise|4B|Price/);
  expect(await visitor.call('readConcern', { params: { id } })).toMatchObject({
    status: 403,
    problem: { code: 'elevation-needed' },
  });
});

test('an alert cannot be marked as read by somebody who could not read it', async () => {
  const house = await openHouse();
  await joRecords(house);
  const visitor = await house.loggedIn(LEAD);
  await addKey(house, visitor);
  const [row] = (await visitor.must('listInbox')).rows;
  const marked = await visitor.call('markRead', { params: { id: row?.alertId ?? '' } });
  expect(marked.problem.code).toBe('elevation-needed');
  expect((await visitor.must('listInbox')).counts.toRead).toBe(1);
});

test('a supervisor who is alerted reads that one concern after log-in, until it is marked as read', async () => {
  const sam = aSupervisor({ email: 'sam.lee@oakfield.example', lastName: 'Lee' });
  const base = aSchool();
  const plan = aSchool({
    staff: [...base.staff, sam],
    categories: [aCategory({ name: 'Playground' })],
    automaticAlerts: [anAutomaticAlert({ category: 'Playground', alertGroups: [], staff: [sam.email!] })],
  });
  const house = await openHouse({ plan });
  const category = await categoryId(house);
  const id = await joRecords(house, { categories: [category] });
  const other = await joRecords(house);
  const reader = await house.loggedIn(sam.email!);
  expect((await reader.must('listInbox')).rows).toMatchObject([
    { concern: { preview: expect.stringContaining('bruise') as string } },
  ]);
  const { alert } = await reader.must('readConcern', { params: { id } });
  expect((await reader.call('readConcern', { params: { id: other } })).status).toBe(404);
  await reader.must('markRead', { params: { id: alert!.id } });
  expect((await reader.call('readConcern', { params: { id } })).status).toBe(200);
  await reader.must('undoRead', { params: { id: alert!.id } });
  await reader.must('markRead', { params: { id: alert!.id } });
  house.clock.skip(10 * 60_000);
  expect((await reader.call('readConcern', { params: { id } })).status).toBe(404);
  expect((await reader.call('undoRead', { params: { id: alert!.id } })).status).toBe(404);
});

test('a parent on the staff can neither see, count nor be alerted to their own child’s concern', async () => {
  const lead = aSafeguardingLead({ email: LEAD, lastName: 'Shah' });
  const head = aSafeguardingLead({ email: HEAD, firstName: 'Ruth', lastName: 'Grey' });
  const plan = aSchool({
    staff: [lead, head, aTeacher({ email: JO, lastName: 'Price' })],
    pupils: [aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [LEAD] })],
    alertGroups: [{ name: 'Safeguarding team', members: [LEAD, HEAD] }],
  });
  const house = await openHouse({ plan });
  const id = await joRecords(house);
  const { browser: parent } = await elevatedLead(house, LEAD);
  expect((await parent.must('listInbox', { query: { view: 'all' } })).rows).toEqual([]);
  expect((await parent.must('listInbox')).counts.toRead).toBe(0);
  expect((await parent.call('readConcern', { params: { id } })).status).toBe(404);
  expect(house.mails.filter((mail) => /alert/i.test(mail.subject)).map((mail) => mail.to)).toEqual([HEAD]);
});

test('a concern that is hidden and one that never was get the same answer', async () => {
  const house = await openHouse();
  const id = await joRecords(house);
  const jo = await house.loggedIn(JO);
  const hidden = await jo.call('readConcern', { params: { id } });
  const absent = await jo.call('readConcern', { params: { id: uuidv7(house.clock.now()) } });
  expect(hidden.status).toBe(404);
  expect(Buffer.from(hidden.bytes).toString()).toBe(Buffer.from(absent.bytes).toString());
});

test('a note sent twice is added once, and every reading and acting is in the audit without a word of it', async () => {
  const house = await openHouse();
  const id = await joRecords(house);
  const { browser: lead } = await elevatedLead(house, LEAD);
  const body = { actionId: uuidv7(house.clock.now()), text: 'Rang home at 15:40.' };
  await lead.must('readConcern', { params: { id } });
  await lead.must('addAction', { params: { id }, body });
  const after = await lead.must('addAction', { params: { id }, body });
  expect(after.history.filter((one) => one.kind === 'note')).toMatchObject([
    { by: 'Nadia Shah', text: 'Rang home at 15:40.' },
  ]);
  const audit = await house.ground.database
    .read('audit')
    .orderBy('seq')
    .where({ object: `concern:${id}` })
    .select<{ what: string }[]>('what', 'facts');
  expect(audit.map((row) => row.what)).toEqual([
    'concern.recorded',
    'concern.opened',
    'concern.action-added',
  ]);
  expect(JSON.stringify(audit)).not.toMatch(/Rang|bruise|Amira/);
});

test('elevation that ran out closes the concern in the same open page', async () => {
  const house = await openHouse();
  const id = await joRecords(house);
  const { browser: lead } = await elevatedLead(house, LEAD);
  await lead.must('readConcern', { params: { id } });
  house.clock.skip(10 * 60_000 + 1000);
  expect((await lead.call('readConcern', { params: { id } })).problem.code).toBe('elevation-needed');
});

test('alerts and mails hold no name, initials, class, category or year', async () => {
  const house = await openHouse();
  await joRecords(house, { categories: [await categoryId(house)] });
  const alerts = house.mails.filter((mail) => /alert/i.test(mail.subject));
  expect(alerts).toHaveLength(1);
  expect(`${alerts[0]!.subject} ${alerts[0]!.text}`).not.toMatch(
    /Amira|Khan|\bAK\b|4B|Year 4|Physical|injury|Jo|Price|Nadia|Shah/,
  );
});

async function categoryId(house: TestHouse): Promise<string> {
  return (await house.ground.database.read('categories').orderBy('position').first<{ id: string }>('id')).id;
}

test('a brother outside the reader’s allow-list is named nowhere in his sister’s concern', async () => {
  const amira = aPupil({ firstName: 'Amira', lastName: 'Khan' });
  const yusuf = aPupil({
    firstName: 'Yusuf',
    lastName: 'Khan',
    className: '6A',
    yearGroup: 'Year 6',
    siblingOf: amira.upn ?? '',
  });
  const base = aSchool();
  const plan = aSchool({
    pupils: [amira, yusuf],
    userGroups: base.userGroups.map((group) => ({ ...group, unrestricted: false })),
    classRestrictions: [
      { type: 'class', name: '4B', everyone: true, userGroups: [], staff: [] },
      { type: 'class', name: '6A', everyone: false, userGroups: [], staff: [HEAD] },
    ],
    alertGroups: [{ name: 'Safeguarding team', members: [LEAD] }],
  });
  const house = await openHouse({ plan });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  const listed = pupils.map((pupil) => ({ kind: 'listed' as const, pupilId: pupil.id, shown: pupil.first }));
  const category = await categoryId(house);
  await tablet.deliver((await tablet.seal(aConcern({ pupils: listed, categories: [category] }))).bytes);
  await house.settled();
  const { browser: lead } = await elevatedLead(house, LEAD);
  const [row] = (await lead.must('listInbox')).rows;
  const id = row?.concernId ?? '';
  await lead.must('markRead', { params: { id: row?.alertId ?? '' } });
  house.clock.skip(9 * 60_000);
  await lead.must('readConcern', { params: { id } });
  house.clock.skip(2 * 60_000);
  const shown = await lead.must('readConcern', { params: { id } });
  expect(shown.because).toBe('group');
  expect(JSON.stringify(shown.pupils)).not.toContain('Yusuf');
  expect(shown.pupils.filter((pupil) => pupil.hidden)).toHaveLength(1);
});

test('somebody alerted to one concern learns from the list neither how many others there are, nor unseen', async () => {
  const sam = aSupervisor({ email: 'sam.lee@oakfield.example', lastName: 'Lee' });
  const base = aSchool();
  const plan = aSchool({
    staff: [...base.staff, sam],
    categories: [aCategory({ name: 'Playground' })],
    automaticAlerts: [
      anAutomaticAlert({ category: 'Playground', alertGroups: [], staff: ['sam.lee@oakfield.example'] }),
    ],
  });
  const house = await openHouse({ plan });
  await joRecords(house);
  await joRecords(house);
  const id = await joRecords(house, { categories: [await categoryId(house)] });
  const reader = await house.loggedIn('sam.lee@oakfield.example');
  expect((await reader.must('listInbox')).rows).toMatchObject([{ concern: { earlier: 0 } }]);
  await reader.must('listInbox');
  const rows = await house.ground.database
    .read('audit')
    .orderBy('seq')
    .where({ what: 'inbox.shown' })
    .pluck<string[]>('facts');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain(id);
});

test('a concern that the only lead wrote herself stands in her own inbox, for nobody else is left', async () => {
  const lead = aSafeguardingLead({ email: LEAD, lastName: 'Shah' });
  const house = await openHouse({ plan: aSchool({ staff: [lead], automaticAlerts: [] }) });
  const tablet = await Tablet.enrol(await house.loggedIn(LEAD));
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const { browser } = await elevatedLead(house, LEAD);
  expect((await browser.must('listInbox')).counts.toRead).toBe(1);
});
