import type { Session } from '../../protocol/accounts';
import type { BodyOf } from '../../protocol/endpoint';
import type { enrolDevice, joinDevice, openUnlockKey } from '../../protocol/devices';
import { callsOf, type School } from '../offline/school';

const theRealFetch = globalThis.fetch;

/** A session of a member of staff, as the school tells it. */
export function aSession(staffId: string, name: string): Session {
  return {
    staffId,
    schoolId: staffId,
    schoolName: 'Oakfield Primary',
    name,
    shortName: name.split(' ')[0]!,
    initials: 'JP',
    email: 'staff@oakfield.example',
    keyHolder: false,
    keyKinds: [],
    higherLevel: false,
    lead: false,
    administrator: false,
    keepsSites: false,
    severalSites: false,
    asked: false,
    rightsEnded: 0,
    passwordAt: '2026-11-23T12:00:00.000Z',
    elevatedUntil: null,
    may: [],
  };
}

/**
 * The page's network leads to this school.
 * @param whoLogsIn whose password it is that will be typed; null: a wrong one
 */
export function connectTo(school: School, whoLogsIn: () => Session | null): void {
  const calls = callsOf(school);
  const answers: [RegExp, (body: unknown) => Promise<unknown>][] = [
    [/^POST \/api\/devices$/, (body) => calls.enrolDevice(body as BodyOf<typeof enrolDevice>)],
    [/^POST .*\/people$/, (body) => calls.joinDevice({ id: '' }, body as BodyOf<typeof joinDevice>)],
    [/^POST .*\/unlock-key$/, (body) => calls.openUnlockKey(body as BodyOf<typeof openUnlockKey>)],
    [/^GET .*\/board$/, () => calls.readBoard({ id: '' })],
    [/^GET \/api\/roll$/, () => calls.readRoll()],
    [/^GET \/api\/session$/, async () => ({ session: whoLogsIn() })],
    [/^POST \/api\/log-in$/, async () => (whoLogsIn() ? { session: whoLogsIn() } : null)],
  ];
  globalThis.fetch = async (input, init) => {
    const path = typeof input === 'string' ? input : '';
    if (!path.startsWith('/api/')) return theRealFetch(input, init);
    if (path === '/api/log-out') {
      await calls.logOut();
      return new Response(null, { status: 204 });
    }
    const line = `${init?.method ?? 'GET'} ${path}`;
    const found = answers.find(([pattern]) => pattern.test(line));
    if (!found) return school.fetch(input, init);
    const answer = await found[1](typeof init?.body === 'string' ? JSON.parse(init.body) : null);
    return answer === null ? wrongPassword() : Response.json(answer);
  };
}

/** No network at all. */
export function disconnect(): void {
  globalThis.fetch = (input, init) =>
    typeof input === 'string' && input.startsWith('/api/')
      ? Promise.reject(new TypeError('Failed to fetch'))
      : theRealFetch(input, init);
}

/** The runner's own network again. */
export function reconnectRunner(): void {
  globalThis.fetch = theRealFetch;
}

function wrongPassword(): Response {
  const problem = {
    type: 'about:blank',
    code: 'wrong-password',
    status: 400,
    title: 'The e-mail address or the password is not right.',
  };
  return new Response(JSON.stringify(problem), {
    status: 400,
    headers: { 'content-type': 'application/problem+json' },
  });
}
