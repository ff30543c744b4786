/** Longest file of a record, in bytes (product.md: 25 MB each). */
export const MAX_FILE_BYTES = 25_000_000;
/** Most files of one record. */
export const MAX_FILES = 20;
/** What one chunk holds of a file, in bytes; the last one may hold less (envelope.md, attachments). */
export const CHUNK_BYTES = 768 * 1024;
/** Letters of a file's name. */
export const MAX_NAME_CHARS = 255;

/** How many chunks a file has; an empty one has one. @param size in bytes */
export function chunkCount(size: number): number {
  return Math.max(1, Math.ceil(size / CHUNK_BYTES));
}
