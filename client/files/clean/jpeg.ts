import { concatBytes } from '../../../protocol/bytes';

const SOS = 0xda;
const EOI = 0xd9;
const APP1 = 0xe1;

/**
 * A JPEG without what a camera or a program wrote into it: place, time, device, thumbnails, comments, and whatever follows
 * its end. Kept are the picture, its colours (JFIF, ICC, Adobe), and which way up it is.
 * @returns null for what is no whole JPEG
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let turned = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    const end = at + 2 + number16(bytes, at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    if (marker === APP1) turned = orientationIn(segment) ?? turned;
    if (mayStay(marker, segment)) kept.push(segment);
    at = end;
    if (marker === SOS) {
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== EOI) return null;
  if (turned !== 1) kept.splice(1, 0, orientationAs(turned));
  return concatBytes(...kept, Uint8Array.of(0xff, EOI));
}

/** Application segments go but for three kinds; so do comments. All else is the picture. */
function mayStay(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const says = (name: string) => ascii(segment, 4, name.length) === name;
  if (marker === 0xe0) return says('JFIF\0');
  if (marker === 0xe2) return says('ICC_PROFILE\0');
  return marker === 0xee && says('Adobe');
}

/** Where the compressed data end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** The orientation (1 to 8) in an EXIF segment; null where it says none. */
function orientationIn(segment: Uint8Array): number | null {
  if (ascii(segment, 4, 6) !== 'Exif\0\0' || segment.length < 18) return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return null;
  const entries = tiff.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, little) !== 0x0112) continue;
    const turned = tiff.getUint16(at + 8, little);
    return turned >= 1 && turned <= 8 ? turned : null;
  }
  return null;
}

/** An EXIF segment that says which way up the picture is, and nothing else. */
function orientationAs(turned: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [
    0x4d,
    0x4d,
    0,
    0x2a,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    turned,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Uint8Array.of(0xff, APP1, 0, 2 + exif.length + tiff.length, ...exif, ...tiff);
}

function number16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
