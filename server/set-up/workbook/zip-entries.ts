import { Inflate } from 'fflate';
import { fileFaults } from '../../../protocol/words/import/files';
import { LIMITS, WorkbookFault } from './workbook';

/** One part of a zip file as its central directory declares it. Nothing is inflated yet. */
export interface ZipEntry {
  name: string;
  method: number;
  storedBytes: number;
  inflatedBytes: number;
  headerAt: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** A push of this size can inflate to at most 17 MB (deflate's best is 1,032 to 1), so a lie is seen in time. */
const PUSH_BYTES = 16 * 1024;

const damaged = () => new WorkbookFault(fileFaults.damaged);

/**
 * Lists the parts of a zip file (APPNOTE.TXT 4.3) and refuses it before anything is inflated.
 * @throws WorkbookFault for a file that is no zip, is encrypted, damaged, or declares more than LIMITS allows
 */
export function listEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) throw new WorkbookFault(fileFaults.bomb);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(bytes, view, at);
    if (entries.has(entry.name)) throw damaged();
    entries.set(entry.name, entry);
    at = next;
  }
  refuseBomb([...entries.values()]);
  return entries;
}

/** The end record stands in the last 64 KB, behind it only the archive's comment. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new WorkbookFault(fileFaults.notXlsx);
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new WorkbookFault(fileFaults.locked);
  const nameBytes = view.getUint16(at + 28, true);
  const entry: ZipEntry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
    method: view.getUint16(at + 10, true),
    storedBytes: view.getUint32(at + 20, true),
    inflatedBytes: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
  };
  const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return { entry, next };
}

function refuseBomb(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0);
  const steep = entries.some(
    (entry) =>
      entry.inflatedBytes > LIMITS.ratioFromBytes && entry.inflatedBytes > entry.storedBytes * LIMITS.ratio,
  );
  if (steep || total > LIMITS.inflatedBytes) throw new WorkbookFault(fileFaults.bomb);
}

/**
 * The bytes of one part. The declared size is a promise that is held: inflating stops at the first byte beyond it.
 * @throws WorkbookFault when the part is cut short, packed in an unknown way or larger than it declares
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt } = entry;
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL_HEADER) throw damaged();
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (start + entry.storedBytes > bytes.length) throw damaged();
  const stored = bytes.subarray(start, start + entry.storedBytes);
  if (entry.method === STORED && stored.length === entry.inflatedBytes) return stored;
  if (entry.method !== DEFLATED) throw damaged();
  return inflateWithin(stored, entry.inflatedBytes);
}

function inflateWithin(stored: Uint8Array, declared: number): Uint8Array {
  const whole = new Uint8Array(declared);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > declared) throw new WorkbookFault(fileFaults.bomb);
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < stored.length; at += PUSH_BYTES) {
      inflate.push(stored.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= stored.length);
    }
  } catch (cause) {
    throw cause instanceof WorkbookFault ? cause : new WorkbookFault(fileFaults.damaged, { cause });
  }
  if (filled !== declared) throw damaged();
  return whole;
}
