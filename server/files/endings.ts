import type { FileRow } from '../storage/rows/files';

const ENDINGS: Readonly<Partial<Record<string, string>>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'text/plain': 'txt',
};

/** What the name of a file of this type ends with, by its own bytes; null where its bytes do not say. */
export function endingOf(type: FileRow['type']): string | null {
  return ENDINGS[type ?? ''] ?? null;
}
