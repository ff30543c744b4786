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
  higherLevel: true,
  lead: true,
  administrator: false,
  passwordAt: '2026-11-23T12:00:00.000Z',
  elevatedUntil: null,
  may: [],
};

let asked: Request[] = [];
let sessions: (Session | null)[] = [];
let faults: string[] = [];
let unlocked: string | null = null;

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
  watchCalls({
    unlockedPerson: () => unlocked,
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
