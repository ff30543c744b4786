import { openJson, sealJson } from '../../offline/aes';
import { announceOutboxChange } from '../../offline/outbox/changes';
import { dropAdditionRow, listAdditionRows, putAdditionRow } from '../../offline/vault/additions';
import { newEnvelopeId } from '../../protocol/identifiers';
import type { Unlocked } from '../unlock/unlocked';

/** What somebody has begun to add to a record of theirs, under their own unlock key. */
export interface OpenAddition {
  draftId: string;
  /** id of the record's envelope */
  recordId: string;
  /** grows by one with each save; what compare-and-set compares */
  revision: number;
  /** device clock, ms */
  updatedAt: number;
  text: string;
}

const cellOf = (additionId: string, recordId: string): string => `addition\0${additionId}\0${recordId}`;

/**
 * Keeps it, encrypted. When another tab has saved or sent it meanwhile, this text is kept beside it: the result then has
 * another `draftId`.
 * @param before as it was kept last; null at the first keystroke
 * @throws when it could not be written: the screen must say so
 */
export async function keepAddition(
  unlocked: Unlocked,
  before: OpenAddition | null,
  recordId: string,
  text: string,
): Promise<OpenAddition> {
  const kept = before && (await write(unlocked, { ...before, revision: before.revision + 1, text }));
  if (kept) return kept;
  const fresh = await write(unlocked, {
    draftId: newEnvelopeId(),
    recordId,
    revision: 1,
    updatedAt: 0,
    text,
  });
  if (!fresh) throw new Error('an addition could not be kept');
  return fresh;
}

async function write({ person, unlockKey }: Unlocked, given: OpenAddition): Promise<OpenAddition | null> {
  const addition = { ...given, updatedAt: Date.now() };
  const { draftId: additionId, recordId, revision, updatedAt, text } = addition;
  const ciphertext = await sealJson(unlockKey, cellOf(additionId, recordId), { text });
  const row = { additionId, recordId, authorKeyId: person.authorKeyId, revision, updatedAt, ciphertext };
  return (await putAdditionRow(row)) ? addition : null;
}

/** What this person has begun to add and not sent, the last touched first; what cannot be opened stays where it is. */
export async function listAdditions({ person, unlockKey }: Unlocked): Promise<OpenAddition[]> {
  const rows = await listAdditionRows(person.authorKeyId);
  const read = await Promise.all(
    rows.map(({ additionId, recordId, revision, updatedAt, ciphertext }) =>
      openJson(unlockKey, cellOf(additionId, recordId), ciphertext).then(
        (content): OpenAddition => ({
          draftId: additionId,
          recordId,
          revision,
          updatedAt,
          text: (content as { text: string }).text,
        }),
        () => null,
      ),
    ),
  );
  return read.filter((addition) => addition !== null);
}

/** Its author does not want to send it. */
export async function dropAddition({ draftId }: OpenAddition): Promise<void> {
  await dropAdditionRow(draftId);
  announceOutboxChange();
}
