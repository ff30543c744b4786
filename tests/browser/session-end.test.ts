import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentSession, noteSession } from '../../client/contexts/session';
import { setUnlocked } from '../../client/contexts/unlocked';
import { call } from '../../client/data/call';
import { deviceCalls } from '../../client/data/device-calls';
import { logOutHere } from '../../client/shell/leave';
import { Known } from '../../client/shell/known';
import { CallOrder } from '../../client/shell/call-order';
import { LeftOver } from '../../client/shell/left-over';
import { startSessionLife } from '../../client/shell/session-life';
import { lockNow } from '../../client/unlock/lock';
import type { Unlocked } from '../../client/unlock/unlocked';
import { dropChore, hasChore } from '../../offline/vault/chores';
import type { Session } from '../../protocol/accounts';
import { contract } from '../../protocol/contract';
import { PERSON_HEADER } from '../../protocol/endpoint';
import { LitElement } from 'lit';
import { School } from '../offline/school';
import { aPersonOn, aTablet } from '../offline/tablet';
import { aSession } from './lock-school';

const theRealFetch = globalThis.fetch;
/** What reached the school with the browser's cookie, in order. */
const seen: string[] = [];
let online = true;
/** Every way to a session of one's own. */
const logIns = ['logIn', 'logInByPasskey', 'finishSignIn', 'acceptOffer', 'finishSwitch'] as const;
/** whose session the cookie is */
let cookie: Session | null = null;
let others = 0;
let jo: Unlocked;
let ben: Unlocked;

class Frame extends LitElement {}
customElements.define('a-frame', Frame);

beforeAll(async () => {
  const school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
  ben = await aPersonOn(school, 'Ben Hughes');
  const nothing = () => undefined;
  startSessionLife({
    endsSoon: nothing,
    ended: nothing,
    rightsEnded: nothing,
    otherPerson: () => (others += 1),
  });
});

beforeEach(async () => {
  setUnlocked(null);
  noteSession(null, null);
  await dropChore('end-session');
  seen.length = 0;
  others = 0;
  online = true;
  cookie = sessionOf(jo);
  globalThis.fetch = answer;
});

afterEach(() => {
  globalThis.fetch = theRealFetch;
});

const sessionOf = ({ person }: Unlocked): Session => aSession(person.staffId, person.name);

const answer: typeof fetch = async (input, init) => {
  const path = typeof input === 'string' ? input : '';
  if (!path.startsWith('/api/')) return theRealFetch(input, init);
  if (!online) throw new TypeError('Failed to fetch');
  seen.push(`${init?.method ?? 'GET'} ${path}`);
  if (path === '/api/session') return Response.json({ session: cookie });
  if (!cookie) return refusal();
  if (logIns.some((name) => contract[name].path === path))
    return Response.json({ session: cookie }, { headers: { [PERSON_HEADER]: cookie.staffId } });
  const named = { [PERSON_HEADER]: cookie.staffId };
  if (path === '/api/log-out') cookie = null;
  return new Response(null, { status: 204, headers: named });
};

function refusal(): Response {
  const problem = { type: '', status: 401, code: 'log-in-needed', title: 'Log in to go on.' };
  return new Response(JSON.stringify(problem), {
    status: 401,
    headers: { 'content-type': 'application/problem+json' },
  });
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (fault: unknown) => (fault as { code: string }).code,
  );
/** A page that has just been opened on this tablet. */
async function aPage(): Promise<{ known: Known; leftOver: LeftOver }> {
  const known = new Known(new Frame());
  known.start({ session: () => undefined, unlocked: () => undefined, connectivity: () => undefined });
  await known.lookHere();
  return { known, leftOver: new LeftOver(known) };
}

describe('a session that was locked without a network', () => {
  it('ends before anything else is asked with it, whoever asks first', async () => {
    setUnlocked(jo);
    noteSession(cookie, null);
    online = false;
    await (
      await lockNow(deviceCalls)
    ).ended;
    online = true;
    setUnlocked(ben);
    expect(await codeOf(call('endElevation'))).toBe('log-in-needed');
    expect(seen).toEqual(['POST /api/log-out', 'DELETE /api/elevation', 'GET /api/session']);
    expect(currentSession()).toMatchObject({ known: true, session: null });
    expect(others).toBe(0);
  });

  it('is asked nothing at all while it cannot be ended', async () => {
    online = false;
    await (
      await lockNow(deviceCalls)
    ).ended;
    expect(await codeOf(call('readSession'))).toBe('unreachable');
    expect(await hasChore('end-session')).toBe(true);
  });

  it('ends by itself when the network is back, with nobody at the tablet', async () => {
    online = false;
    await (
      await lockNow(deviceCalls)
    ).ended;
    online = true;
    dispatchEvent(new Event('online'));
    await expect.poll(() => hasChore('end-session')).toBe(false);
    expect(seen).toEqual(['POST /api/log-out']);
  });
});

