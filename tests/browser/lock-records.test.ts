import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../client/screens/devices/this-device';
import '../../client/screens/lock/cover';
import '../../client/screens/mine/mine-screen';
import { noteSession } from '../../client/contexts/session';
import { setUnlocked } from '../../client/contexts/unlocked';
import { createDraft } from '../../client/sealing/drafts';
import { announceOutboxChange } from '../../offline/outbox/changes';
import { readSealedBytes } from '../../offline/outbox/export';
import { changeRows, countUnsent } from '../../offline/outbox/store';
import { listDraftRows } from '../../offline/vault/drafts';
import { listPeopleRows } from '../../offline/vault/people';
import type { Unlocked } from '../../client/unlock/unlocked';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, flush, send } from '../offline/tablet';
import { aPlaceForScreens, until, visited } from './lock-place';
import { connectTo, reconnectRunner } from './lock-school';

let school: School;
let place: HTMLElement;
let jo: Unlocked;
let tom: Unlocked;

beforeAll(async () => {
  school = await School.open();
  place = aPlaceForScreens();
});

beforeEach(async () => {
  noteSession(null, null);
  connectTo(school, () => null);
  school.forget();
  await aTablet(school);
  await emptyOutbox();
  tom = await aPersonOn(school, 'Tom Lowe');
  jo = await aPersonOn(school, 'Jo Price');
  visited.length = 0;
});

afterAll(() => reconnectRunner());

async function show(tag: 'heed-mine-screen' | 'heed-this-device', ready: string): Promise<HTMLElement> {
  const element = document.createElement(tag);
  place.replaceChildren(element);
  await until(ready, () => element.querySelector(ready));
  return element;
}

const linesOf = (screen: HTMLElement) =>
  [...screen.querySelectorAll('.ladder-line strong')].map((one) => one.textContent);

function button(within: HTMLElement, word: string): HTMLButtonElement {
  return [...within.querySelectorAll('button')].find((one) => one.textContent.trim() === word)!;
}

describe('“Your records”', () => {
  it('shows one’s own and no colleague’s, without a word of what was written', async () => {
    await send(tom, 'Tom saw something');
    await send(jo, 'Amélie showed me a bruise');
    const screen = await show('heed-mine-screen', 'heed-record-line');
    expect(linesOf(screen)).toEqual(['Waiting on this computer']);
    expect(screen.textContent).toContain('Nobody has been told yet.');
    expect(screen.textContent).not.toMatch(/Am[ée]lie|bruise|Tom/);
  });

  it('moves to “Received” with its reference as soon as the school’s receipt is here', async () => {
    await send(jo, 'a bruise');
    const screen = await show('heed-mine-screen', 'heed-record-line');
    await flush(school);
    await until('the receipt', () => linesOf(screen)[0]?.startsWith('Received'));
    expect(linesOf(screen)[0]).toContain('ref REF0');
    expect(button(screen, 'Try now')).toBeUndefined();
  });

  it('offers the sealed copy, and only that, for a record that the school refused as it is', async () => {
    const id = await send(jo, 'a bruise');
    school.refuse.set(id, 'digest-conflict');
    await flush(school);
    const screen = await show('heed-mine-screen', 'heed-record-line');
    expect(linesOf(screen)).toEqual(['Not sent: needs you']);
    const sealed = new Uint8Array((await readSealedBytes(id))!);
    const files: { name: string; bytes: Promise<ArrayBuffer> }[] = [];
    const download = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      files.push({ name: this.download, bytes: fetch(this.href).then((answer) => answer.arrayBuffer()) });
    });
    await userEvent.click(button(screen, 'Save a copy for a safeguarding lead'));
    const saved = await until('the copy', () => files[0]);
    download.mockRestore();
    expect(saved.name).toMatch(/^heed-\d{4}-\d\d-\d\d-.{8}\.he1$/);
    expect(new Uint8Array(await saved.bytes)).toEqual(sealed);
    expect(String.fromCharCode(...sealed.slice(0, 3))).toBe('HE1');
    await until('the word', () => screen.querySelector('.record-why')?.textContent.includes(saved.name));
  });

  it('asks for a log-in where the device is no longer known, and says after two hours whom to tell', async () => {
    const id = await send(jo, 'a bruise');
    await changeRows([id], (row) => ({
      ...row,
      state: 'held',
      code: 'unknown-device',
      createdAt: Date.now() - 3 * 3_600_000,
    }));
    announceOutboxChange();
    const screen = await show('heed-mine-screen', 'heed-record-line');
    expect(linesOf(screen)).toEqual(['Not sent: sign in']);
    expect(screen.querySelector('.record-help a')?.getAttribute('href')).toBe('/log-in');
    expect(screen.querySelector('.late-line.red')?.textContent).toContain(
      'Tell a safeguarding lead in person',
    );
  });

  it('shows nothing of anybody once the tablet is locked', async () => {
    await send(jo, 'a bruise');
    const screen = await show('heed-mine-screen', 'heed-record-line');
    setUnlocked(null);
    await until('the lock', () => !screen.querySelector('heed-record-line'));
    expect(screen.textContent).toContain('Unlock with your PIN');
  });
});

describe('“This device”', () => {
  it('removes a colleague who has nothing unsent, and keeps what they had sealed', async () => {
    await send(tom, 'Tom saw something');
    const section = await show('heed-this-device', '.list-row');
    await userEvent.click(section.querySelector('button[aria-label^="Remove Tom"]')!);
    const dialog = await until('the question', () =>
      document.querySelector<HTMLElement>('heed-confirm-dialog'),
    );
    await userEvent.click(await until('its button', () => button(dialog, 'Remove')));
    await until('one person', () => section.querySelectorAll('.list-row').length === 1);
    expect(await listPeopleRows()).toHaveLength(1);
    expect(await countUnsent()).toBe(1);
  });

  it('does not let anybody delete a colleague’s unsent draft', async () => {
    await createDraft(tom, { text: 'half written' });
    const section = await show('heed-this-device', '.list-row');
    await userEvent.click(section.querySelector('button[aria-label^="Remove Tom"]')!);
    const notice = await until('the reason', () => section.querySelector('heed-notice'));
    expect(notice.textContent).toContain('Only Tom can');
    expect(await listDraftRows(tom.person.authorKeyId)).toHaveLength(1);
  });
});

describe('the cover', () => {
  it('lies over an open dialog, and a tap asks to come back', async () => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Amélie';
    place.replaceChildren(dialog);
    dialog.showModal();
    const cover = document.createElement('heed-cover');
    place.append(cover);
    await until('the cover', () => cover.querySelector('dialog')?.open);
    expect(document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('heed-cover')).toBe(cover);
    let lifted = 0;
    cover.addEventListener('cover-lifted', () => (lifted += 1));
    await userEvent.click(cover.querySelector('button')!);
    expect(lifted).toBe(1);
  });
});
