import { concatBytes } from '../../../protocol/bytes';

const HEAD_BYTES = 12;
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In VP8X: "there is EXIF", "there is XMP". */
const EXIF_AND_XMP = 0b1100;

/** A WebP without EXIF, XMP and whatever is unknown. @returns null for what is no whole WebP */
export function cleanWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  const kept: Uint8Array[] = [];
  let at = HEAD_BYTES;
  while (at + 8 <= end) {
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > end) return null;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (KEPT.has(name)) kept.push(name === 'VP8X' ? withoutFlags(bytes, at, next) : bytes.subarray(at, next));
    at = next;
  }
  if (kept.length === 0) return null;
  const chunks = concatBytes(...kept);
  const head = new Uint8Array(bytes.slice(0, HEAD_BYTES));
  new DataView(head.buffer).setUint32(4, chunks.length + 4, true);
  return concatBytes(head, chunks);
}

function withoutFlags(bytes: Uint8Array, at: number, next: number): Uint8Array {
  const chunk = bytes.slice(at, next);
  chunk[8] = (chunk[8] ?? 0) & ~EXIF_AND_XMP;
  return chunk;
}
