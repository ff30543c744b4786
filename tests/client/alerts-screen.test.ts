import { ContextProvider } from '@lit/context';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Session } from '../../protocol/accounts';
import type { Concern, ConcernNews } from '../../protocol/concerns';
import type { AlertRow } from '../../protocol/inbox';
import { HeedAlertsScreen } from '../../client/screens/alerts/alerts-screen';
import type {} from '../../client/dialogs/add-action/add-action-dialog';
import { noteElevationEnded, noteSession, sessionContext, watchSession } from '../../client/contexts/session';
import '../../client/styles/index.css';
import { aConcernRead, anAlert, content } from './made-alerts';

const realFetch = globalThis.fetch;
const place = document.createElement('div');
// Dialogs stand beside the screen, as they do within the application.
const provider = new ContextProvider(document.body, { context: sessionContext });

/** What the school's server knows and was asked. */
let school: {
  rows: AlertRow[];
  read: AlertRow[];
  older: AlertRow[];
  concern: Concern;
  elevated: boolean;
  reachable: boolean;
};
let staffId = '';
let asked: { method: string; path: string; body: unknown }[] = [];

document.body.append(place);
watchSession((value) => provider.setValue(value));
afterAll(() => {
  globalThis.fetch = realFetch;
});

beforeEach(() => {
  const waiting = anAlert('one', { at: new Date().toISOString() });
  const concern = aConcernRead({ id: waiting.concernId });
  school = { rows: [waiting], read: [], older: [], concern, elevated: true, reachable: true };
  asked = [];
  staffId = crypto.randomUUID();
  globalThis.fetch = answer;
  history.replaceState(null, '', location.href);
  noteSession(aSession(), Date.now());
});

function aSession(): Session {
  return {
    staffId,
    schoolId: 'school',
    schoolName: 'Oakfield Primary',
    name: 'Nadia Shah',
    shortName: 'Nadia',
    initials: 'NS',
    email: 'nadia.shah@oakfield.example',
    keyHolder: true,
    keyKinds: ['totp'],
    higherLevel: true,
    lead: true,
    administrator: false,
    keepsSites: false,
    severalSites: false,
    asked: false,
    rightsEnded: 0,
    passwordAt: new Date().toISOString(),
    elevatedUntil: school.elevated ? new Date(Date.now() + 600_000).toISOString() : null,
    may: [],
  };
}

/** The network: every request of the page ends here. */
const answer: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.origin);
  if (!url.pathname.startsWith('/api/')) return realFetch(input, init);
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
  asked.push({ method: init?.method ?? 'GET', path: url.pathname, body });
  if (!school.reachable) throw new TypeError('no network');
  if (url.pathname === '/api/inbox') return json(inboxReply(url.searchParams));
  if (url.pathname.endsWith('/read')) return new Response(null, { status: 204 });
  if (!school.elevated) return problem(403, 'elevation-needed');
  if (!url.pathname.startsWith(`/api/concerns/${school.concern.id}`)) return problem(404, 'not-found');
  if (url.pathname.endsWith('/choices'))
    return json({
      owners: [],
      agencies: [],
      alert: { staff: [], groups: [] },
      takers: [],
      decided: false,
      doNotContact: [],
      today: '2026-11-23',
    });
  if (url.pathname.endsWith('/news')) return json(newsOf(school.concern));
  if (url.pathname.endsWith('/take')) {
    const takenBy = { name: 'Nadia Shah', you: true, at: new Date().toISOString() };
    const may = { ...school.concern.may, take: false };
    school.concern = { ...school.concern, status: 'taken', takenBy, may };
  }
  return json(school.concern);
};

function inboxReply(asked: URLSearchParams): object {
  const newest = asked.get('view') === 'all' ? [...school.rows, ...school.read] : school.rows;
  const rows = asked.get('cursor') === null ? newest : school.older;
  return {
    cursor: rows !== school.older && school.older.length > 0 ? 'older' : null,
    rows: school.elevated ? rows : rows.map((row) => ({ ...row, concern: null })),
    counts: { toRead: school.rows.length, mine: 0 },
    elevateToRead: !school.elevated,
    checkedAt: new Date().toISOString(),
  };
}

function newsOf({ status, history }: Concern): ConcernNews {
  const deeds = history.flatMap(({ id, kind, by }) =>
    kind === 'note' || kind === 'taken' ? [{ id, kind, by, you: false }] : [],
  );
  return { status, deeds };
}

