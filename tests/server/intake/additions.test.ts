import { expect, test } from 'vitest';
import { newLineageId } from '../../../protocol/identifiers';
import { DAY, MINUTE } from '../../../server/clock';
import { BEA, MovedStory, NADIA, RUTH, SAM, TOM } from '../concerns/moved-story';
import { CHAIR, StaffStory } from '../concerns/staff-story';
import { elevatedLead } from '../security-keys/phone';
import type { TestHouse } from '../house';
import { flat, readPdf } from '../papers/poppler';
import { aConcern, Tablet } from '../tablet';

const MORE = 'Later she gave the kumquat back and said sorry.';

/** A record as the tablet that sent it knows it. */
async function sentAs(house: TestHouse, id: string): Promise<{ id: string; lineageId: string }> {
  const row = await house.ground.database.read('concerns').where({ id }).first('envelope_id', 'lineage_id');
  return { id: row!.envelope_id, lineageId: row!.lineage_id };
}

/** Adds to a record from its own tablet, and lets everything be done. @returns id of the envelope */
async function adds(story: MovedStory, id: string, text = MORE): Promise<string> {
  const sealed = await story.tablet.sealAddition(await sentAs(story.house, id), text);
  await story.tablet.deliver(sealed.bytes);
  await story.house.settled();
  return sealed.id;
}

const kindsOf = ({ history }: { history: { kind: string }[] }) => history.map(({ kind }) => kind);

test('what Jo writes after sending it stands in the record under her name, once; Nadia, who has it, is told, and of what nobody is', async () => {
  const story = await MovedStory.begin();
  const { house, tablet } = story;
  const id = await story.records({ alert: { staff: [story.ids.staff('Nadia Shah')], groups: [] } });
  const nadia = await story.elevated(NADIA);
  const params = { id };
  const { alert } = await nadia.must('takeConcern', { params });
  await nadia.must('readConcern', { params });
  await nadia.must('markRead', { params: { id: alert!.id } });
  expect((await nadia.must('listInbox')).counts.toRead).toBe(0);
  const before = house.mails.length;
  const sealed = await tablet.sealAddition(await sentAs(house, id), MORE, { at: '2026-11-23T09:05:00.000Z' });
  const [first, second] = await Promise.all([tablet.deliver(sealed.bytes), tablet.deliver(sealed.bytes)]);
  await tablet.deliver(sealed.bytes);
  expect(second.reply!.receipts).toEqual(first.reply!.receipts);
  await house.settled();
  const { reference } = (await house.ground.database.read('concerns').first('reference'))!;
  expect(house.mails.slice(before).map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
    `${NADIA}: More was written: safeguarding alert ${reference}`,
  ]);
  expect(house.mails.at(-1)!.text.replace(reference, '')).not.toMatch(/Amira|Khan|4B|Jo|kumquat/);
  const again = await nadia.must('listInbox');
  expect(again.counts.toRead).toBe(1);
  expect(again.rows[0]!.concern!.since).toEqual(['written-more']);
  // Jo sees how far it has come, and nothing else.
  const steps = async () =>
    ((await tablet.progress(sealed.id)) as [{ steps: { step: string; count?: number }[] }])[0].steps;
  expect((await steps()).map(({ step, count }) => [step, count])).toEqual([
    ['received', undefined],
    ['alerted', 1],
  ]);
  const read = await nadia.must('readConcern', { params });
  expect(kindsOf(read)).toEqual(['received', 'taken', 'addendum']);
  expect(read.history.at(-1)).toMatchObject({
    by: 'Jo Price',
    text: MORE,
    happenedAt: '2026-11-23T09:05:00.000Z',
  });
  expect(read.text).toBe('Threw a tangerine at the window.');
  expect((await steps()).map(({ step }) => step)).toEqual(['received', 'alerted', 'opened']);
  expect((await tablet.visitor.call('readConcern', { params })).status).toBe(404);
  const audit = await house.ground.database.read('audit').where({ what: 'concern.added-to' });
  expect(audit).toHaveLength(1);
  expect(JSON.stringify(audit)).not.toMatch(/kumquat/);
  expect(JSON.stringify((await house.ground.database.read('addenda')).map((row) => row.payload))).toBe(
    '[null]',
  );
});

