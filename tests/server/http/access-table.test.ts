import { beforeAll, describe, expect, test } from 'vitest';
import { administrationRights } from '../../../protocol/administration';
import { contract, type EndpointName } from '../../../protocol/contract';
import type { Endpoint } from '../../../protocol/endpoint';
import { newEnvelopeId, uuidv7 } from '../../../protocol/identifiers';
import { appointFromShell } from '../../../server/trust/appoint';
import { openHouse, type TestHouse } from '../house';
import { aSchool, aSupervisor } from '../school-builder';
import { sealOnline } from '../files/online-file';
import { addKey, elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { halfWritten, leave } from '../unfinished/left-story';
import type { Visitor } from '../visitor';

/**
 * Walks the whole contract table: every endpoint × every kind of caller. What a caller class may reach is said here
 * once; an endpoint that answers anything else fails, and so does a row of a kind that this table does not know.
 */
const LEAD = 'nadia.shah@oakfield.example';
const SAM = 'sam.lee@oakfield.example';

const kinds = [
  'anybody',
  'ended session',
  'leaver',
  'another school',
  'supervisor',
  'lead',
  'elevated lead',
] as const;
type Kind = (typeof kinds)[number];
type Gate = 'open' | 'log-in-needed' | 'elevation-needed' | 'delivery-refused';
const gates: readonly string[] = ['log-in-needed', 'elevation-needed', 'delivery-refused'];

/** Which gate stands before whom, by the caller class of the contract. */
function gateFor(endpoint: Endpoint, kind: Kind): Gate {
  if (endpoint.caller === 'public') return 'open';
  if (endpoint.caller === 'device' || endpoint.caller === 'author') {
    return endpoint.signedRefusal ? 'open' : 'delivery-refused';
  }
  if (['anybody', 'ended session', 'leaver', 'another school'].includes(kind)) return 'log-in-needed';
  return endpoint.caller === 'elevated' && kind !== 'elevated lead' ? 'elevation-needed' : 'open';
}

interface Cast {
  readonly house: TestHouse;
  readonly visitors: Readonly<Record<Kind, Visitor>>;
  /** Ids of things that belong to the elevated lead, by the first word of the path. */
  readonly theirs: Readonly<Record<string, string>>;
}

const endpoints = Object.entries(contract) as [EndpointName, Endpoint][];
/** Calls that end the very session that the walk needs; their gates are walked with the unknown callers only. */
const endsSession: readonly EndpointName[] = ['logOut', 'logOutEverywhere', 'endElevation'];

async function aCast(whenDone: (close: () => Promise<void>) => void): Promise<Cast> {
  const base = aSchool();
  const plan = aSchool({
    staff: [...base.staff, aSupervisor({ email: SAM, lastName: 'Lee' })],
    // The lead holds every part of the administration, so that each body is looked at.
    userGroups: base.userGroups.map((group) =>
      group.name === 'Safeguarding leads' ? { ...group, administration: [...administrationRights] } : group,
    ),
  });
  const house = await openHouse({ plan, whenDone });
  // And sets up the sites of a trust, for the same reason.
  await appointFromShell(house.ground, ['add', LEAD]);
  const { browser: elevated } = await elevatedLead(house, LEAD);
  const lead = await house.loggedIn('ruth.grey@oakfield.example');
  await addKey(house, lead);
  const supervisor = await house.loggedIn(SAM);
  const leaver = await house.loggedIn('jo.price@oakfield.example');
  const tablet = await Tablet.enrol(leaver);
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  await house.ground.database.write((trx) =>
    trx('staff')
      .where({ id: tablet.staffId })
      .update({ disabled_at: new Date(house.clock.now()).toISOString() }),
  );
  const ended = house.visitor();
  ended.cookies.set('heed-session', 'A'.repeat(43));
  const elsewhere = house.visitor();
  elsewhere.cookies.set('heed-session', 'B'.repeat(43));
  const left = await leave(house, await Tablet.enrol(elevated, 'Office computer'), halfWritten());
  const link = uuidv7(house.clock.now());
  const { session: own } = await elevated.must('readSession');
  await house.ground.database.write(async (trx) => {
    const person = await trx('staff').where({ id: own!.staffId }).first('account_id');
    await trx('provider_identities').insert({
      id: link,
      account_id: person!.account_id!,
      provider_index: 'a provider',
      subject_index: 'a subject',
      address: Buffer.from('x'),
      provider: 'google',
      linked_at: new Date(house.clock.now()).toISOString(),
    });
  });
  const rows = (await elevated.must('listInbox', { query: { view: 'all' } })).rows;
  const keys = (await elevated.must('listKeys')).keys;
  const sessions = (await elevated.must('listSessions')).sessions;
  const due = { day: '2099-01-01', ownerId: own!.staffId };
  const action = { actionId: uuidv7(house.clock.now()), text: 'Ring home.', due };
  const letter = await sealOnline(Buffer.from('A letter.'));
  const body = { ...action, files: [letter.file] };
  await elevated.must('addAction', { params: { id: rows[0]!.concernId }, body });
  const view = uuidv7(house.clock.now());
  const look = { name: 'High', view: 'all', level: 'high', category: null, year: null } as const;
  await elevated.must('saveView', { params: { id: view }, body: look });
  const reply = uuidv7(house.clock.now());
  await house.ground.database.write((trx) =>
    trx('concern_actions').insert({
      school_id: house.schoolId,
      id: reply,
      concern_id: rows[0]!.concernId,
      kind: 'reply',
      staff_id: own!.staffId,
      at: new Date(house.clock.now()).toISOString(),
    }),
  );
  return {
    house,
    visitors: {
      anybody: house.visitor(),
      'ended session': ended,
      leaver: leaver,
      'another school': elsewhere,
      supervisor,
      lead,
      'elevated lead': elevated,
    },
    theirs: {
      concerns: rows[0]!.concernId,
      alerts: rows[0]!.alertId,
      actions: action.actionId,
      files: letter.fileId,
      replies: reply,
      views: view,
      'security-keys': keys[0]!.id,
      sessions: sessions[0]!.id,
      devices: tablet.deviceId,
      parked: left.envelope.id,
      notifications: uuidv7(house.clock.now()),
      'sign-in': link,
    },
  };
}

/** A body that no schema takes, so that what is past the gate changes nothing. */
const wrongBody = { __proto__: null, schoolId: 'x', group: 'dsl', author: 'me', createdAt: 'now' };

function paramsFor(endpoint: Endpoint, id: string): Record<string, string> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  return Object.fromEntries(names.map((name) => [name, id]));
}

