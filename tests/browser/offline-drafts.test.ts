import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealBytes } from '../../offline/aes';
import { listOutbox } from '../../offline/outbox/store';
import { listOwnRecords } from '../../offline/outbox/records';
import { useVault } from '../../offline/vault/connection';
import { Autosave } from '../../client/sealing/autosave';
import {
  createDraft,
  createUnconfirmedDraft,
  deleteDraft,
  listDrafts,
  openDraft,
  saveDraft,
  saveOwnDraft,
  type OpenDraft,
} from '../../client/sealing/drafts';
import { saveOpenDrafts } from '../../client/sealing/open-drafts';
import { RecordTooLong } from '../../client/sealing/seal-record';
import { sendDraft, sendUnconfirmed } from '../../client/sealing/send-draft';
import type { Unlocked } from '../../client/unlock/unlocked';
import { fromBase64url } from '../../protocol/bytes';
import { parseEnvelope } from '../../protocol/envelope/format';
import { isSigned, verifyAuthor } from '../../protocol/envelope/open';
import { decodePayload } from '../../protocol/payload';
import { School } from '../offline/school';
import { aConcern, aPersonOn, aTablet, emptyOutbox, flush, send } from '../offline/tablet';

let school: School;
let jo: Unlocked;
let sam: Unlocked;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
  sam = await aPersonOn(school, 'Sam Okoro');
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
});

const textsOf = async (who: Unlocked) =>
  (await listDrafts(who)).drafts.map(({ content }) => (content as { text: string }).text).sort();

/** Everything that lies in the vault, as text: what a search of the raw files could find. */
async function rawVault(): Promise<string> {
  const found: string[] = [];
  const decoder = (label: string) => new TextDecoder(label);
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (value instanceof ArrayBuffer)
      found.push(decoder('utf-8').decode(value), decoder('utf-16le').decode(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  await useVault(async (vault) => {
    for (const store of vault.objectStoreNames) walk(await vault.getAll(store));
  });
  return found.join('\n');
}

describe('a draft', () => {
  it('lies encrypted on the tablet and opens with its author’s words', async () => {
    const draft = await createDraft(jo, { text: 'Bruise on left arm' });
    const saved = await saveOwnDraft(jo, draft, { text: 'Bruise on left arm, says he fell' });
    expect(saved).toMatchObject({ draftId: draft.draftId, revision: 2 });
    expect((await openDraft(jo, draft.draftId))?.content).toEqual({
      text: 'Bruise on left arm, says he fell',
    });
    const raw = await rawVault();
    for (const word of ['Bruise', 'fell', 'Jo Price', 'O’Brien', 'Amélie']) expect(raw).not.toContain(word);
  });

  it('stands beside the person’s other drafts and is nobody else’s', async () => {
    const one = await createDraft(jo, { text: 'one' });
    await createDraft(jo, { text: 'two' });
    expect(await textsOf(jo)).toEqual(['one', 'two']);
    expect(await textsOf(sam)).toEqual([]);
    expect(await openDraft(sam, one.draftId)).toBeNull();
    await deleteDraft(one.draftId);
    expect(await textsOf(jo)).toEqual(['two']);
  });

  it('that cannot be opened is counted, not hidden', async () => {
    const { draftId } = await createDraft(jo, { text: 'one' });
    const foreign = await sealBytes(sam.unlockKey, 'draft-key', new Uint8Array(32));
    await useVault(async (vault) =>
      vault.put('drafts', { ...(await vault.get('drafts', draftId))!, wrappedKey: foreign }),
    );
    expect(await listDrafts(jo)).toEqual({ drafts: [], unreadable: 1 });
  });

  it('saved in two tabs with different words is two drafts of one lineage', async () => {
    const draft = await createDraft(jo, { text: 'seen at break' });
    const second = (await openDraft(jo, draft.draftId))!;
    await saveOwnDraft(jo, draft, { text: 'first tab' });
    const loser = await saveOwnDraft(jo, second, { text: 'second tab' });
    expect(loser.draftId).not.toBe(draft.draftId);
    expect(loser.lineageId).toBe(draft.lineageId);
    expect(await textsOf(jo)).toEqual(['first tab', 'second tab']);
  });

  it('has its parked envelope from the start, sealed to the school and signed by its author', async () => {
    const { row, lineageId } = await createDraft(jo, { text: 'one' });
    await school.receive(new Uint8Array(row.parked.bytes));
    const opened = await school.read(row.parked.envelopeId);
    expect(opened.header).toMatchObject({ kind: 'parked', lineageId, revision: 1 });
    expect(await verifyAuthor(opened, school.authorKeys.get(jo.person.authorKeyId)!)).toBe(true);
    const { draftKey } = decodePayload('parked', opened.payload)!.body;
    const key = await crypto.subtle.importKey('raw', fromBase64url(draftKey), 'AES-GCM', false, ['decrypt']);
    const iv = new Uint8Array(row.ciphertext, 0, 12);
    const additionalData = new TextEncoder().encode(`heed\0draft\0${lineageId}`);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      new Uint8Array(row.ciphertext, 12),
    );
    expect(JSON.parse(new TextDecoder().decode(plain))).toEqual({ text: 'one' });
  });
});

describe('Send', () => {
  it('leaves an envelope in the place of the draft, readable by the school alone', async () => {
    const id = await send(jo, 'He said he had not eaten since yesterday.');
    expect(await textsOf(jo)).toEqual([]);
    expect(await rawVault()).not.toContain('not eaten');
    await flush(school);
    const opened = await school.read(id);
    expect(await verifyAuthor(opened, school.authorKeys.get(jo.person.authorKeyId)!)).toBe(true);
    expect(decodePayload('concern', opened.payload)!.body.text).toBe(
      'He said he had not eaten since yesterday.',
    );
  });

  it('in two tabs with different words keeps both', async () => {
    const draft = await createDraft(jo, { text: 'both' });
    const second = (await openDraft(jo, draft.draftId))!;
    const saved = await saveOwnDraft(jo, second, { text: 'second tab' });
    const lost = await sendDraft(jo, draft, aConcern('first tab'), { text: 'first tab' });
    expect(lost).toMatchObject({ kind: 'second-draft', draft: { lineageId: draft.lineageId } });
    expect(await textsOf(jo)).toEqual(['first tab', 'second tab']);
    expect(await sendDraft(jo, saved, aConcern('second tab'), { text: 'second tab' })).toMatchObject({
      kind: 'sent',
    });
    const other = (lost as { draft: OpenDraft }).draft;
    expect(await sendDraft(jo, other, aConcern('first tab'), { text: 'first tab' })).toMatchObject({
      kind: 'sent',
    });
    const rows = await listOutbox();
    expect(new Set(rows.map(({ lineageId }) => lineageId))).toEqual(new Set([draft.lineageId]));
    expect(rows).toHaveLength(2);
  });

  it('pressed twice on a slow tablet is one concern', async () => {
    const draft = await createDraft(jo, { text: 'once' });
    const press = () => sendDraft(jo, draft, aConcern('once'), { text: 'once' });
    const results = await Promise.all([press(), press()]);
    results.push(await press());
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await listOutbox()).toHaveLength(1);
    expect(await textsOf(jo)).toEqual([]);
  });

  it('of the same words for two pupils, and twice for one, keeps every concern', async () => {
    const ids = [await send(jo, 'same words'), await send(jo, 'same words'), await send(jo, 'same words')];
    await flush(school);
    expect(new Set(ids).size).toBe(3);
    expect(school.held.size).toBe(3);
  });

  it('of more words than one envelope takes keeps the draft and sends nothing', async () => {
    const draft = await createDraft(jo, { text: 'long' });
    const body = { ...aConcern('x'), text: 'ж'.repeat(30_000) };
    await expect(sendDraft(jo, draft, body, { text: 'long' })).rejects.toBeInstanceOf(RecordTooLong);
    expect(await textsOf(jo)).toEqual(['long']);
    expect(await listOutbox()).toHaveLength(0);
  });

  it('says to its author alone which records are theirs', async () => {
    await send(jo, 'by Jo');
    await send(sam, 'by Sam');
    await flush(school);
    expect(await listOwnRecords(jo.unlockKey)).toHaveLength(1);
    expect(await listOwnRecords(sam.unlockKey)).toHaveLength(1);
    expect(await rawVault()).not.toContain(jo.person.staffId);
  });
});

