import { download } from '../../components/download';
import { readSealedBytes } from '../../../offline/outbox/export';

/**
 * Saves the sealed envelope as a file, byte for byte as it would have been sent.
 * @returns the file's name, or null when there is nothing to save any more
 */
export async function saveCopy(envelopeId: string, sentAt: number): Promise<string | null> {
  const bytes = await readSealedBytes(envelopeId);
  if (!bytes) return null;
  const file = copyName(envelopeId, sentAt);
  download(file, 'application/octet-stream', bytes);
  return file;
}

/** "heed-2026-11-23-k3Jx9Qa1.he1": a day and a part of the envelope's id; nothing about what is in it. */
export function copyName(envelopeId: string, sentAt: number): string {
  const at = new Date(sentAt);
  const part = (value: number) => String(value).padStart(2, '0');
  const date = `${at.getFullYear()}-${part(at.getMonth() + 1)}-${part(at.getDate())}`;
  return `heed-${date}-${envelopeId.slice(0, 8)}.he1`;
}
