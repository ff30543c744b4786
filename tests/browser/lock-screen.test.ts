import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../client/screens/lock/lock-screen';
import { justSent, noteJustSent } from '../../client/screens/record/just-sent';
import type { HeedLockScreen } from '../../client/screens/lock/lock-screen';
import { currentUnlocked, setUnlocked } from '../../client/contexts/unlocked';
import { createDraft } from '../../client/sealing/drafts';
import { changePersonRow, listPeopleRows, readPersonRow } from '../../offline/vault/people';
import { putDraftRow, readDraftRow } from '../../offline/vault/drafts';
import type { Unlocked } from '../../client/unlock/unlocked';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyBrowser, emptyOutbox, PIN, send } from '../offline/tablet';
import { aPlaceForScreens, until, visited } from './lock-place';

let school: School;
let place: HTMLElement;
let jo: Unlocked;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
  await aPersonOn(school, 'Ben Hall');
  await aPersonOn(school, 'Ben Moss');
  place = aPlaceForScreens();
});

beforeEach(async () => {
  await emptyOutbox();
  for (const { authorKeyId } of await listPeopleRows()) {
    await changePersonRow(authorKeyId, () => ({ wrongPins: 0, nextTryAt: 0 }));
  }
  setUnlocked(null);
  visited.length = 0;
});

async function theLockScreen(next: string | null = null): Promise<HeedLockScreen> {
  const screen = document.createElement('heed-lock-screen');
  screen.next = next;
  place.replaceChildren(screen);
  await until('the lock screen', () => screen.querySelector('main'));
  return screen;
}

function tile(screen: HTMLElement, name: string): HTMLElement {
  const tiles = [...screen.querySelectorAll<HTMLElement>('.person-tile')];
  return tiles.find((one) => one.textContent.trim().endsWith(name))!;
}

async function enter(screen: HTMLElement, pin: string): Promise<void> {
  await until(
    'the keys to be ready',
    () => !screen.querySelector<HTMLInputElement>('.pin-box input')!.disabled,
  );
  await userEvent.keyboard(`${pin}{Enter}`);
  await until('an answer', () => screen.querySelector('.key.go')?.textContent === 'Unlock');
}

describe('the locked tablet', () => {
  it('shows first names, and letters only where two people share one', async () => {
    const screen = await theLockScreen();
    const names = [...screen.querySelectorAll('.person-tile span:last-child')].map((one) => one.textContent);
    expect(names).toEqual(['Ben H', 'Ben M', 'Jo']);
  });

  it('says how many records wait, and neither whose nor what', async () => {
    await send(jo, 'Amélie showed me a bruise');
    const screen = await theLockScreen();
    const notice = await until('the notice', () => screen.querySelector('heed-notice'));
    expect(notice.heading).toBe('1 record waiting to send');
    expect(`${notice.heading}${notice.textContent}`).not.toMatch(/Jo|Am|bruise/);
  });

  it('always leads to a record without unlocking', async () => {
    const screen = await theLockScreen();
    const link = screen.querySelector<HTMLAnchorElement>('.lock-foot a')!;
    expect(link.getAttribute('href')).toBe('/record?unlocked=no');
  });

  it('takes the digits of a real keyboard, and goes on to where the person came from', async () => {
    const screen = await theLockScreen('/mine');
    await userEvent.click(tile(screen, 'Jo'));
    await userEvent.keyboard(`${PIN}{Enter}`);
    await until('the unlock', () => currentUnlocked());
    expect(currentUnlocked()?.person.name).toBe('Jo Price');
    await until('the way on', () => visited.length > 0);
    expect(visited).toEqual(['/mine']);
  });

  it('leaves the keyboard’s focus among the names when they are walked by arrows', async () => {
    const screen = await theLockScreen();
    screen.querySelector<HTMLInputElement>('.person-tile input')!.focus();
    await userEvent.keyboard('{ArrowDown}');
    await until('the second name', () => screen.querySelector('heed-keypad')?.label === 'PIN for Ben M');
    expect(document.activeElement?.closest('heed-person-tiles')).not.toBeNull();
  });

  it('shows an author first what they left lying for half an hour', async () => {
    const draft = await createDraft(jo, { text: 'half written' });
    await putDraftRow({ ...draft.row, revision: 2, updatedAt: Date.now() - 31 * 60_000 });
    const screen = await theLockScreen('/mine');
    await userEvent.click(tile(screen, 'Jo'));
    await enter(screen, PIN);
    await until('the way on', () => visited.length > 0);
    expect(visited).toEqual([`/record/${draft.draftId}`]);
    expect(await readDraftRow(draft.draftId)).not.toBeNull();
  });
});

