import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import {
  createDraft,
  createUnconfirmedDraft,
  deleteDraft,
  listDrafts,
  saveOwnDraft,
} from '../../client/sealing/drafts';
import { sendDraft } from '../../client/sealing/send-draft';
import { removePerson } from '../../client/unlock/remove-person';
import type { Unlocked } from '../../client/unlock/unlocked';
import { flushOutbox } from '../../offline/delivery/flush';
import { openBytes, importAesKey } from '../../offline/aes';
import { summariseOutbox } from '../../offline/outbox/records';
import { FORM_LOCK, parkLeft } from '../../offline/parking/park-left';
import { CLOSED_MS, LEFT_MS } from '../../offline/parking/policy';
import { listAllDraftRows } from '../../offline/vault/parking';
import { fromBase64url } from '../../protocol/bytes';
import { decodePayload } from '../../protocol/payload';
import { callsOf, School } from '../offline/school';
import { aConcern, aPersonOn, aTablet, emptyOutbox, toolsOf } from '../offline/tablet';

let school: School;
let jo: Unlocked;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
});

/** Removing a person looks as well, by itself and at a school that this page cannot reach: one look at a time. */
const UNTIL_IT_IS_OUR_TURN = { timeout: 20_000, interval: 100 } as const;

/** Looks what was left, so much later. */
async function look(later: number): Promise<boolean> {
  const tools = toolsOf(school, () => Date.now() + later);
  return parkLeft(tools, () => flushOutbox(tools));
}

/** The text that the school could open, with the key of the parked envelope alone. */
async function leftText(envelopeId: string): Promise<unknown> {
  const opened = await school.read(envelopeId);
  const { draftKey, lineageId } = decodePayload('parked', opened.payload)!.body;
  const key = await importAesKey(fromBase64url(draftKey));
  const bytes = fromBase64url(school.left.get(envelopeId)!.ciphertext!);
  const plain = await openBytes(key, `draft\0${lineageId}`, bytes.slice().buffer);
  return (JSON.parse(new TextDecoder().decode(plain)) as { text: string }).text;
}

it('goes to the school when it was left, once, and again only when it was written on', async () => {
  const draft = await createDraft(jo, { text: 'She said' });
  const { envelopeId } = draft.row.parked;
  expect(await look(LEFT_MS - 60_000)).toBe(false);
  expect(school.left.size).toBe(0);
  expect(await look(LEFT_MS)).toBe(false);
  expect(await leftText(envelopeId)).toBe('She said');
  const requests = school.deliveries.length;
  school.left.clear();
  await look(LEFT_MS + 60_000);
  expect([school.left.size, school.deliveries.length]).toEqual([0, requests]);
  // It is simply a draft here, and no record that waits.
  expect((await listDrafts(jo)).drafts).toHaveLength(1);
  expect((await summariseOutbox()).unsent).toBe(0);

  await saveOwnDraft(jo, draft, { text: 'She said that' });
  await look(LEFT_MS);
  expect(await leftText(envelopeId)).toBe('She said that');
  expect(school.left.get(envelopeId)?.revision).toBe(2);
});

it('waits without a network, behind every concern, and is lost to no portal', async () => {
  const draft = await createDraft(jo, { text: 'left' });
  const { envelopeId } = draft.row.parked;
  school.gate = () => Promise.reject(new TypeError('no network'));
  expect(await look(LEFT_MS)).toBe(true);
  await sendDraft(jo, await createDraft(jo, { text: 'sent' }), aConcern('sent'), { text: 'sent' });
  school.gate = (request) =>
    new URL(request.url).pathname === '/api/parked' ? Response.json({ envelopeId, standing: 'open' }) : null;
  expect(await look(LEFT_MS)).toBe(true);
  const [first] = school.deliveries;
  expect(first?.envelopeIds.at(-1)).toBe(envelopeId);
  expect(first?.envelopeIds).toHaveLength(2);
  school.gate = null;
  expect(await look(LEFT_MS + 10 * 60_000)).toBe(false);
  expect(await leftText(envelopeId)).toBe('left');
});

it('closes after twelve hours, and is let go only once a backup of the school holds it', async () => {
  const draft = await createDraft(jo, { text: 'old' });
  await look(CLOSED_MS);
  expect((await listDrafts(jo)).drafts).toEqual([]);
  expect(await listAllDraftRows()).toHaveLength(1);
  // The school is set back to a backup from before: it is offered again.
  const { envelopeId } = draft.row.parked;
  school.left.clear();
  await look(CLOSED_MS + 7 * 24 * 60 * 60_000);
  expect(await listAllDraftRows()).toEqual([]);
  expect(school.left.has(envelopeId)).toBe(false);
});

it('stays with its author here when it has ended: the words may be newer than what was sent', async () => {
  const draft = await createDraft(jo, { text: 'sent elsewhere, then written on' });
  school.ended.add(draft.row.parked.envelopeId);
  await look(CLOSED_MS);
  expect((await listDrafts(jo)).drafts).toHaveLength(1);
});

it('of somebody who did not unlock is delivered once its form is gone from every page', async () => {
  const draft = await createUnconfirmedDraft('Mr Supply', { text: 'half' });
  const { envelopeId } = draft.row.parked;
  await navigator.locks.request(FORM_LOCK, { mode: 'shared' }, async () => {
    await look(2 * 60_000);
    expect(school.left.size).toBe(0);
  });
  await look(2 * 60_000);
  expect(await leftText(envelopeId)).toBe('half');
  expect((await listAllDraftRows()).map(({ closed }) => closed)).toEqual([true]);
});

it('of a person who was removed goes at once; one that its author deletes is ended there too', async () => {
  const sam = await aPersonOn(school, 'Sam Okoro');
  const sams = await createDraft(sam, { text: 'of Sam' });
  const jos = await createDraft(jo, { text: 'of Jo' });
  await removePerson(sam.person.authorKeyId, callsOf(school));
  await vi.waitFor(async () => {
    // Later than the next try of what that look could not deliver.
    await look(5 * 60_000);
    expect([...school.left.keys()]).toEqual([sams.row.parked.envelopeId]);
  }, UNTIL_IT_IS_OUR_TURN);
  await vi.waitFor(async () => {
    await look(LEFT_MS);
    expect(school.left.has(jos.row.parked.envelopeId)).toBe(true);
  }, UNTIL_IT_IS_OUR_TURN);
  await deleteDraft(jos.draftId);
  expect((await listDrafts(jo)).drafts).toEqual([]);
  await vi.waitFor(async () => {
    await look(LEFT_MS);
    expect(school.left.get(jos.row.parked.envelopeId)).toEqual({ revision: 2, ciphertext: null });
  }, UNTIL_IT_IS_OUR_TURN);
  expect((await listAllDraftRows()).map(({ draftId }) => draftId)).toEqual([sams.draftId]);
});
