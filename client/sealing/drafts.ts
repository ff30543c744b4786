import { importAesKey, openBytes, openJson, sealBytes, sealJson } from '../../offline/aes';
import { listDraftRows, putDraftRow, readDraftRow } from '../../offline/vault/drafts';
import type { DraftRow } from '../../offline/vault/rows';
import { randomBytes, toBase64url } from '../../protocol/bytes';
import { newEnvelopeId, newLineageId } from '../../protocol/identifiers';
import type { Unlocked } from '../unlock/unlocked';
import type { Writer } from './seal-record';

/** A draft that is open in this page. `content` is what the record screen put into it, as JSON. */
export interface OpenDraft {
  draftId: string;
  lineageId: string;
  /** grows by one with each save */
  revision: number;
  /** device clock, ms */
  startedAt: number;
  updatedAt: number;
  content: unknown;
  /** in memory only */
  key: CryptoKey;
  row: DraftRow;
}

const DRAFT_KEY_CELL = 'draft-key';
const cellOf = (lineageId: string): string => `draft\0${lineageId}`;

/**
 * Begins a draft at its first keystroke: a lineage, a key, and the small `parked` envelope that lets its author
 * resume it elsewhere (envelope.md, Parked drafts).
 * @param lineageId of a draft that was begun elsewhere and is gone on with here
 */
export async function createDraft(
  unlocked: Unlocked,
  content: unknown,
  lineageId = newLineageId(),
): Promise<OpenDraft> {
  return writeNew(writerOf(unlocked), unlocked.unlockKey, lineageId, content);
}

/** Begins a draft of somebody who has not unlocked: its key is in memory and in its parked envelope only. */
export async function createUnconfirmedDraft(name: string, content: unknown): Promise<OpenDraft> {
  const writer = { author: { unconfirmed: name }, authorKeyId: null, authorKey: null };
  return writeNew(writer, null, newLineageId(), content);
}

/**
 * Saves a draft, encrypted, by compare-and-set on its revision. When another tab has saved or sent it meanwhile,
 * this text is kept as a second draft of the same lineage: the result then has another `draftId`.
 * @throws when it could not be written: the screen must say so
 */
export async function saveDraft(
  writer: Writer,
  unlockKey: CryptoKey | null,
  draft: OpenDraft,
  content: unknown,
) {
  const row: DraftRow = {
    ...draft.row,
    revision: draft.revision + 1,
    updatedAt: Date.now(),
    ciphertext: await sealJson(draft.key, cellOf(draft.lineageId), content),
  };
  if (await putDraftRow(row)) return opened(row, draft.key, content);
  return writeNew(writer, unlockKey, draft.lineageId, content);
}

/** {@link saveDraft} for the unlocked person. */
export async function saveOwnDraft(
  unlocked: Unlocked,
  draft: OpenDraft,
  content: unknown,
): Promise<OpenDraft> {
  return saveDraft(writerOf(unlocked), unlocked.unlockKey, draft, content);
}

/** The person's drafts here, side by side, the last touched first. What cannot be opened is counted, not hidden. */
export async function listDrafts(unlocked: Unlocked): Promise<{ drafts: OpenDraft[]; unreadable: number }> {
  const rows = await listDraftRows(unlocked.person.authorKeyId);
  const read = await Promise.all(rows.map((row) => openRow(unlocked, row).catch(() => null)));
  const drafts = read.filter((draft) => draft !== null);
  return { drafts, unreadable: read.length - drafts.length };
}

/** One draft, or null when it was sent, deleted, or is another person's. */
export async function openDraft(unlocked: Unlocked, draftId: string): Promise<OpenDraft | null> {
  const row = await readDraftRow(draftId);
  return row?.authorKeyId === unlocked.person.authorKeyId ? openRow(unlocked, row) : null;
}

/** Deletes a draft that its author does not want to send. */
export async function deleteDraft(draftId: string): Promise<void> {
  const { dropDraftRow } = await import('../../offline/vault/parking');
  await dropDraftRow(draftId);
  const { dropStrayFiles } = await import('../../offline/vault/files');
  await dropStrayFiles(Date.now());
}

/** Who signs for an unlocked person. */
export function writerOf(unlocked: Unlocked): Writer {
  const { person, authorKey } = unlocked;
  return { author: { staffId: person.staffId }, authorKeyId: person.authorKeyId, authorKey };
}

async function writeNew(
  writer: Writer,
  unlockKey: CryptoKey | null,
  lineageId: string,
  content: unknown,
): Promise<OpenDraft> {
  const rawKey = randomBytes(32);
  const key = await importAesKey(rawKey);
  const body = { lineageId, draftKey: toBase64url(rawKey) };
  // HPKE is a third of the record screen's script, and is needed with the first keystroke only.
  const { sealRecord } = await import('./seal-record');
  const parked = await sealRecord({ kind: 'parked', lineageId, revision: 1, writer, body });
  const now = Date.now();
  const row: DraftRow = {
    draftId: newEnvelopeId(),
    authorKeyId: writer.authorKeyId,
    lineageId,
    revision: 1,
    startedAt: now,
    updatedAt: now,
    wrappedKey: unlockKey && (await sealBytes(unlockKey, DRAFT_KEY_CELL, rawKey)),
    ciphertext: await sealJson(key, cellOf(lineageId), content),
    parked: { envelopeId: parked.envelopeId, digest: parked.digest, bytes: parked.bytes.buffer },
  };
  await putDraftRow(row);
  return opened(row, key, content);
}

async function openRow(unlocked: Unlocked, row: DraftRow): Promise<OpenDraft | null> {
  if (!row.wrappedKey) return null;
  const key = await importAesKey(await openBytes(unlocked.unlockKey, DRAFT_KEY_CELL, row.wrappedKey));
  return opened(row, key, await openJson(key, cellOf(row.lineageId), row.ciphertext));
}

function opened(row: DraftRow, key: CryptoKey, content: unknown): OpenDraft {
  const { draftId, lineageId, revision, startedAt, updatedAt } = row;
  return { draftId, lineageId, revision, startedAt, updatedAt, content, key, row };
}