describe('unlocking where a colleague was writing', () => {
  async function unlockedBy(name: string, next: string): Promise<string | undefined> {
    setUnlocked(null);
    visited.length = 0;
    const screen = await theLockScreen(next);
    await userEvent.click(tile(screen, name));
    await enter(screen, PIN);
    await until('the way on', () => visited.length > 0);
    return visited[0];
  }

  it('leads to the open draft for its author, and home for anybody else', async () => {
    const { draftId } = await createDraft(jo, { text: 'half written' });
    expect(await unlockedBy('Ben H', `/record/${draftId}`)).toBe('/');
    expect(await unlockedBy('Jo', `/record/${draftId}`)).toBe(`/record/${draftId}`);
  });

  it('leads to the record that was just sent for its author alone, and whom they told goes with the lock', async () => {
    setUnlocked(jo);
    const sentBy = await send(jo, 'She was alone at the gate again');
    noteJustSent(sentBy, { findSomeone: false, told: 'Mrs Shah', unconfirmed: false });
    setUnlocked({ ...jo });
    expect(justSent(sentBy)?.told).toBe('Mrs Shah');
    expect(await unlockedBy('Ben H', `/record/${sentBy}/sent`)).toBe('/');
    expect(justSent(sentBy)).toBeNull();
    expect(await unlockedBy('Jo', `/record/${sentBy}/sent`)).toBe(`/record/${sentBy}/sent`);
  });
});

describe('a wrong PIN', () => {
  it('is said plainly four times, and the fifth brings a wait that is seen counting down', async () => {
    const screen = await theLockScreen();
    await userEvent.click(tile(screen, 'Jo'));
    for (let tries = 0; tries < 4; tries += 1) {
      await enter(screen, '999999');
      expect(screen.querySelector('.keypad .error')?.textContent.trim()).toBe(
        'That PIN is not right. Try again.',
      );
    }
    await userEvent.keyboard('999999{Enter}');
    const wait = await until('the wait', () => screen.querySelector('heed-pin-wait'));
    expect(wait.textContent).toMatch(/Nothing is lost/);
    expect(wait.querySelector('[role=timer]')?.textContent).toMatch(/Try again in\s+\d+ seconds?/);
    expect(screen.querySelector<HTMLButtonElement>('.key.go')?.disabled).toBe(true);
    expect(screen.querySelector('.lock-foot a')).not.toBeNull();
  });

  it('keeps only that person waiting, also after the screen was opened again', async () => {
    await changePersonRow(jo.person.authorKeyId, () => ({ wrongPins: 5, nextTryAt: Date.now() + 25_000 }));
    const screen = await theLockScreen();
    await userEvent.click(tile(screen, 'Jo'));
    await until('the wait', () => screen.querySelector('heed-pin-wait'));
    await userEvent.click(tile(screen, 'Ben H'));
    await until('no wait', () => !screen.querySelector('heed-pin-wait'));
    expect(screen.querySelector<HTMLButtonElement>('.key.go')?.disabled).toBe(false);
  });

  it('ends its wait by itself', async () => {
    await changePersonRow(jo.person.authorKeyId, () => ({ wrongPins: 5, nextTryAt: Date.now() + 1_200 }));
    const screen = await theLockScreen();
    await userEvent.click(tile(screen, 'Jo'));
    await until('the wait', () => screen.querySelector('heed-pin-wait'));
    await enter(screen, PIN);
    await until('the unlock', () => currentUnlocked());
    expect((await readPersonRow(jo.person.authorKeyId))?.wrongPins).toBe(0);
  });
});

describe('a browser that is no device of the school', () => {
  it('offers to log in, and no record that could be sealed to nobody', async () => {
    await emptyBrowser();
    const screen = await theLockScreen();
    expect(screen.querySelector('heed-empty a')?.getAttribute('href')).toBe('/log-in');
    expect(screen.querySelector('.lock-foot')).toBeNull();
  });
});
