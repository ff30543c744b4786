import { MAX_FILE_BYTES } from '../../protocol/files/limits';
import { safeName } from '../../protocol/files/names';
import { sniffType, SNIFFED_BYTES, type FileType } from '../../protocol/files/sniff';
import { files as words } from '../strings/files';
import { cleanJpeg } from './clean/jpeg';
import { cleanPng } from './clean/png';
import { cleanWebp } from './clean/webp';
import { asJpeg } from './redraw';

/** A file that is not taken, with a sentence that says what to do. */
export class NotTaken extends Error {
  override name = 'NotTaken';
}

/** A file without what would say where and when a picture was taken. */
export interface CleanFile {
  name: string;
  type: FileType;
  content: Uint8Array;
}

const cleaners: Partial<Record<FileType, (bytes: Uint8Array) => Uint8Array | null>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

/** Reads a chosen file: looks at its own bytes, removes place and time from pictures on this device. @throws NotTaken */
export async function readClean(file: File): Promise<CleanFile> {
  const name = safeName(file.name, words.noName);
  if (file.size === 0) throw new NotTaken(words.empty(name));
  if (file.size > MAX_FILE_BYTES) throw new NotTaken(words.tooLarge(name));
  const clean = await cleanFile(name, new Uint8Array(await readAll(file, name)));
  if (clean.content.length > MAX_FILE_BYTES) throw new NotTaken(words.tooLarge(name));
  return clean;
}

/** What leaves the device of a file. @throws NotTaken for a picture that cannot be cleaned here */
export async function cleanFile(name: string, bytes: Uint8Array): Promise<CleanFile> {
  const type = sniffType(bytes.subarray(0, SNIFFED_BYTES));
  const cleaner = cleaners[type];
  const clean = cleaner ? cleaner(bytes) : null;
  if (clean) return { name, type, content: clean };
  const other = cleaner ? null : otherPhoto(bytes);
  if (!cleaner && other === null) return { name, type, content: bytes };
  const drawn = await asJpeg(bytes, other ?? type);
  if (!drawn) throw new NotTaken(words.notCleaned(name));
  return { name: `${name.replace(/\.[^.]*$/, '')}.jpg`, type: 'image/jpeg', content: drawn };
}

/** What a camera makes that nothing here takes apart: its place and time lie in it as in a JPEG. Null: no photo of these kinds. */
function otherPhoto(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (sniffType(bytes.subarray(0, SNIFFED_BYTES)) === 'image/heic') return 'image/heic';
  if (/^....ftypavi[fs]/s.test(head)) return 'image/avif';
  // Raw files of cameras begin so as well.
  return head.startsWith('II*\0') || head.startsWith('MM\0*') ? 'image/tiff' : null;
}

async function readAll(file: File, name: string): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    // It was moved, or lies in a cloud that cannot be reached.
    throw new NotTaken(words.unreadable(name));
  }
}
