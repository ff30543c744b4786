import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type EndpointName } from '../../../protocol/contract';
import type { Endpoint } from '../../../protocol/endpoint';
import { uuidv7 } from '../../../protocol/identifiers';
import type { SchoolAccess } from '../../../server/access/reach';
import { importSchool } from '../../../server/set-up/import/import-school';
import { aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { categoryIds, people, type Story } from './random-school';
import { addressOf, openRandomHouse, writeSchool } from './written-school';

/**
 * Every endpoint of the contract that names one concern × every relation of access.md: Ada, an elevated lead who may read
 * every category and is on the list of class 1a alone, asks by id. A new endpoint is walked without being named here.
 */
const relations = [
  'own class',
  'other class',
  'linked pupil',
  'about self',
  'connected',
  'other school',
  'left',
] as const;
type Relation = (typeof relations)[number];
/** To mark or correct a record takes all of it: whoever sees another pupil in it does neither. */
const visibleFor = (name: EndpointName): readonly Relation[] =>
  ['markEntry', 'correctPupil', 'listLeftPupils', 'correctWhen', 'coverPassage', 'readWhole'].includes(name)
    ? ['own class']
    : ['own class', 'linked pupil'];

const plain: Story = {
  categories: ['top'],
  pupils: ['pia'],
  about: new Set(),
  quarantined: false,
  alerted: new Set(),
};
const stories: readonly Story[] = [
  plain,
  { ...plain, pupils: ['quin'] },
  { ...plain, pupils: ['pia', 'quin'] },
  { ...plain, about: new Set(['ada']) },
  plain,
];

const everyRight = { viewPupils: true, viewConcerns: true, addConcerns: true };
const group = {
  higherLevel: true,
  unrestricted: false,
  administration: new Set<string>(),
  permissions: [{ categoryId: '*', rights: everyRight }],
};
const ofAda = { everyone: false, groups: new Set<string>(), staff: new Set(['ada', 'cat']) };
const school = (given: { connected: boolean; left: boolean }): SchoolAccess => ({
  categories: categoryIds.map((id) => ({ id, parentId: null, restricted: false, mergedInto: null })),
  groups: new Map(['leads', 'teachers', 'helpers'].map((name) => [name, group])),
  staff: people.map((id) => ({ id, groupId: 'leads', disabled: id === 'ada' && given.left, address: id })),
  restrictions: { classes: new Map([['1a', ofAda]]), years: null },
  places: [],
  pupils: [
    { id: 'pia', classId: '1a', yearGroupId: 'y1' },
    { id: 'quin', classId: '2b', yearGroupId: 'y2' },
  ],
  alerted: new Set(),
  alertGroups: new Map(),
  rules: [],
  duty: [
    { role: 'lead', staffId: 'ada' },
    { role: 'deputy', staffId: 'cat' },
    { role: 'head', staffId: 'ben' },
  ],
  connected: new Set(given.connected ? ['pia ada'] : []),
});

const endpoints = (Object.entries(contract) as [EndpointName, Endpoint][])
  .filter(([, one]) => one.path.startsWith('/api/concerns/:id'))
  // What lies below needs an id of its own, and is walked where there is one (files/files.test.ts).
  .filter(([, one]) => !one.path.replace('/:id', '').includes('/:'))
  .map(([name]) => name);
/** What was added last to each concern, so that it can be finished. */
const added = new Map<string, string>();
/** The link that was made last from each concern. */
const linked = new Map<string, string>();
/** When each concern happened, as its page says. */
const happened = new Map<string, string>();
const bodies: Partial<Record<EndpointName, (id: string) => unknown>> = {
  addAction: (id) => {
    const actionId = uuidv7(random.house.clock.now());
    added.set(id, actionId);
    return { actionId, text: 'Ring home.', due: { day: '2027-01-08', ownerId: adasId } };
  },
  finishAction: (id) => ({ actionId: added.get(id) ?? uuidv7(1) }),
  giveConcern: () => ({ actionId: newId(), to: random.id('cat') }),
  setLevel: () => ({ actionId: newId(), level: 'high', reason: 'Seen twice.' }),
  sortConcern: () => ({
    actionId: newId(),
    categories: [random.id('other')],
    reason: 'It is about this.',
  }),
  markEntry: (id) => ({
    actionId: newId(),
    entryId: id,
    significant: true,
    reason: 'The first of many.',
  }),
  correctPupil: () => ({
    actionId: newId(),
    position: 0,
    was: random.id('pia'),
    pupilId: random.id('rea'),
    reason: 'It was Rea.',
  }),
  correctWhen: (id) => ({
    actionId: newId(),
    was: happened.get(id) ?? '2026-11-01T09:00:00.000Z',
    at: '2026-11-02T09:00:00.000Z',
    about: false,
    reason: 'It was the day after.',
  }),
  linkConcern: (id) => {
    const linkId = newId();
    linked.set(id, linkId);
    const otherId = idOf(id === idOf('own class') ? 'linked pupil' : 'connected');
    return { linkId, otherId, reason: 'The same afternoon.' };
  },
  unlinkConcern: (id) => ({
    actionId: newId(),
    linkId: linked.get(id) ?? newId(),
    reason: 'It was another one.',
  }),
  coverPassage: (id) => ({
    actionId: newId(),
    entryId: id,
    start: 0,
    end: 3,
    reason: 'It names somebody else.',
  }),
  closeConcern: () => ({
    actionId: newId(),
    reason: 'He is safe.',
    decision: { actionId: newId(), text: 'No further action.' },
  }),
  sendReply: () => ({ actionId: newId(), text: 'Thank you. We are on it.' }),
  reopenConcern: () => ({ actionId: newId(), reason: 'It happened again.' }),
};

let random: Awaited<ReturnType<typeof openRandomHouse>>;
let ada: Visitor;
const newId = (): string => uuidv7(random.house.clock.now());
let adasId = '';
let elsewhere = '';
const closings: (() => Promise<void>)[] = [];

beforeAll(async () => {
  random = await openRandomHouse(stories.length, (close) => closings.push(close), ['rea']);
  const { house, concerns } = random;
  ada = (await elevatedLead(house, addressOf('ada'))).browser;
  adasId = (await ada.must('readSession')).session!.staffId;
  const { schoolId } = await importSchool(house.ground, aSchool({ site: 'ashgrove' }), { actor: 'shell' });
  elsewhere = uuidv7(house.clock.now());
  for (const { id, happened_at } of await house.ground.database.read('concerns').select('id', 'happened_at'))
    happened.set(id, happened_at ?? '');
  await house.ground.database.write(async (trx) => {
    const row = await trx('concerns').where({ id: concerns[0]! }).first();
    await trx('concerns').insert({ ...row!, school_id: schoolId, id: elsewhere });
  });
}, 60_000);

afterAll(async () => {
  for (const close of closings) await close();
});

const idOf = (relation: Relation): string => {
  if (relation === 'other school') return elsewhere;
  const at = { 'own class': 0, 'other class': 1, 'linked pupil': 2, 'about self': 3, connected: 4, left: 0 }[
    relation
  ];
  return random.concerns[at]!;
};

async function ask(name: EndpointName, id: string) {
  const given = bodies[name];
  const body = given ? { body: given(id) } : {};
  const answered = await ada.call(name, { params: { id } as never, ...body });
  return { status: answered.status, body: Buffer.from(answered.bytes).toString() };
}

describe.each(relations)('%s', (relation) => {
  test.each(endpoints)('%s answers as the relation says', async (name) => {
    await writeSchool(
      random,
      school({ connected: relation === 'connected', left: relation === 'left' }),
      stories,
    );
    const answered = await ask(name, idOf(relation));
    if (relation === 'left') expect(answered.status).toBe(401);
    else if (visibleFor(name).includes(relation)) expect(answered.status).toBeLessThan(400);
    else expect(answered).toEqual(await ask(name, uuidv7(random.house.clock.now())));
    if (!visibleFor(name).includes(relation) && relation !== 'left') expect(answered.status).toBe(404);
  });
});

test('the walk covers what there is: reading, news, adding and taking at least', () => {
  expect(endpoints).toEqual(
    expect.arrayContaining(['readConcern', 'readConcernNews', 'addAction', 'takeConcern']),
  );
});

test('linking never widens: of the pupil in the other class she is shown that there is another pupil, and no name', async () => {
  await writeSchool(random, school({ connected: false, left: false }), stories);
  const { pupils } = await ada.must('readConcern', { params: { id: idOf('linked pupil') } });
  expect(pupils.filter(({ hidden }) => hidden)).toEqual([
    expect.objectContaining({ name: '', pupilId: null, className: null }),
  ]);
});
