import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeAsModes, type SeeAsMode } from '../../../protocol/see-as';
import { groupWorks, type StaffActor } from '../../../server/access/actor';
import { can } from '../../../server/access/can';
import { mayReadConcern, type ConcernFacts } from '../../../server/access/concern';
import type { SchoolAccess } from '../../../server/access/reach';
import { PASSWORD } from '../house';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { actorOf, factsFor } from './on-paper';
import { categoryIds, changes, people, stories, type Story } from './random-school';
import { addressOf, ASKER, openRandomHouse, writeSchool } from './written-school';

/**
 * For random schools, people and concerns: what the API shows = what `can()` says = what "See as" says. `can()` is asked
 * about the school as it was generated, the API about the same school as it stands in the database.
 */
const CONCERNS = 5;

let random: Awaited<ReturnType<typeof openRandomHouse>>;
let browsers: ReadonlyMap<string, Readonly<Record<SeeAsMode, Visitor>>>;
let asker: Visitor;
const closings: (() => Promise<void>)[] = [];

beforeAll(async () => {
  random = await openRandomHouse(CONCERNS, (close) => closings.push(close));
  const { house } = random;
  asker = (await elevatedLead(house, ASKER)).browser;
  const open = new Map<string, Record<SeeAsMode, Visitor>>();
  for (const name of people) {
    const { browser } = await elevatedLead(house, addressOf(name));
    const plain = house.visitor();
    await plain.must('logIn', { body: { email: addressOf(name), password: PASSWORD } });
    open.set(name, { 'full-access': browser, 'log-in': plain });
  }
  browsers = open;
}, 120_000);

afterAll(async () => {
  for (const close of closings) await close();
});

const schools = fc.tuple(changes, fc.array(stories, { minLength: CONCERNS, maxLength: CONCERNS }));

test('every list, count and record of everybody, and what "See as" says of them, follow from can() alone', async () => {
  await fc.assert(
    fc.asyncProperty(schools, async ([{ before }, told]) => {
      const school = asWritten(before);
      await writeSchool(random, school, told);
      // Limits per minute are not what is tested here.
      random.house.clock.skip(20_000);
      for (const name of people) {
        for (const mode of seeAsModes) await sameAnswers(school, told, name, mode);
      }
    }),
    // The first counterexample is told as it is: looking for a smaller one outlives everybody's full access.
    { numRuns: 24, endOnFailure: true },
  );
}, 240_000);

/** The generated school with every category in it and none merged: merging moves records, and is tested apart. */
function asWritten(school: SchoolAccess): SchoolAccess {
  const known = new Map(school.categories.map((one) => [one.id, one]));
  return {
    ...school,
    categories: categoryIds.map((id) => ({
      id,
      parentId: known.get(id)?.parentId ?? null,
      restricted: known.get(id)?.restricted ?? false,
      mergedInto: null,
    })),
  };
}

async function sameAnswers(
  school: SchoolAccess,
  written: readonly Story[],
  name: string,
  mode: SeeAsMode,
): Promise<void> {
  const actor = actorOf(school, name, mode === 'full-access');
  const facts = written.map((story) => factsFor(school, story, name));
  await sameReads(school, actor, facts, { name, mode });
  await sameLists(school, actor, facts, { name, mode });
  await sameFound(school, actor, facts, { name, mode });
  await sameExplanation(school, actor, facts, { name, mode });
}

interface Who {
  readonly name: string;
  readonly mode: SeeAsMode;
}

const browserOf = ({ name, mode }: Who) => browsers.get(name)![mode];

function reads(school: SchoolAccess, actor: StaffActor | null, concern: ConcernFacts): boolean {
  const object = { kind: 'guarded-concern', concern, restrictions: school.restrictions } as const;
  return actor !== null && can(actor, 'concern.read', object);
}

/** Alerts that the list shows: what may be read now; where only elevating is missing, that one waits. */
function isListed(school: SchoolAccess, actor: StaffActor | null, concern: ConcernFacts): boolean {
  if (!actor || concern.alert === null) return false;
  return reads(school, groupWorks(actor) ? actor : { ...actor, elevated: true }, concern);
}

