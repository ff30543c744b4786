import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../client/screens/alerts/waiting-actions';
import { noteSession } from '../../client/contexts/session';
import { setUnlocked } from '../../client/contexts/unlocked';
import { forgetAction } from '../../client/dialogs/add-action/kept-text';
import { showAddAction } from '../../client/dialogs/add-action/show-add-action';
import { concernRead } from '../../client/gallery/made-up-alerts';
import type { Unlocked } from '../../client/unlock/unlocked';
import { closeVault, useVault } from '../../offline/vault/connection';
import { listOwnRecords, summariseOutbox } from '../../offline/outbox/records';
import { listOutbox } from '../../offline/outbox/store';
import { isSigned, verifyAuthor } from '../../protocol/envelope/open';
import { uuidv7 } from '../../protocol/identifiers';
import { decodePayload } from '../../protocol/payload';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, flush } from '../offline/tablet';
import { aPlaceForScreens, until } from './lock-place';
import { aSession, connectTo, reconnectRunner } from './lock-school';

const WORDS = 'Rang home from the playground.';
const concern = { ...concernRead, id: uuidv7(Date.now()), pass: '1763901780000.1.abc' };

let school: School;
let place: HTMLElement;
let nadia: Unlocked;

beforeAll(async () => {
  school = await School.open();
  place = aPlaceForScreens();
});

beforeEach(async () => {
  connectTo(school, () => null);
  school.forget();
  await aTablet(school);
  await emptyOutbox();
  forgetAction(concern.id);
  nadia = await aPersonOn(school, 'Nadia Shah');
  elevate();
  // What the session calls for is not answered; the outbox has to wait as well.
  school.gate = () => new Response(null, { status: 503 });
});

afterAll(() => reconnectRunner());

function elevate(): void {
  const session = aSession(nadia.person.staffId, 'Nadia Shah');
  const elevatedUntil = new Date(Date.now() + 600_000).toISOString();
  noteSession({ ...session, higherLevel: true, lead: true, elevatedUntil }, Date.now());
}

const dialog = () => document.querySelector('heed-add-action-dialog');
const beside = () => place.querySelector('heed-waiting-actions');

function showBeside(): void {
  const waiting = document.createElement('heed-waiting-actions');
  waiting.concern = concern;
  place.replaceChildren(waiting);
}

/** Opens "Add action", writes and presses the button. @returns what comes of it */
async function adds(text: string): Promise<{ coming: ReturnType<typeof showAddAction> }> {
  const coming = showAddAction(concern);
  const field = await until('the field', () => dialog()?.querySelector('textarea'));
  await userEvent.fill(field, text);
  const save = [...dialog()!.querySelectorAll('button')].find(({ type }) => type === 'submit')!;
  await userEvent.dblClick(save);
  return { coming };
}

it('without an answer it is sealed like a record, once, waits beside its concern, and goes as its author’s', async () => {
  showBeside();
  const { coming } = await adds(WORDS);
  expect(await coming).toBe('waits');
  await until('the line', () => beside()?.textContent.includes('Waiting on this computer'));
  expect(beside()!.textContent).toContain('Nobody has been told yet.');
  expect(beside()!.textContent).toContain(WORDS);
  expect(await summariseOutbox()).toMatchObject({ unsent: 1, actions: 1 });

  school.gate = null;
  await flush(school, 'all');
  const [own, ...more] = await listOwnRecords(nadia.unlockKey);
  expect([own, more]).toMatchObject([{ kind: 'action', state: 'received', addsTo: null }, []]);
  expect(own!.acted).toMatchObject({ concernId: concern.id, reference: '4F2K' });
  const opened = await school.read(own!.envelopeId);
  expect(opened.header).toMatchObject({ kind: 'action', revision: 1 });
  expect(isSigned(opened)).toBe(true);
  expect(await verifyAuthor(opened, school.authorKeys.get(nadia.person.authorKeyId)!)).toBe(true);
  expect(decodePayload('action', opened.payload)?.body).toMatchObject({
    concernId: concern.id,
    actionId: own!.acted!.actionId,
    pass: concern.pass,
    kind: 'note',
    text: WORDS,
  });

  // The school’s word is the proof; once the concern shows it, nothing stands beside it.
  const at = new Date().toISOString();
  await useVault(async (vault) => {
    const receipt = await vault.get('receipts', own!.envelopeId);
    await vault.put('receipts', { ...receipt!, steps: [{ step: 'added', at }] });
  });
  showBeside();
  await until('the proof', () => beside()?.textContent.includes('It stands in the concern'));
  const done = { id: own!.acted!.actionId, kind: 'note', by: 'Nadia Shah', at, text: WORDS } as const;
  beside()!.concern = { ...concern, history: [...concern.history, done] };
  await until('nothing', () => beside()?.textContent.trim() === '');
});

it('outlives lock, the end of full access and a closed browser, and shows its words to nobody after them', async () => {
  showBeside();
  expect(await (await adds(WORDS)).coming).toBe('waits');
  await until('the words', () => beside()?.textContent.includes(WORDS));
  noteSession(null, null);
  elevate();
  showBeside();
  await until('the line', () => beside()?.textContent.includes('Waiting on this computer'));
  expect(beside()!.textContent).not.toContain(WORDS);
  setUnlocked(null);
  await until('nothing', () => beside()?.textContent.trim() === '');

  await closeVault();
  const [row] = await listOutbox();
  const bytes = await useVault((vault) => vault.get('envelopes', row!.envelopeId));
  for (const kept of [bytes!.bytes, row!.ownerMark!])
    expect(new TextDecoder().decode(kept)).not.toMatch(/Rang home|4F2K/);
  setUnlocked(nadia);
  expect((await listOwnRecords(nadia.unlockKey)).map(({ kind, state }) => [kind, state])).toEqual([
    ['action', 'waiting'],
  ]);
});

it('on a device that is not unlocked nothing waits: the words stay in the dialog, which says that they are not added', async () => {
  setUnlocked(null);
  const { coming } = await adds(WORDS);
  await until('why', () => dialog()?.textContent.includes('Not added yet. Heed cannot be reached.'));
  expect(dialog()!.querySelector('textarea')!.value).toBe(WORDS);
  expect(await listOutbox()).toEqual([]);
  dialog()!.answer(null);
  expect(await coming).toBeNull();
});
