import { concatBytes } from '../../../protocol/bytes';

const SIGNATURE_BYTES = 8;
/** The picture, its colours, and how it moves. Texts, times and EXIF are not among them, and nothing that is unknown. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

/** A PNG without texts, times and EXIF, and without whatever follows its end. @returns null for what is no whole PNG */
export function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  let at = SIGNATURE_BYTES;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return concatBytes(...kept);
    at = end;
  }
  return null;
}