async function sameReads(
  school: SchoolAccess,
  actor: StaffActor | null,
  facts: readonly ConcernFacts[],
  who: Who,
): Promise<void> {
  for (const [at, concern] of facts.entries()) {
    const answered = await browserOf(who).call('readConcern', { params: { id: random.concerns[at]! } });
    const gone = !actor || actor.disabled;
    const waits = isListed(school, actor, concern) && !reads(school, actor, concern);
    const expected = gone ? 401 : reads(school, actor, concern) ? 200 : waits ? 403 : 404;
    expect(answered.status, `${who.name} ${who.mode} reads ${at}`).toBe(expected);
  }
}

async function sameLists(
  school: SchoolAccess,
  actor: StaffActor | null,
  facts: readonly ConcernFacts[],
  who: Who,
): Promise<void> {
  const answered = await browserOf(who).call('listInbox', { query: { view: 'all' } });
  if (!actor || actor.disabled) {
    expect(answered.status).toBe(401);
    return;
  }
  const shown = answered.reply.rows.map(({ concernId }) => random.concerns.indexOf(concernId)).sort();
  const listed = facts.flatMap((concern, at) => (isListed(school, actor, concern) ? [at] : []));
  expect(shown, `${who.name} ${who.mode} inbox`).toEqual(listed);
  // Everybody is told how many wait, elevated or not.
  const waiting = facts.filter(
    (one) => one.alert !== null && reads(school, { ...actor, elevated: true }, one),
  );
  expect(answered.reply.counts.toRead).toBe(waiting.length);
}

/** What every record says is searched for, so that nothing but the access rule decides what is found. */
async function sameFound(
  school: SchoolAccess,
  actor: StaffActor | null,
  facts: readonly ConcernFacts[],
  who: Who,
): Promise<void> {
  const answered = await browserOf(who).call('searchConcerns', { body: { words: '' } });
  if (!actor || actor.disabled || !groupWorks(actor)) {
    expect(answered.status).toBe(!actor || actor.disabled ? 401 : 403);
    return;
  }
  const found = answered.reply.found.map(({ concernId }) => random.concerns.indexOf(concernId)).sort();
  const readable = facts.flatMap((concern, at) => (reads(school, actor, concern) ? [at] : []));
  expect(found, `${who.name} ${who.mode} finds`).toEqual(readable);
  expect(answered.reply.total).toBe(readable.length);
}

async function sameExplanation(
  school: SchoolAccess,
  actor: StaffActor | null,
  facts: readonly ConcernFacts[],
  { name, mode }: Who,
): Promise<void> {
  const seen = await asker.must('seeAs', { params: { id: random.id(name) }, query: { mode } });
  // What is about a member of staff is counted only for those who keep it, and the asker does not.
  const counted = facts.filter(({ keptBy }) => keptBy === null);
  const because = counted.map((one) => actor && mayReadConcern(actor, one, school.restrictions));
  const waiting = counted.filter((one) => isListed(school, actor, one) && !reads(school, actor, one));
  expect(seen.records, `see as ${name} ${mode}`).toEqual({
    byGroup: because.filter((why) => why === 'group').length,
    alerted: because.filter((why) => why === 'alerted').length,
    kept: 0,
    waiting: waiting.length,
    named: [],
  });
  const one = (categories: string[], place: { classId: string; yearGroupId: string }) =>
    reads(school, actor, {
      ...factsFor(school, { ...nothing, categories }, name),
      pupils: [{ pupilId: 'any', ...place, connectedStaff: new Set() }],
    });
  const places = school.pupils.map(({ classId, yearGroupId }) => ({ classId, yearGroupId }));
  for (const place of places) {
    const shown = seen.places.find(
      ({ className, yearName }) => className === place.classId && yearName === place.yearGroupId,
    );
    expect(shown?.sees, `${name} ${mode} sees ${place.classId}`).toBe(
      categoryIds.some((category) => one([category], place)),
    );
  }
  const everywhere = seen.places.map((at) => ({ classId: at.className, yearGroupId: at.yearName }));
  expect(Object.fromEntries(seen.categories.map((category) => [category.name, category.reads]))).toEqual(
    Object.fromEntries(categoryIds.map((id) => [id, everywhere.some((place) => one([id], place))])),
  );
}

const nothing: Story = {
  categories: [],
  pupils: [],
  about: new Set(),
  quarantined: false,
  alerted: new Set(),
};
