/** Where sealed files lie: a folder, or a bucket that several machines share. A path is `school/parts|kept/name`. */
export interface Shelf {
  /**
   * Writes a file that is there whole or not at all, and to stay when this resolves: a receipt means that the school holds
   * it (envelope.md, Receiving). Nothing here holds up the event loop (failures.md, S18).
   * @throws what the disk or the bucket says; nothing of it is left then (S7)
   */
  put(path: string, content: Content): Promise<void>;
  /** Its bytes, as they are read. @throws NotThere at the first of them */
  read(path: string): AsyncIterable<Buffer>;
  /** One that is not there is gone already. */
  remove(path: string): Promise<void>;
  /** Every path, in no order. */
  list(): AsyncIterable<string>;
  /**
   * Puts other files in the place of all that are there (a restore); what was there is kept.
   * @param at names what is put aside, ISO
   */
  replace(paths: readonly string[], read: (path: string) => Content, at: string): Promise<void>;
  /** Clears away what a crash left half-written. @param before ms since 1970 */
  tidy(before: number): Promise<void>;
}

export type Content = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** No file of this name lies on the shelf. */
export class NotThere extends Error {}

/** Of a chunk as it came in. @param sha256 of its whole envelope, base64url: one place for the same bytes */
export function partPath(schoolId: string, sha256: string): string {
  return `${schoolId}/parts/${sha256}`;
}

/** Of a whole file, sealed. @param place random, base64url */
export function keptPath(schoolId: string, place: string): string {
  return `${schoolId}/kept/${place}`;
}

/** A small file at once. @throws NotThere */
export async function readAll(shelf: Shelf, path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of shelf.read(path)) pieces.push(piece);
  return Buffer.concat(pieces);
}
