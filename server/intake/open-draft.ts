import { createDecipheriv } from 'node:crypto';
import { readDraftContent, type DraftContent } from '../../protocol/draft-content';
import type { ParkedDraftRow } from '../storage/rows/parked-drafts';
import type { ParkedKey } from './open-raw';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A draft that was opened: as its device wrote it down, and as the school reads it. */
export interface OpenedDraft {
  readonly kept: Record<string, unknown>;
  readonly read: DraftContent;
}

/** Opens a draft with the key of its parked envelope; null where they do not belong together, or it is no record. */
export function openDraft(
  row: Pick<ParkedDraftRow, 'lineage_id' | 'ciphertext'>,
  key: Pick<ParkedKey, 'lineageId' | 'draftKey'>,
): OpenedDraft | null {
  if (key.lineageId !== row.lineage_id) return null;
  try {
    const kept: unknown = JSON.parse(decrypt(row, key.draftKey));
    const read = readDraftContent(kept);
    return read && { kept: kept as Record<string, unknown>, read };
  } catch {
    return null;
  }
}

/** AES-256-GCM with its place as additional data, as the vault seals it (offline/aes.ts, client/sealing/drafts.ts). */
function decrypt(row: Pick<ParkedDraftRow, 'lineage_id' | 'ciphertext'>, draftKey: Uint8Array): string {
  const { ciphertext } = row;
  const end = ciphertext.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', draftKey, ciphertext.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(`heed\0draft\0${row.lineage_id}`));
  decipher.setAuthTag(ciphertext.subarray(end));
  return Buffer.concat([decipher.update(ciphertext.subarray(IV_BYTES, end)), decipher.final()]).toString();
}