function json(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

function problem(status: number, code: string): Response {
  const body = { type: 'about:blank', title: code, status, code };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

async function theDesk(id?: string): Promise<HeedAlertsScreen> {
  const screen = new HeedAlertsScreen();
  if (id !== undefined) screen.params = { id };
  place.replaceChildren(screen);
  await until('the list', () => screen.querySelector('a.alert-row, heed-empty') !== null);
  return screen;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 750 && !holds(); tries += 1) await new Promise((done) => setTimeout(done, 20));
  if (!holds()) throw new Error(`never came: ${what}; the screen says ${place.innerText}`);
}

function button(name: string): HTMLButtonElement | undefined {
  return [...place.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
}

async function press(name: string): Promise<void> {
  await until(`the button ${name}`, () => button(name) !== undefined);
  await userEvent.click(button(name)!);
}

const says = (words: string) => () => place.innerText.includes(words);
const toldOf = (method: string, end: string) =>
  asked.filter((one) => one.method === method && one.path.endsWith(end)).length;

test('a push leads to its alert, a link to a concern, and both show the same', async () => {
  await theDesk('one');
  await until('the account', says('bruise on her left forearm'));
  await theDesk(school.concern.id);
  await until('the account', says('bruise on her left forearm'));
  expect(place.querySelector('[aria-current=true]')?.getAttribute('href')).toBe('/alerts/one');
  expect(document.title).toBe('1 alert to read · Heed');
});

test('an alert that was read long ago is found among all of them', async () => {
  school.read = [anAlert('old', { concernId: 'concern-old', readAt: '2026-11-20T12:00:00.000Z' })];
  school.concern = aConcernRead({ id: 'concern-old', text: 'That was on Friday.' });
  await theDesk('old');
  await until('the account', says('That was on Friday.'));
});

test('a concern that is not for this person is not here', async () => {
  await theDesk('somebody-else');
  await until(
    'the sentence',
    () =>
      place.querySelector('h2.visually-hidden')?.textContent === 'This is not here, or not for you to see.',
  );
});

test('“I’ll take this” shows the text that waited for the first lead', async () => {
  const { may } = school.concern;
  school.concern = {
    ...school.concern,
    text: null,
    quarantine: 'author-unconfirmed',
    status: 'being-checked',
    pupils: [],
    may,
  };
  const checked = content({ status: 'being-checked', pupils: [], preview: '' });
  school.rows = school.rows.map((row) => ({ ...row, concern: checked }));
  await theDesk('one');
  await until('why it is checked', says('The text is shown to the first lead who takes it.'));
  expect(place.querySelector('.concern heed-notice')).toHaveProperty(
    'heading',
    'Being checked: author not confirmed',
  );
  school.concern = { ...school.concern, text: 'It can be read now.' };
  await press('I’ll take this');
  await until('the text', says('It can be read now.'));
  expect(button('I’ll take this')).toBeUndefined();
});

test('“Mark as read” can be undone where it was pressed', async () => {
  await theDesk('one');
  await press('Mark as read');
  await until('the way back under the finger', () => document.activeElement === button('Undo'));
  await press('Undo');
  await until('the first button again', () => document.activeElement === button('Mark as read'));
  expect([toldOf('POST', '/one/read'), toldOf('DELETE', '/one/read')]).toEqual([1, 1]);
});

test('when full access ends names and text are gone at once, and come back with the next code', async () => {
  const screen = await theDesk('one');
  await until('the account', says('bruise on her left forearm'));
  school.elevated = false;
  noteElevationEnded();
  await screen.updateComplete;
  expect(place.innerText).not.toMatch(/Amira|bruise|4B/);
  expect(place.innerText).toContain('Elevate to read');
  school.elevated = true;
  noteSession(aSession(), Date.now());
  await until('the account again', says('bruise on her left forearm'));
});

test('a half-written action goes with full access and is back by itself after the next code', async () => {
  await theDesk('one');
  await press('Add action');
  const field = () => document.querySelector<HTMLTextAreaElement>('#action-text');
  await until('the field', () => field() !== null);
  await userEvent.fill(field()!, 'Rang home.');
  noteElevationEnded();
  await until('the dialog gone', () => field() === null);
  noteSession(aSession(), Date.now());
  await until('the text again', () => field()?.value === 'Rang home.');
  staffId = crypto.randomUUID();
  noteSession(aSession(), Date.now());
  expect(field()).toBeNull();
  await press('Add action');
  await until('another person’s empty field', () => field()?.value === '');
  document.querySelector('heed-add-action-dialog')!.answer(null);
});

test('half-written action text outlives its dialog, and a send that failed adds once', async () => {
  await theDesk('one');
  await press('Add action');
  const field = () => document.querySelector<HTMLTextAreaElement>('#action-text');
  await until('the field', () => field() !== null);
  await userEvent.fill(field()!, 'Rang home.');
  school.reachable = false;
  await userEvent.click(
    [...document.querySelectorAll<HTMLButtonElement>('heed-add-action-dialog button')].at(-1)!,
  );
  await until('that it was not added', () => document.body.innerText.includes('Not added yet.'));
  school.reachable = true;
  document.querySelector('heed-add-action-dialog heed-dialog')!.shadowRoot!.querySelector('button')!.click();
  await until('the dialog gone', () => field() === null);
  await press('Add action');
  await until('the text again', () => field()?.value === 'Rang home.');
  await userEvent.click(
    [...document.querySelectorAll<HTMLButtonElement>('heed-add-action-dialog button')].at(-1)!,
  );
  await until('the dialog gone', () => field() === null);
  const sent = asked
    .filter(({ path }) => path.endsWith('/actions'))
    .map(({ body }) => body as { actionId: string });
  expect(sent).toHaveLength(2);
  expect(sent[0]!.actionId).toBe(sent[1]!.actionId);
});

test('without a connection what was shown stays, with its time', async () => {
  await theDesk();
  school.reachable = false;
  await userEvent.click(place.querySelector<HTMLElement>('.segment:nth-child(2)')!);
  await until(
    'that alerts need a connection',
    () => place.querySelector('heed-empty')?.text === 'Alerts need a connection.',
  );
  school.reachable = true;
  await press('Try again');
  await until('the rows', () => place.querySelector('a.alert-row') !== null);
  school.reachable = false;
  new BroadcastChannel('heed-inbox').postMessage('changed');
  await until('the time', says('Alerts could not be loaded. Showing what was here at'));
  expect(place.querySelector('a.alert-row')).not.toBeNull();
});

test('what another lead does meanwhile is a line that asks to be shown, and no opening by itself', async () => {
  await theDesk('one');
  await until('the account', says('bruise on her left forearm'));
  const at = new Date().toISOString();
  const note = { id: 'n', kind: 'note' as const, by: 'Tom Lowe', at, text: 'Rang home.' };
  school.concern = { ...school.concern, history: [note] };
  new BroadcastChannel('heed-inbox').postMessage('changed');
  await until('the line', says('Tom Lowe added an action.'));
  expect(toldOf('GET', school.concern.id)).toBe(1);
  expect(place.innerText).not.toContain('Rang home.');
  await press('Show what is new');
  await until('the words', says('Rang home.'));
  await until('the way to them', () => document.activeElement === place.querySelector('.so-far .fresh'));
  expect(place.innerText).not.toContain('Tom Lowe added an action.');
  expect(toldOf('GET', school.concern.id)).toBe(2);
});

test('a concern that is no longer for this person leaves the open screen', async () => {
  await theDesk('one');
  await until('the account', says('bruise on her left forearm'));
  school.concern = aConcernRead({ id: 'somebody-else’s' });
  new BroadcastChannel('heed-inbox').postMessage('changed');
  await until('it gone', () => !says('bruise on her left forearm')());
});

test('the dot of an alert goes when it is opened, and it stays among those to read', async () => {
  const screen = await theDesk();
  expect(place.querySelector('.unopened-dot')?.getAttribute('aria-label')).toBe('Not opened yet');
  screen.params = { id: 'one' };
  await until('the account', says('bruise on her left forearm'));
  expect(place.querySelector('.unopened-dot')).toBeNull();
  expect(place.querySelectorAll('a.alert-row')).toHaveLength(1);
});

test('“Show older alerts” is there for as long as the school has more, however short the page', async () => {
  school.older = [anAlert('two', { at: '2026-11-20T12:00:00.000Z' })];
  await theDesk();
  await press('Show older alerts');
  await until('the older one', () => place.querySelectorAll('a.alert-row').length === 2);
  expect(button('Show older alerts')).toBeUndefined();
});

test('j and k walk along the rows, and t takes what is open', async () => {
  await page.viewport(1280, 800);
  school.rows = ['one', 'two'].map((id, place) =>
    anAlert(id, { at: new Date(Date.now() + place).toISOString() }),
  );
  await theDesk('one');
  await until('the account', says('bruise on her left forearm'));
  await userEvent.keyboard('j');
  expect(document.activeElement?.getAttribute('href')).toBe('/alerts/two');
  await userEvent.keyboard('k');
  expect(document.activeElement?.getAttribute('href')).toBe('/alerts/one');
  await userEvent.keyboard('t');
  await until('that it is taken', says('With you'));
});