describe('every endpoint × every kind of caller', () => {
  let cast: Cast;
  beforeAll(async () => {
    let close = () => Promise.resolve();
    cast = await aCast((given) => {
      close = given;
    });
    return () => close();
  }, 60_000);

  test.each(kinds)('%s passes exactly the gates of the contract', async (kind) => {
    const visitor = cast.visitors[kind];
    const seen: string[] = [];
    for (const [name, endpoint] of endpoints) {
      if (endsSession.includes(name) && gateFor(endpoint, kind) === 'open') continue;
      if (endpoint.replyType === 'stream' && gateFor(endpoint, kind) === 'open') continue;
      const params = paramsFor(endpoint, uuidv7(cast.house.clock.now()));
      const body =
        endpoint.bodyType === 'none'
          ? {}
          : { body: endpoint.bodyType === 'json' ? wrongBody : new Uint8Array([1]) };
      const answered = await visitor.call(name, { params: params as never, ...body });
      const gate = gateFor(endpoint, kind);
      const refusal = answered.status >= 400 ? answered.problem.code : 'none';
      if (gate === 'open') expect(gates, `${name} for ${kind}`).not.toContain(refusal);
      else expect(refusal, `${name} for ${kind}`).toBe(gate);
      if (gate !== 'open') expect(answered.status).toBe(gate === 'elevation-needed' ? 403 : 401);
      seen.push(name);
    }
    expect(seen.length).toBeGreaterThan(40);
  });

  test('a body outside its schema is a 400 that names the field, never a 500', async () => {
    const visitor = cast.visitors['elevated lead'];
    const checked = endpoints.filter(
      ([, one]) => one.bodyType === 'json' && ['public', 'session', 'elevated'].includes(one.caller),
    );
    expect(checked.length).toBeGreaterThan(12);
    for (const [name, endpoint] of checked) {
      const params = paramsFor(endpoint, uuidv7(cast.house.clock.now())) as never;
      const answered = await visitor.call(name, { params, body: wrongBody });
      expect(answered.problem, name).toMatchObject({
        status: 400,
        code: 'not-valid',
        field: expect.stringMatching(/^body/) as string,
      });
    }
  });

  test.each(['supervisor', 'lead'] as const)(
    'a %s finds what belongs to the lead exactly as absent as what never was',
    async (kind) => {
      const visitor = cast.visitors[kind];
      const withIds = endpoints.filter(
        ([, one]) => one.path.includes(':') && one.caller === 'session' && one.bodyType === 'none',
      );
      expect(withIds.length).toBeGreaterThan(6);
      for (const [name, endpoint] of withIds) {
        const noun = endpoint.path.split('/')[2]!;
        // The board of any enrolled device is for every member of staff of its school.
        if (name === 'readBoard') continue;
        const theirs = await visitor.call(name, { params: paramsFor(endpoint, cast.theirs[noun]!) as never });
        const absent = await visitor.call(name, {
          params: paramsFor(
            endpoint,
            noun === 'files' ? newEnvelopeId() : uuidv7(cast.house.clock.now()),
          ) as never,
        });
        expect(theirs.status, `${name} for ${kind}`).toBe(404);
        expect(Buffer.from(theirs.bytes).toString(), name).toBe(Buffer.from(absent.bytes).toString());
      }
    },
  );

  test('an id that is none, a repeated parameter and an unknown field are each refused', async () => {
    const visitor = cast.visitors['elevated lead'];
    const bad = await visitor.call('readConcern', { params: { id: "1' or '1'='1" } });
    expect(bad).toMatchObject({ status: 400, problem: { field: 'params.id' } });
    const twice = await fetch(`${cast.house.origin}/api/inbox?view=all&view=mine`, {
      headers: { cookie: [...visitor.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
    });
    expect(twice.status).toBe(400);
  });

  test('every state-changing endpoint refuses another site, a neighbouring school included', async () => {
    const changing = endpoints.filter(([, one]) => one.method !== 'GET');
    for (const [name] of changing) {
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const answered = await cast.visitors['elevated lead'].call(name, {
          params: paramsFor(contract[name], uuidv7(1)) as never,
          body: {},
          headers,
        });
        expect(answered.problem, name).toMatchObject({ status: 403, code: 'foreign-origin' });
      }
    }
  });

  test('every answer, faults included, carries the security headers', async () => {
    for (const path of ['/api/session', '/api/nothing', '/api/inbox', '/']) {
      const { headers } = await fetch(`${cast.house.origin}${path}`);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe-inline|unsafe-eval/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });
});
