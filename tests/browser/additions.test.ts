import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../client/screens/mine/mine-screen';
import { noteSession } from '../../client/contexts/session';
import { setUnlocked } from '../../client/contexts/unlocked';
import { keepAddition, listAdditions } from '../../client/sealing/additions';
import { saveOpenDrafts } from '../../client/sealing/open-drafts';
import { sendAddition } from '../../client/sealing/send-addition';
import type { Unlocked } from '../../client/unlock/unlocked';
import { listOwnRecords, summariseOutbox } from '../../offline/outbox/records';
import { listOutbox } from '../../offline/outbox/store';
import { useVault } from '../../offline/vault/connection';
import { isSigned, verifyAuthor } from '../../protocol/envelope/open';
import { decodePayload } from '../../protocol/payload';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, flush, send } from '../offline/tablet';
import { aPlaceForScreens, until } from './lock-place';
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
});

afterAll(() => reconnectRunner());

async function showMine(): Promise<HTMLElement> {
  const screen = document.createElement('heed-mine-screen');
  place.replaceChildren(screen);
  await until('the records', () => screen.querySelector('heed-record-line'));
  return screen;
}

function button(within: ParentNode, word: string): HTMLButtonElement | undefined {
  return [...within.querySelectorAll('button')].find((one) => one.textContent.trim() === word);
}

const dialog = () => document.querySelector('heed-add-to-record-dialog');
const textOf = async (who: Unlocked) => (await listAdditions(who)).map(({ text }) => text);

async function open(screen: HTMLElement, word: string): Promise<HTMLTextAreaElement> {
  const pressed = await until(word, () => button(screen, word));
  await userEvent.click(pressed);
  return until('the field', () => dialog()?.querySelector('textarea'));
}

it('is sealed like a record, waits and arrives as its author’s, and stands under the record', async () => {
  const recordId = await send(jo, 'a bruise');
  await flush(school);
  school.gate = () => new Response(null, { status: 503 });
  const screen = await showMine();
  const field = await open(screen, 'Add to this record');
  await userEvent.click(button(dialog()!, 'Send')!);
  await until('what is missing', () => dialog()?.textContent.includes('Write what you want to add.'));
  await userEvent.type(field, 'She said her brother did it.');
  await userEvent.click(button(dialog()!, 'Send')!);
  await until('the list', () => !dialog() && screen.querySelector('.addition'));
  const line = () => screen.querySelector('.addition .ladder-line strong')?.textContent;
  expect(line()).toBe('Waiting on this computer');
  expect(screen.textContent).not.toMatch(/brother|bruise/);
  expect((await summariseOutbox()).unsent).toBe(1);
  expect(await listAdditions(jo)).toEqual([]);
  school.gate = null;
  await flush(school, 'all');
  await until('the receipt', () => line()?.startsWith('Received'));
  // It stands under the record's reference there, whatever its own envelope was given.
  expect(line()).toContain('ref REF0');
  const own = await listOwnRecords(jo.unlockKey);
  const added = own.find(({ addsTo }) => addsTo === recordId)!;
  expect(own).toHaveLength(2);
  const opened = await school.read(added.envelopeId);
  expect(opened.header).toMatchObject({
    kind: 'addendum',
    lineageId: own.find((one) => one !== added)!.lineageId,
  });
  expect(isSigned(opened)).toBe(true);
  expect(await verifyAuthor(opened, school.authorKeys.get(jo.person.authorKeyId)!)).toBe(true);
  expect(decodePayload('addendum', opened.payload)?.body).toMatchObject({
    recordId,
    text: 'She said her brother did it.',
  });
  expect(await listOwnRecords(tom.unlockKey)).toEqual([]);
});

it('is kept as it is typed, over a lock too, for its author alone, and gone on with', async () => {
  await send(jo, 'a bruise');
  const screen = await showMine();
  await userEvent.type(await open(screen, 'Add to this record'), 'Her brother');
  // What locking does: everything is on the disk first.
  await saveOpenDrafts();
  setUnlocked(null);
  await until('the dialog gone', () => !dialog());
  expect(screen.textContent).not.toContain('brother');
  const stored = await useVault((vault) => vault.getAll('additions'));
  expect(stored).toHaveLength(1);
  expect(new TextDecoder().decode(stored[0]!.ciphertext)).not.toContain('brother');
  setUnlocked(tom);
  expect(await textOf(tom)).toEqual([]);
  setUnlocked(jo);
  await until('what was begun', () => screen.textContent.includes('You began to add to this record'));
  const field = await open(screen, 'Go on writing');
  expect(field.value).toBe('Her brother');
  await userEvent.click(button(dialog()!, 'Throw it away')!);
  const sure = await until('the question', () => document.querySelector('heed-confirm-dialog'));
  await userEvent.click(await until('yes', () => button(sure, 'Throw it away')));
  await until('the dialog gone', () => !dialog());
  expect(await textOf(jo)).toEqual([]);
  expect((await listOutbox()).map(({ kind }) => kind)).toEqual(['concern']);
});

it('written in two windows loses neither text, and a double tap sends it once', async () => {
  const recordId = await send(jo, 'a bruise');
  const { lineageId } = (await listOwnRecords(jo.unlockKey))[0]!;
  const first = await keepAddition(jo, null, recordId, 'one');
  const here = await keepAddition(jo, first, recordId, 'one, here');
  const there = await keepAddition(jo, first, recordId, 'one, there');
  expect(there.draftId).not.toBe(here.draftId);
  expect((await textOf(jo)).sort()).toEqual(['one, here', 'one, there']);
  const sent = await Promise.all([sendAddition(jo, here, lineageId), sendAddition(jo, here, lineageId)]);
  expect(sent.sort()).toEqual([false, true]);
  expect(await textOf(jo)).toEqual(['one, there']);
  expect((await listOutbox()).filter(({ kind }) => kind === 'addendum')).toHaveLength(1);
});
