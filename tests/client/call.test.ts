import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../protocol/accounts';
import { call, watchCalls } from '../../client/data/call';
import { CallFault } from '../../client/data/call-fault';

const tom: Session = {
  staffId: '018f0000-0000-7000-8000-000000000001',
  schoolId: '018f0000-0000-7000-8000-000000000002',
  schoolName: 'Oakfield Primary',
  name: 'Tom Lowe',
  shortName: 'Tom',
  initials: 'TL',
  email: 'tom.lowe@oakfield.example',
  keyHolder: true,
  keyKinds: ['totp'],
  higherLevel: true,
  lead: true,
  administrator: false,
  keepsSites: false,
  severalSites: false,
  asked: false,
  rightsEnded: 0,
  passwordAt: '2026-11-23T12:00:00.000Z',
  elevatedUntil: null,
  may: [],
};

let asked: Request[] = [];
let sessions: (Session | null)[] = [];
let faults: string[] = [];
let unlocked: string | null = null;
let loggedIn: string | null = null;

/** The school on the other end of the wire: it answers every request in the same way. */
function schoolAnswers(answer: () => Response): void {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(new Request(new URL(address, location.origin), init));
    return answer();
  });
}

const json = (body: unknown, status = 200, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (fault: unknown) => fault,
  );

beforeEach(() => {
  asked = [];
  sessions = [];
  faults = [];
  unlocked = null;
  loggedIn = null;
  watchCalls({
    around: (_name, run) => run(),
    unlockedPerson: () => unlocked,
    sessionPerson: () => loggedIn,
    onSession: (session) => sessions.push(session),
    onReply: () => undefined,
    onFault: (fault) => faults.push(fault.code),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('calling the school', () => {
  it('puts parameters, query and body where the contract says', async () => {
    schoolAnswers(() => new Response(null, { status: 204 }));
    await call('removeKey', { params: { id: 'a b' }, body: { code: '123456' } });
    expect(asked[0]?.method).toBe('POST');
    expect(new URL(asked[0]?.url ?? '').pathname).toBe('/api/security-keys/a%20b/remove');
    expect(await asked[0]?.json()).toEqual({ code: '123456' });
  });

  it('gives the sentence and the field of a refusal to the screen', async () => {
    const problem = {
      type: '',
      status: 422,
      code: 'code-wrong',
      title: 'That code is not right.',
      field: 'body.code',
    };
    schoolAnswers(() => json(problem, 422, 'application/problem+json'));
    const fault = await faultOf(call('elevate', { body: { code: '000000' } }));
    expect(fault).toBeInstanceOf(CallFault);
    expect(fault).toMatchObject({ code: 'code-wrong', title: 'That code is not right.', field: 'body.code' });
  });

  it('takes a café’s log-in page with status 200 for no answer at all', async () => {
    schoolAnswers(() => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }));
    expect(await faultOf(call('readSession'))).toMatchObject({ code: 'unreachable' });
    expect(sessions).toEqual([]);
  });

  it('drops the session of the person before once somebody else has unlocked', async () => {
    unlocked = 'somebody-else';
    schoolAnswers(() => json({ session: tom }));
    expect(await faultOf(call('readSession'))).toMatchObject({ code: 'other-person' });
    expect(sessions).toEqual([]);
    expect(faults).toEqual(['other-person']);
  });

  it('hears of the session in every reply that names one', async () => {
    unlocked = tom.staffId;
    schoolAnswers(() => json({ session: tom }));
    await call('stillTyping');
    expect(sessions).toEqual([tom]);
  });
});

/** The school, which knows one session token and sees with which one each request came. */
function schoolKnows(token: string, carried: () => string, whose: Session | null): void {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const request = new Request(new URL(address, location.origin), init);
    asked.push(request);
    const known = carried() === token;
    if (request.url.endsWith('/api/session')) return json({ session: known ? whose : null });
    return known ? new Response(null, { status: 204 }) : json(refusal, 401, 'application/problem+json');
  });
}

const refusal = { type: '', status: 401, code: 'log-in-needed', title: 'Log in to go on.' };
const paths = (): string[] => asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

describe('a call that is refused for want of a session', () => {
  it('is made once more when another tab had only changed the token under it', async () => {
    loggedIn = tom.staffId;
    let sent = 0;
    schoolKnows('new', () => (sent++ === 0 ? 'old' : 'new'), tom);
    await call('removeKey', { params: { id: 'phone' }, body: { code: '123456' } });
    expect(paths()).toEqual([
      'POST /api/security-keys/phone/remove',
      'GET /api/session',
      'POST /api/security-keys/phone/remove',
    ]);
    expect(await asked[2]?.json()).toEqual({ code: '123456' });
    expect(sessions).toEqual([tom]);
    expect(faults).toEqual([]);
  });

  it('ends the session here only after the school has said that there is none', async () => {
    loggedIn = tom.staffId;
    schoolKnows('new', () => 'old', tom);
    const both = await Promise.all([faultOf(call('stillTyping')), faultOf(call('endElevation'))]);
    expect(both).toMatchObject([{ code: 'log-in-needed' }, { code: 'log-in-needed' }]);
    expect(paths().filter((path) => path === 'GET /api/session')).toHaveLength(1);
    expect(new Set(sessions)).toEqual(new Set([null]));
  });

  it('says nothing of the session when the school cannot be asked', async () => {
    loggedIn = tom.staffId;
    vi.stubGlobal('fetch', async (address: string) => {
      if (address.endsWith('/api/session')) throw new TypeError('Failed to fetch');
      return json(refusal, 401, 'application/problem+json');
    });
    expect(await faultOf(call('endElevation'))).toMatchObject({ code: 'unreachable' });
    expect(sessions).toEqual([]);
  });

  it('is never made in the name of somebody who has logged in in another tab', async () => {
    loggedIn = 'jo-price';
    let sent = 0;
    schoolKnows('new', () => (sent++ === 0 ? 'old' : 'new'), tom);
    expect(await faultOf(call('endElevation'))).toMatchObject({ code: 'log-in-needed' });
    expect(paths()).toEqual(['DELETE /api/elevation', 'GET /api/session']);
    expect(sessions).toEqual([tom]);
  });

  it('ends a session whose token has changed, whoever has unlocked since', async () => {
    unlocked = 'somebody-else';
    let sent = 0;
    schoolKnows('new', () => (sent++ === 0 ? 'old' : 'new'), tom);
    await call('logOut');
    expect(paths()).toEqual(['POST /api/log-out', 'GET /api/session', 'POST /api/log-out']);
    expect(faults).toEqual([]);
  });
});