describe('logging out', () => {
  it('of a computer that has just lost its network is done at the next connection', async () => {
    noteSession(cookie, null);
    online = false;
    expect(await logOutHere({ enrolled: false, unsent: 0, connectivity: 'unknown' })).toBe('/log-in');
    expect(currentSession().session).toBeNull();
    await expect.poll(() => hasChore('end-session')).toBe(true);
    online = true;
    await call('readSession');
    expect(seen).toEqual(['POST /api/log-out', 'GET /api/session']);
    expect(currentSession().session).toBeNull();
  });
});

describe('elevating', () => {
  it('waits for calls on their way and is not overtaken, since it changes the session’s token', async () => {
    const order = new CallOrder();
    const said: string[] = [];
    let answered = () => undefined as void;
    const reading = order.beside(async () => {
      await new Promise<void>((resolve) => (answered = resolve));
      said.push('read');
    });
    const elevating = order.alone(async () => {
      said.push('elevate');
      await Promise.resolve();
      said.push('elevated');
    });
    const after = order.beside(async () => {
      said.push('read again');
      return Promise.resolve();
    });
    await Promise.resolve();
    answered();
    await Promise.all([reading, elevating, after]);
    expect(said).toEqual(['read', 'elevate', 'elevated', 'read again']);
  });

  it('goes on after a call that failed', async () => {
    const order = new CallOrder();
    const failing = order.beside(() => Promise.reject(new Error('no')));
    const elevating = order.alone(() => Promise.resolve('elevated'));
    await expect(failing).rejects.toThrow('no');
    expect(await elevating).toBe('elevated');
    await expect(order.alone(() => Promise.reject(new Error('wrong code')))).rejects.toThrow('wrong code');
    expect(await order.beside(() => Promise.resolve('read'))).toBe('read');
  });
});

describe('a session of somebody else than has unlocked', () => {
  it('is dropped unrendered and ends, now or at the next connection', async () => {
    setUnlocked(ben);
    expect(await codeOf(call('readSession'))).toBe('other-person');
    expect(others).toBe(1);
    expect(currentSession().session).toBeNull();
    await expect.poll(() => cookie).toBeNull();
  });

  it('is queued to end when the network goes with the very reply that showed it', async () => {
    setUnlocked(ben);
    globalThis.fetch = async (input, init) => {
      const reply = await answer(input, init);
      online = false;
      return reply;
    };
    expect(await codeOf(call('readSession'))).toBe('other-person');
    await expect.poll(() => hasChore('end-session')).toBe(true);
    expect(cookie).not.toBeNull();
    globalThis.fetch = answer;
    online = true;
    await call('readSession');
    expect(seen.slice(-2)).toEqual(['POST /api/log-out', 'GET /api/session']);
  });

  it('is gone before any screen hears of the unlocking', async () => {
    const page = await aPage();
    noteSession(cookie, null);
    const shown: (string | undefined)[] = [];
    page.known.start({
      session: () => undefined,
      unlocked: () => shown.push(page.known.unlocked ? page.known.session.session?.name : 'locked'),
      connectivity: () => undefined,
    });
    setUnlocked(ben);
    expect(shown).toEqual(['locked', undefined]);
    await expect.poll(() => cookie).toBeNull();
  });
});

describe('a shared tablet that is opened with a session left in it', () => {
  it('ends it at once with a network, and without one as soon as there is one', async () => {
    const { leftOver } = await aPage();
    online = false;
    await leftOver.settle();
    expect(cookie).not.toBeNull();
    online = true;
    await leftOver.settle();
    expect(seen).toEqual(['GET /api/session', 'POST /api/log-out']);
    expect(cookie).toBeNull();
    expect(currentSession().session).toBeNull();
  });

  it('ends it also when the network came back while it was still being asked for', async () => {
    const { leftOver } = await aPage();
    let fail: (() => void) | null = null;
    globalThis.fetch = () =>
      new Promise((_, reject) => (fail = () => reject(new TypeError('Failed to fetch'))));
    const first = leftOver.settle();
    const breakOff = await vi.waitUntil(() => fail);
    await leftOver.settle();
    expect(cookie).not.toBeNull();
    globalThis.fetch = answer;
    breakOff();
    await first;
    await expect.poll(() => cookie).toBeNull();
  });

  it('leaves it to its owner, who has unlocked meanwhile', async () => {
    const { leftOver } = await aPage();
    online = false;
    await leftOver.settle();
    setUnlocked(jo);
    online = true;
    await leftOver.settle();
    expect(cookie).not.toBeNull();
    expect(currentSession().session?.name).toBe('Jo Price');
  });

  it('ends it when a colleague has unlocked meanwhile, and shows nothing of it', async () => {
    const { leftOver } = await aPage();
    online = false;
    await leftOver.settle();
    setUnlocked(ben);
    online = true;
    await leftOver.settle();
    await expect.poll(() => cookie).toBeNull();
    expect(currentSession().session).toBeNull();
  });
});

// Last: from here on somebody has logged in in this page.
describe('a log-in', () => {
  it.each(logIns)('by %s takes the place of the session that was left to end', async (name) => {
    online = false;
    await (
      await lockNow(deviceCalls)
    ).ended;
    online = true;
    await call<'logIn'>(name as 'logIn', { body: { email: '', password: '' } });
    expect(seen).toEqual([`POST ${contract[name].path}`]);
    expect(await hasChore('end-session')).toBe(false);
  });
});