test('Nadia, who has the record, is away: another lead is told that Jo wrote more, and Nadia finds it once she is back', async () => {
  const story = await MovedStory.begin();
  const { house } = story;
  const id = await story.records({ alert: { staff: [story.ids.staff('Nadia Shah')], groups: [] } });
  const nadia = await story.elevated(NADIA);
  const { alert } = await nadia.must('takeConcern', { params: { id } });
  await nadia.must('readConcern', { params: { id } });
  await nadia.must('markRead', { params: { id: alert!.id } });
  const days = { from: '2026-11-23', until: '2026-11-27' };
  await nadia.must('setAbsence', { body: { coverId: story.ids.staff('Tom Lowe'), ...days } });
  await house.settled();
  const before = house.mails.length;
  await adds(story, id);
  expect(house.mails.slice(before).map(({ to }) => to)).toEqual([TOM]);
  await nadia.must('endAbsence');
  const { rows, counts } = await nadia.must('listInbox');
  expect(counts.toRead).toBe(1);
  expect(rows[0]!.concern!.since).toEqual(['written-more']);
  const { recipients } = await nadia.must('readConcern', { params: { id } });
  expect(recipients.find(({ name }) => name === 'Nadia Shah')).toMatchObject({
    away: null,
    onceAway: ['Tom Lowe'],
  });
});

