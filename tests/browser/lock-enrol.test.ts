import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../client/screens/enrol/enrol-screen';
import { hasDeclinedHere } from '../../client/screens/enrol/not-here';
import '../../client/screens/lock/lock-screen';
import { noteSession } from '../../client/contexts/session';
import { currentUnlocked, setUnlocked } from '../../client/contexts/unlocked';
import { createDraft, listDrafts } from '../../client/sealing/drafts';
import { readKeptBoard } from '../../client/unlock/board';
import { unlockWithPin } from '../../client/unlock/unlock';
import { readDevice } from '../../offline/vault/device';
import { listPeopleRows } from '../../offline/vault/people';
import type { Session } from '../../protocol/accounts';
import { uuidv7 } from '../../protocol/identifiers';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyBrowser, PIN } from '../offline/tablet';
import { aPlaceForScreens, until, visited } from './lock-place';
import { aSession, connectTo, disconnect, reconnectRunner } from './lock-school';

let school: School;
let place: HTMLElement;
let session: Session | null;

beforeAll(async () => {
  school = await School.open();
  place = aPlaceForScreens();
});

beforeEach(() => {
  session = aSession(uuidv7(Date.now()), 'Jo Price');
  noteSession(session, null);
  connectTo(school, () => session);
  setUnlocked(null);
  localStorage.clear();
  school.signedOut = 0;
  visited.length = 0;
});

afterAll(() => reconnectRunner());

async function screenOf(tag: 'heed-enrol-screen' | 'heed-lock-screen'): Promise<HTMLElement> {
  const screen = document.createElement(tag);
  place.replaceChildren(screen);
  await until(tag, () => screen.querySelector('main'));
  return screen;
}

async function type(screen: HTMLElement, id: string, text: string): Promise<void> {
  const field = await until(id, () => screen.querySelector<HTMLInputElement>(`#${id}`));
  await userEvent.fill(field, text);
}

async function press(screen: HTMLElement, word: string): Promise<void> {
  const buttons = [...screen.querySelectorAll<HTMLElement>('button, a')];
  await userEvent.click(buttons.find((one) => one.textContent.trim() === word)!);
}

const errorsOf = (screen: HTMLElement) =>
  [...screen.querySelectorAll('.error-summary a')].map((one) => one.textContent);

describe('setting up after a log-in', () => {
  it('makes a browser the school’s tablet and gives its first person a PIN that opens it offline', async () => {
    await emptyBrowser();
    const screen = await screenOf('heed-enrol-screen');
    await userEvent.click(screen.querySelector('.segment')!);
    await type(screen, 'device-name', 'Playground tablet 2');
    await type(screen, 'new-pin', PIN);
    await type(screen, 'new-pin-again', PIN);
    await press(screen, 'Set up this computer');
    await until('the way on', () => visited.length > 0);
    expect(visited).toEqual(['/']);
    expect((await readDevice())?.shared).toBe(true);
    expect((await readKeptBoard())?.deviceName).toBe('Playground tablet 2');
    expect(currentUnlocked()?.roll?.pupils).toHaveLength(3);
    setUnlocked(null);
    disconnect();
    const [row] = await listPeopleRows();
    expect((await unlockWithPin(row!.authorKeyId, PIN)).kind).toBe('unlocked');
  });

  it('asks a second person for a PIN alone, and refuses an easy one in a plain sentence', async () => {
    await aTablet(school);
    await aPersonOn(school, 'Tom Lowe');
    setUnlocked(null);
    const screen = await screenOf('heed-enrol-screen');
    expect(screen.querySelector('#device-name')).toBeNull();
    await type(screen, 'new-pin', '123456');
    await type(screen, 'new-pin-again', '123456');
    await press(screen, 'Save PIN');
    expect(await until('the summary', () => errorsOf(screen)[0])).toBe(
      'That PIN is easy to guess. Choose one without a pattern or a date',
    );
    await type(screen, 'new-pin', PIN);
    await type(screen, 'new-pin-again', PIN);
    await press(screen, 'Save PIN');
    await until('the way on', () => visited.length > 0);
    expect(await listPeopleRows()).toHaveLength(2);
    expect(currentUnlocked()?.person.name).toBe('Jo Price');
  });

  it('goes on without enrolling on one’s own desktop, and remembers that for this person', async () => {
    await emptyBrowser();
    const screen = await screenOf('heed-enrol-screen');
    await press(screen, 'Not on this device');
    await until('the way on', () => visited.length > 0);
    expect(await readDevice()).toBeNull();
    expect(hasDeclinedHere(session!.staffId)).toBe(true);
    expect(hasDeclinedHere(uuidv7(Date.now()))).toBe(false);
  });

  it('keeps nothing when the network fails, says so, and can be tried again', async () => {
    await emptyBrowser();
    disconnect();
    const screen = await screenOf('heed-enrol-screen');
    await userEvent.click(screen.querySelector('.segment')!);
    await type(screen, 'device-name', 'Playground tablet 2');
    await type(screen, 'new-pin', PIN);
    await type(screen, 'new-pin-again', PIN);
    await press(screen, 'Set up this computer');
    await until('the notice', () => screen.querySelector('heed-notice'));
    expect(await readDevice()).toBeNull();
    connectTo(school, () => session);
    await press(screen, 'Set up this computer');
    await until('the way on', () => visited.length > 0);
    expect(await readDevice()).not.toBeNull();
  });
});

describe('a forgotten PIN', () => {
  async function forgottenBy(name: string): Promise<HTMLElement> {
    const screen = await screenOf('heed-lock-screen');
    const tiles = [...screen.querySelectorAll<HTMLElement>('.person-tile')];
    await userEvent.click(tiles.find((one) => one.textContent.includes(name))!);
    await press(screen, 'Forgotten PIN');
    await type(screen, 'email', 'staff@oakfield.example');
    await type(screen, 'password', 'three random words');
    await press(screen, 'Continue');
    return screen;
  }

  it('is mended by the password and a new PIN, and the drafts open as before', async () => {
    await aTablet(school);
    const jo = await aPersonOn(school, 'Jo Price');
    await createDraft(jo, { text: 'before the PIN was forgotten' });
    setUnlocked(null);
    session = aSession(jo.person.staffId, 'Jo Price');
    const screen = await forgottenBy('Jo');
    await type(screen, 'new-pin', '730264');
    await type(screen, 'new-pin-again', '730264');
    await press(screen, 'Save PIN and unlock');
    await until('the way on', () => visited.length > 0);
    const { drafts } = await listDrafts(currentUnlocked()!);
    expect(drafts[0]?.content).toEqual({ text: 'before the PIN was forgotten' });
    expect((await unlockWithPin(jo.person.authorKeyId, '730264')).kind).toBe('unlocked');
  });

  it('opens nothing by a colleague’s password, and leaves no session of theirs on the tablet', async () => {
    await aTablet(school);
    await aPersonOn(school, 'Jo Price');
    setUnlocked(null);
    const screen = await forgottenBy('Jo');
    expect(await until('the summary', () => errorsOf(screen)[0])).toBe(
      'That is not Jo’s account. You are logged out again.',
    );
    expect(school.signedOut).toBe(1);
    expect(screen.querySelector('#new-pin')).toBeNull();
    expect(currentUnlocked()).toBeNull();
  });

  it('says that it needs a connection, and recording does not', async () => {
    await aTablet(school);
    await aPersonOn(school, 'Jo Price');
    setUnlocked(null);
    disconnect();
    const screen = await forgottenBy('Jo');
    expect(await until('the summary', () => errorsOf(screen)[0])).toBe(
      'This needs a connection. You can record without unlocking.',
    );
  });
});
