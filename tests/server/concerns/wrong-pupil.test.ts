import { beforeEach, expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import { BEA, CAL, MovedStory, NADIA, RUTH, SAM, TOM, type Traces } from './moved-story';
import { flat, readPdf } from '../papers/poppler';
import { aConcern } from '../tablet';
import type { Visitor } from '../visitor';

let story: MovedStory;

beforeEach(async () => {
  story = await MovedStory.begin();
});

const nothing: Traces = { opens: false, inbox: 0, toRead: 0, found: 0, byName: 0, onPage: 0 };
const all: Traces = { opens: true, inbox: 1, toRead: 1, found: 1, byName: 1, onPage: 1 };

async function paperOf(lead: Visitor, first: string): Promise<string> {
  const { bytes } = await lead.call('printChronology', { params: { id: story.pupil(first) } });
  return flat((await readPdf(bytes)).pages);
}

test('moved from Amira to Ben it leaves Amira’s page, searches, counts and paper, and her class team, at once', async () => {
  const id = await story.records();
  const [nadia, bea, cal] = [
    await story.elevated(NADIA),
    await story.elevated(BEA),
    await story.elevated(CAL),
  ];
  expect(await story.traces(bea, id, 'Amira')).toEqual(all);
  expect(await story.traces(cal, id, 'Ben')).toEqual(nothing);
  expect(await story.traces(nadia, id, 'Amira')).toMatchObject({ found: 1, byName: 1, onPage: 1 });
  const known = story.house.mails.length;
  const actionId = story.newId();
  expect((await story.correct(nadia, id, 'Ben', { actionId })).status).toBe(200);
  expect((await story.correct(nadia, id, 'Ben', { actionId })).status).toBe(200);
  expect(await story.traces(bea, id, 'Amira')).toEqual(nothing);
  expect(await story.traces(cal, id, 'Ben')).toEqual(all);
  expect(await story.traces(nadia, id, 'Amira')).toMatchObject({ found: 1, byName: 0, onPage: 0 });
  expect(await story.traces(nadia, id, 'Ben')).toMatchObject({ byName: 1, onPage: 1 });
  expect(await paperOf(nadia, 'Amira')).not.toMatch(/tangerine/);
  const paper = await paperOf(nadia, 'Ben');
  expect(paper).toMatch(/tangerine/);
  expect(paper).not.toMatch(/Amira/);
  const alone = await nadia.call('printConcern', { params: { id } });
  expect(flat((await readPdf(alone.bytes)).pages)).not.toMatch(/Amira|mixed them up/);
  await story.house.settled();
  expect(story.house.mails.slice(known).map(({ to }) => to)).toEqual([CAL]);
});

test('a lead sees under whom it stood and who lost it; her class team reads no word of why, and the audit holds no name', async () => {
  const id = await story.records();
  const nadia = await story.elevated(NADIA);
  await story.correct(nadia, id, 'Ben');
  const seen = await nadia.must('readConcern', { params: { id } });
  expect(seen.pupils).toMatchObject([{ name: 'Ben Lowe', className: '6A' }]);
  expect(seen.history.slice(1)).toMatchObject([
    {
      kind: 'wrong-pupil',
      by: 'Nadia Shah',
      match: { was: 'Amira Khan', now: 'Ben Lowe' },
      text: 'It was not Amira: Jo mixed them up.',
    },
  ]);
  expect(seen.recipients.filter(({ withdrawnAt }) => withdrawnAt).map(({ name }) => name)).toEqual([
    'Bea Moor',
  ]);
  const cal = await story.elevated(CAL);
  const ofTeam = await cal.must('readConcern', { params: { id } });
  expect(JSON.stringify(ofTeam)).not.toMatch(/Amira|mixed|Bea|wrong-pupil/);
  const { deeds } = await cal.must('readConcernNews', { params: { id } });
  expect(deeds).toEqual([]);
  // What she wrote of why is found by nobody: it names the first child.
  for (const who of [nadia, cal])
    expect((await who.must('searchConcerns', { body: { words: 'mixed' } })).found).toEqual([]);
  const audit = await story.house.ground.database.read('audit').where({ what: 'concern.pupil-corrected' });
  expect(audit).toHaveLength(1);
  expect(JSON.stringify(audit)).not.toMatch(/Amira|mixed/);
  expect(audit[0]!.facts).not.toContain(story.pupil('Amira'));
});

test('whoever is close to either of them: Ben’s uncle loses it though he took it, Amira’s aunt finds no trace of her', async () => {
  const id = await story.records();
  const [nadia, tom] = [await story.elevated(NADIA), await story.elevated(TOM)];
  await tom.must('takeConcern', { params: { id } });
  let heard = 0;
  story.house.ground.changes.watch(story.house.schoolId, story.ids.staff('Tom Lowe'), () => (heard += 1));
  await story.correct(nadia, id, 'Ben');
  expect(heard).toBeGreaterThan(0);
  expect(await story.traces(tom, id, 'Ben')).toEqual(nothing);
  expect(await nadia.must('readConcern', { params: { id } })).toMatchObject({
    status: 'waiting',
    takenBy: null,
  });
  const ruth = await story.elevated(RUTH);
  const read = await ruth.must('readConcern', { params: { id } });
  expect(JSON.stringify(read)).not.toMatch(/Amira|mixed|wrong-pupil/);
  expect((await ruth.must('readConcernNews', { params: { id } })).deeds.map(({ kind }) => kind)).toEqual([
    'taken',
  ]);
  // Nobody has it now, so it goes up the school as before, past whoever may not know of it.
  story.house.clock.skip(31 * MINUTE);
  await story.house.house.escalation.look();
  const told = await story.house.ground.database.read('alerts').where({ concern_id: id }).pluck('staff_id');
  expect(told).not.toContain(story.ids.staff('Tom Lowe'));
});

test('whom Jo named herself keeps it, and reads it as Ben’s', async () => {
  const id = await story.records({ alert: { staff: [story.ids.staff('Sam Lee')], groups: [] } });
  const nadia = await story.elevated(NADIA);
  await nadia.must('takeConcern', { params: { id } });
  await story.correct(nadia, id, 'Ben');
  const alerted = () =>
    story.house.ground.database.read('alerts').where({ concern_id: id }).pluck<string[]>('staff_id');
  expect(new Set(await alerted())).toEqual(
    new Set([story.ids.staff('Sam Lee'), story.ids.staff('Cal Moor')]),
  );
  const sam = await story.house.loggedIn(SAM);
  expect((await sam.must('readConcern', { params: { id } })).pupils[0]!.name).toBe('Ben Lowe');
});

test('a child whom Jo did not know stands under the pupil a lead names, also once it is closed', async () => {
  const id = await story.records({ pupils: [{ kind: 'name-unknown', description: 'A boy in a red coat' }] });
  const [nadia, cal] = [await story.elevated(NADIA), await story.elevated(CAL)];
  expect(await story.traces(cal, id, 'Ben')).toEqual(nothing);
  await nadia.must('closeConcern', {
    params: { id },
    body: {
      actionId: story.newId(),
      reason: 'Nobody hurt.',
      decision: { actionId: story.newId(), text: 'No further action.' },
    },
  });
  expect((await story.correct(nadia, id, 'Ben', { was: null, reason: 'The coat is his.' })).status).toBe(200);
  // The record, its decision and its closing.
  expect(await story.traces(cal, id, 'Ben')).toEqual({ ...all, onPage: 3 });
  const { history, status, pupils } = await nadia.must('readConcern', { params: { id } });
  expect([status, pupils[0]!.name]).toEqual(['closed', 'Ben Lowe']);
  expect(history.at(-1)).toMatchObject({ kind: 'matched', match: { was: null, now: 'Ben Lowe' } });
});

test('what cannot be is refused in words, and nobody moves it but who decides about it and sees both', async () => {
  const id = await story.records();
  const [nadia, bea] = [await story.elevated(NADIA), await story.elevated(BEA)];
  expect((await story.correct(nadia, id, 'Amira')).problem.title).toMatch(/under this pupil already/);
  expect((await story.correct(nadia, id, 'Ben', { was: story.pupil('Ben') })).problem.code).toBe('conflict');
  expect((await story.correct(nadia, id, 'Ben', { position: 3 })).problem.field).toBe('body.position');
  expect((await story.correct(nadia, id, 'Ben', { pupilId: story.newId() })).problem.field).toBe(
    'body.pupilId',
  );
  const tom = await story.elevated(TOM);
  expect((await story.correct(tom, id, 'Ben')).problem.title).toMatch(/another lead/);
  expect((await story.correct(bea, id, 'Ben')).status).toBe(404);
  const both = await story.records({
    pupils: ['Amira', 'Ben'].map((first) => ({
      kind: 'listed',
      pupilId: story.pupil(first),
      shown: first,
    })),
  });
  expect((await story.correct(nadia, both, 'Ben')).problem.title).toMatch(/in the record already/);
});

test('a record that is still being checked is accepted with its pupils first: until then nobody moves it', async () => {
  const { house, tablet } = story;
  const category = await house.ground.database.read('categories').first('id');
  const body = aConcern({
    pupils: [{ kind: 'name-unknown', description: 'A boy in a red coat' }],
    categories: [category!.id],
  });
  await tablet.deliver((await tablet.seal(body, { author: { unconfirmed: 'Supply, Year 6' } })).bytes);
  await house.settled();
  const { id } = (await house.ground.database.read('concerns').first('id'))!;
  const nadia = await story.elevated(NADIA);
  expect((await nadia.must('readConcern', { params: { id } })).may.correct).toBe(false);
  expect((await story.correct(nadia, id, 'Ben', { was: null, reason: 'The coat is his.' })).status).toBe(404);
  const alerted = await house.ground.database.read('alerts').where({ concern_id: id }).pluck('staff_id');
  expect(alerted).toContain(story.ids.staff('Nadia Shah'));
  expect(alerted).not.toContain(story.ids.staff('Cal Moor'));
});