describe('a record made without unlocking', () => {
  it('arrives unsigned under the name as typed, and can never be opened here again', async () => {
    const draft = await createUnconfirmedDraft('Mr Supply', { text: 'saw it' });
    const writer = { author: { unconfirmed: 'Mr Supply' }, authorKeyId: null, authorKey: null };
    const saved = await saveDraft(writer, null, draft, { text: 'saw it at lunch' });
    expect(saved.row.wrappedKey).toBeNull();
    expect(await textsOf(jo)).toEqual([]);
    const sent = await sendUnconfirmed('Mr Supply', saved, aConcern('saw it at lunch'), {
      text: 'saw it at lunch',
    });
    await flush(school);
    const opened = await school.read((sent as { envelopeId: string }).envelopeId);
    expect(isSigned(opened)).toBe(false);
    expect(decodePayload('concern', opened.payload)).toMatchObject({
      author: { unconfirmed: 'Mr Supply' },
      authorKeyId: null,
    });
    expect(await rawVault()).not.toContain('Mr Supply');
  });

  it('that was killed half-way leaves its parked envelope for the school', async () => {
    await createUnconfirmedDraft('Mr Supply', { text: 'half' });
    const [row] = await useVault((vault) => vault.getAll('drafts'));
    expect(parseEnvelope(new Uint8Array(row!.parked.bytes)).header.kind).toBe('parked');
    expect(row).toMatchObject({ authorKeyId: null, wrappedKey: null });
  });
});

describe('what is being typed', () => {
  const autosave = (heard: string[]) =>
    new Autosave<OpenDraft>(null, {
      write: (draft, content) => (draft ? saveOwnDraft(jo, draft, content) : createDraft(jo, content)),
      saved: () => heard.push('saved'),
      failed: () => heard.push('failed'),
    });

  it('is one draft however fast it is typed, and is on the disk when Heed locks or updates', async () => {
    const heard: string[] = [];
    const saving = autosave(heard);
    for (const text of ['H', 'He', 'He s', 'He said']) saving.changed({ text });
    await saveOpenDrafts();
    for (const text of ['He said h', 'He said he']) saving.changed({ text });
    await Promise.all([saving.save(), saving.save(), saveOpenDrafts()]);
    expect(await textsOf(jo)).toEqual(['He said he']);
    expect(heard).toEqual(['saved', 'saved']);
    await saving.close();
  });

  it('that could not be written is said, kept, and written at the next chance', async () => {
    const heard: string[] = [];
    let full = true;
    const saving = new Autosave(null, {
      write: (_draft, content) =>
        full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : createDraft(jo, content),
      saved: () => heard.push('saved'),
      failed: () => heard.push('failed'),
    });
    saving.changed({ text: 'kept in the page' });
    await expect(saving.save()).rejects.toThrow('full');
    full = false;
    await saving.close();
    expect(heard).toEqual(['failed', 'saved']);
    expect(await textsOf(jo)).toEqual(['kept in the page']);
  });
});