test('it is read, found, printed, covered and moved to another pupil as the words of the record are', async () => {
  const story = await MovedStory.begin();
  const id = await story.records();
  await adds(story, id);
  const [nadia, bea] = [await story.elevated(NADIA), await story.elevated(BEA)];
  const params = { id };
  const found = async () =>
    (await bea.must('searchConcerns', { body: { words: 'kumquat' } })).found.map(
      ({ concernId }) => concernId,
    );
  const paper = async () => flat((await readPdf((await nadia.call('printConcern', { params })).bytes)).pages);
  const page = async (first: string) => {
    const read = await bea.call('readChronology', { params: { id: story.pupil(first) } });
    return read.status === 200 ? JSON.stringify(read.reply.entries) : '';
  };
  expect(await found()).toEqual([id]);
  expect(await page('Amira')).toMatch(/"kind":"addendum".*kumquat/);
  expect(await paper()).toMatch(/Jo Price wrote more, after sending it.*kumquat/s);
  const entry = (await nadia.must('readWhole', { params })).texts.at(-1)!;
  expect(entry).toMatchObject({ kind: 'addendum', text: MORE });
  const start = MORE.indexOf('the kumquat');
  const cover = { entryId: entry.id, start, end: start + 'the kumquat'.length, reason: 'Hers.' };
  await nadia.must('coverPassage', { params, body: { actionId: story.newId(), ...cover } });
  expect(await found()).toEqual([]);
  for (const shown of [await page('Amira'), await paper()]) {
    expect(shown).not.toMatch(/kumquat/);
    expect(shown).toMatch(/Later she gave \[Covered by a lead/);
  }
  expect((await story.correct(nadia, id, 'Ben')).status).toBe(200);
  await adds(story, id, 'The satsuma was his own.');
  expect((await bea.must('searchConcerns', { body: { words: 'satsuma' } })).found).toEqual([]);
  expect(await page('Amira')).not.toMatch(/Later she gave|satsuma/);
});

test('one that comes before its record waits, known to nobody, and is joined when the record comes', async () => {
  const { house, tablet } = await MovedStory.begin();
  const lineageId = newLineageId();
  const record = await tablet.seal(aConcern({ text: 'Threw a tangerine.' }), { lineageId });
  const addition = await tablet.sealAddition({ id: record.id, lineageId }, MORE);
  await tablet.deliver(addition.bytes);
  await house.settled();
  expect(await house.ground.database.read('concerns').pluck('id')).toEqual([]);
  expect(await tablet.progress(addition.id)).toMatchObject([{ steps: [{ step: 'received' }] }]);
  expect(JSON.stringify(await house.ground.database.read('addenda'))).not.toContain(
    Buffer.from('kumquat').toString('hex'),
  );
  house.clock.skip(20 * MINUTE);
  await tablet.deliver(record.bytes);
  await house.settled();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const [row] = (await nadia.must('listInbox', { query: { view: 'all' } })).rows;
  const read = await nadia.must('readConcern', { params: { id: row!.concernId } });
  expect(kindsOf(read)).toEqual(['received', 'addendum']);
  expect(Date.parse(read.history[1]!.at)).toBeGreaterThanOrEqual(Date.parse(read.history[0]!.at));
  // The same words from two tabs are two records of one draft: each addition goes to its own.
  const twin = await tablet.seal(aConcern({ text: 'Threw two tangerines.' }), { lineageId });
  const other = await tablet.sealAddition({ id: twin.id, lineageId }, 'It was two.');
  await tablet.deliver(twin.bytes, other.bytes);
  await house.settled();
  const rows = await house.ground.database.read('addenda').whereNotNull('joined_at').pluck('concern_id');
  expect(new Set(rows).size).toBe(2);
});

test('one whose record has not come for a day becomes a record with a doubt, which a lead opens', async () => {
  const { house, tablet } = await MovedStory.begin();
  const gone = { id: newLineageId(), lineageId: newLineageId() };
  await tablet.deliver((await tablet.sealAddition(gone, MORE)).bytes);
  await house.settled();
  house.clock.skip(DAY - MINUTE);
  house.house.judge.wake();
  await house.settled();
  expect(await house.ground.database.read('concerns').pluck('id')).toEqual([]);
  house.clock.skip(2 * MINUTE);
  house.house.judge.wake();
  await house.settled();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const [one, ...more] = (await nadia.must('listQuarantine')).records;
  expect([one, more]).toMatchObject([{ reason: 'addition-alone', openedBy: null }, []]);
  expect(await nadia.must('openQuarantined', { params: { id: one!.id } })).toMatchObject({
    text: MORE,
    author: { name: 'Jo Price', confirmed: true },
  });
});

test('Sam cannot add to what Jo wrote: it is kept as a record with a doubt, about the same child, for the leads alone', async () => {
  const story = await MovedStory.begin();
  const { house } = story;
  const id = await story.records();
  const record = await sentAs(house, id);
  const sams = await Tablet.enrol(await house.loggedIn(SAM), 'Playground tablet 3');
  const before = house.mails.length;
  await sams.deliver((await sams.sealAddition(record, MORE)).bytes);
  // Nor does Jo's name help without her key.
  const forged = await sams.sealAddition(record, 'Forged.', { author: { staffId: story.tablet.staffId } });
  await sams.deliver(forged.bytes);
  await house.settled();
  const nadia = await story.elevated(NADIA);
  expect(kindsOf(await nadia.must('readConcern', { params: { id } }))).toEqual(['received']);
  const { records } = await nadia.must('listQuarantine');
  expect(records.map(({ reason }) => reason).sort()).toEqual(['addition-of-another', 'signature-wrong']);
  const of = records.find(({ reason }) => reason === 'addition-of-another')!;
  const opened = await nadia.must('openQuarantined', { params: { id: of.id } });
  const { reference } = (await house.ground.database.read('concerns').where({ id }).first('reference'))!;
  expect(opened).toMatchObject({
    text: MORE,
    author: { name: 'Sam Lee', confirmed: true },
    pupils: [{ name: 'Amira Khan', pupilId: story.pupil('Amira') }],
    twins: expect.arrayContaining([reference]) as string[],
  });
  // Ruth is Amira's aunt.
  const ruth = await story.elevated(RUTH);
  expect((await ruth.must('listQuarantine')).records).toEqual([]);
  const told = house.mails.slice(before).filter(({ text }) => text.includes('afeguarding alert'));
  expect(new Set(told.map(({ to }) => to))).toEqual(new Set([NADIA, TOM]));
});

test('what adds to a record about a member of staff goes that record’s way, whoever wrote it', async () => {
  const story = await StaffStory.begin();
  const { house, tablet } = story;
  const id = await story.record({ names: ['Ruth Grey'] });
  const record = await sentAs(house, id);
  const before = house.mails.length;
  await tablet.deliver((await tablet.sealAddition(record, MORE)).bytes);
  const { browser: tom } = await elevatedLead(house, TOM);
  const toms = await Tablet.enrol(tom, 'Office computer');
  await toms.deliver((await toms.sealAddition(record, 'He told me so too.')).bytes);
  await house.settled();
  const told = house.mails.slice(before).filter(({ text }) => text.includes('afeguarding alert'));
  expect(new Set(told.map(({ to }) => to))).toEqual(new Set([CHAIR]));
  const { browser: ruth } = await elevatedLead(house, RUTH);
  for (const who of [ruth, tom]) {
    expect(await story.traces(who, id)).not.toMatch(/addition|addendum/);
    expect((await who.must('listQuarantine')).records).toEqual([]);
  }
});

test('words that wait for the first lead who takes a record keep what was added waiting too', async () => {
  const { house, tablet } = await MovedStory.begin();
  await house.ground.database.write((trx) =>
    trx('devices')
      .where({ id: tablet.deviceId })
      .update({ revoked_at: new Date(house.clock.now()).toISOString() }),
  );
  const lineageId = newLineageId();
  const record = await tablet.seal(aConcern({ text: 'Threw a tangerine.' }), { lineageId });
  await tablet.deliver(record.bytes);
  await house.settled();
  await house.ground.database.write((trx) =>
    trx('devices').where({ id: tablet.deviceId }).update({ revoked_at: null }),
  );
  await tablet.deliver((await tablet.sealAddition({ id: record.id, lineageId }, MORE)).bytes);
  await house.settled();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const { id } = (await house.ground.database.read('concerns').first('id'))!;
  const shut = await nadia.must('readConcern', { params: { id } });
  expect([shut.text, kindsOf(shut)]).toEqual([null, ['received', 'addendum']]);
  expect(JSON.stringify(shut)).not.toMatch(/kumquat/);
  expect((await nadia.must('searchConcerns', { body: { words: 'kumquat' } })).found).toEqual([]);
  await nadia.must('openQuarantined', { params: { id } });
  expect(JSON.stringify(await nadia.must('readConcern', { params: { id } }))).toMatch(/kumquat/);
});
