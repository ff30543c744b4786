import { beforeEach, describe, expect, it } from 'vitest';
import { listPeopleRows } from '../../offline/vault/people';
import { SlipFailed } from '../../offline/delivery/slip-call';
import { readEnrolStep } from '../../client/screens/enrol/set-up-here';
import { createDraft, listDrafts } from '../../client/sealing/drafts';
import { readKeptBoard } from '../../client/unlock/board';
import { SlipTries } from '../../client/unlock/join-by-slip';
import { joinPerson } from '../../client/unlock/join-person';
import { unlockWithPin } from '../../client/unlock/unlock';
import { peopleHere } from '../../client/unlock/unlocked';
import { fromBase64url } from '../../protocol/bytes';
import { parseDeliveryHeader, verifyDelivery } from '../../protocol/delivery';
import { uuidv7 } from '../../protocol/identifiers';
import { aBoard, aRoll, callsOf, School } from '../offline/school';
import { aTablet, PIN } from '../offline/tablet';

const CODE = 'KTRMWPDXHQBN';
const NEW_PIN = '604713';
const PAT = {
  staffId: uuidv7(Date.UTC(2026, 8, 1)),
  name: 'Pat Field',
  shortName: 'Pat',
  initials: 'PF',
};

let school: School;
/** What the school registered for each author key: the same key is the same place. */
let places: Map<string, string>;

beforeEach(async () => {
  school = await School.open();
  places = new Map();
  await aTablet(school);
  school.gate = async (request) =>
    new URL(request.url).pathname === '/api/devices/slip' ? takeSlip(request) : null;
});

/** As the school answers a slip that is good: to a signed call without a cookie, the same key the same place. */
async function takeSlip(request: Request): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer());
  const given = parseDeliveryHeader(request.headers.get('heed-delivery') ?? '');
  const key = given && school.deviceKeys.get(given.keyId);
  if (!key || !(await verifyDelivery(key, body, given.signature))) return new Response(null, { status: 401 });
  const asked = JSON.parse(new TextDecoder().decode(body)) as { code: string; authorKey: string };
  expect(asked.code).toBe(CODE);
  expect(fromBase64url(asked.authorKey)).toHaveLength(65);
  const authorKeyId = places.get(asked.authorKey) ?? uuidv7(Date.now());
  places.set(asked.authorKey, authorKeyId);
  return Response.json({ authorKeyId, person: PAT, board: aBoard(), roll: aRoll() });
}

const tools = () => ({ fetch: school.fetch });
const names = async () => (await peopleHere(await listPeopleRows())).map(({ shortName }) => shortName);

describe('joining a tablet with a slip', () => {
  it('leaves the person unlocked with roll and board, and their PIN opens it again offline', async () => {
    const pat = await new SlipTries().join(CODE, PIN, tools());
    expect(pat.person).toMatchObject({ name: 'Pat Field', slip: true });
    expect(pat.roll?.pupils).toHaveLength(3);
    expect((await readKeptBoard())?.duty[0]?.name).toBe('Mrs Shah');
    school.gate = () => Promise.reject(new TypeError('Failed to fetch'));
    expect((await unlockWithPin(pat.person.authorKeyId, PIN)).kind).toBe('unlocked');
  });

  it('asks again with the same key where the answer was lost, so that the slip is not wasted', async () => {
    const tries = new SlipTries();
    const answer = school.gate!;
    school.gate = async (request, through) => {
      await answer(request, through);
      throw new TypeError('Failed to fetch');
    };
    await expect(tries.join(CODE, PIN, tools())).rejects.toThrow(SlipFailed);
    expect(await names()).toEqual([]);
    school.gate = answer;
    await tries.join(CODE, PIN, tools());
    expect(places.size).toBe(1);
    expect(await names()).toEqual(['Pat']);
  });

  it('takes a captive portal’s page for no answer, and keeps nothing', async () => {
    school.gate = () =>
      new Response('<h1>Wi-Fi for guests</h1>', { headers: { 'content-type': 'text/html' } });
    const fault: unknown = await new SlipTries().join(CODE, PIN, tools()).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ problem: null });
    expect(await names()).toEqual([]);
  });
});

describe('a new slip after a forgotten PIN', () => {
  it('makes a new place and takes the empty one away', async () => {
    const first = await new SlipTries().join(CODE, PIN, tools());
    const second = await new SlipTries().join(CODE, NEW_PIN, tools());
    expect(await names()).toEqual(['Pat']);
    expect(second.person.authorKeyId).not.toBe(first.person.authorKeyId);
    expect((await unlockWithPin(second.person.authorKeyId, NEW_PIN)).kind).toBe('unlocked');
  });

  it('leaves a place with a draft in it: the old PIN alone opens it', async () => {
    const first = await new SlipTries().join(CODE, PIN, tools());
    await createDraft(first, { text: 'not sent yet' });
    const second = await new SlipTries().join(CODE, NEW_PIN, tools());
    expect((await names()).sort()).toEqual(['Pat', 'Pat, old PIN']);
    expect((await listDrafts(second)).drafts).toEqual([]);
    expect((await unlockWithPin(first.person.authorKeyId, NEW_PIN)).kind).toBe('wrong');
    const opened = await unlockWithPin(first.person.authorKeyId, PIN);
    if (opened.kind !== 'unlocked') throw new Error('still locked');
    expect((await listDrafts(opened.unlocked)).drafts[0]?.content).toEqual({ text: 'not sent yet' });
  });
});

it('whoever may log in later joins anew by log-in, in place of the slip', async () => {
  await new SlipTries().join(CODE, PIN, tools());
  expect(await readEnrolStep(PAT.staffId)).toBe('join');
  const joined = await joinPerson(callsOf(school), PAT, NEW_PIN);
  expect(joined.person.slip).toBeUndefined();
  expect(await names()).toEqual(['Pat']);
  expect(await readEnrolStep(PAT.staffId)).toBe('already-here');
});
