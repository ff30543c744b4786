/** Kinds of file that a browser may be told of by name; anything else is only ever `application/octet-stream`. */
export const fileTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'application/pdf',
  'text/plain',
] as const;
/** A type by which a file may be named; the last is said of everything else. */
export type FileType = (typeof fileTypes)[number] | typeof UNKNOWN_TYPE;

/** What a browser neither shows nor runs. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** So many bytes of a file's beginning tell its type. */
export const SNIFFED_BYTES = 4096;

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'];
const signatures: readonly (readonly [FileType, (head: Uint8Array) => boolean])[] = [
  ['image/jpeg', (head) => begins(head, 0xff, 0xd8, 0xff)],
  ['image/png', (head) => begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/gif', (head) => ['GIF87a', 'GIF89a'].includes(ascii(head, 0, 6))],
  ['image/webp', (head) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP'],
  ['image/heic', (head) => ascii(head, 4, 4) === 'ftyp' && heicBrands.includes(ascii(head, 8, 4))],
  ['application/pdf', (head) => ascii(head, 0, 5) === '%PDF-'],
];

/**
 * The type of a file by its own first bytes: what its name or a browser says of it decides nothing. Mark-up (HTML, SVG,
 * XML) is never text: a browser that was told so might run it.
 * @param head the first bytes, up to {@link SNIFFED_BYTES}
 */
export function sniffType(head: Uint8Array): FileType {
  const known = signatures.find(([, fits]) => fits(head));
  if (known) return known[0];
  return isPlainText(head) ? 'text/plain' : UNKNOWN_TYPE;
}

/** Whether a file of this type is shown in the viewer. */
export function isPdf(type: string): boolean {
  return type === 'application/pdf';
}

/** Whether a file of this type may be drawn in a page, as a bitmap. */
export function isPicture(type: string): boolean {
  return ['image/jpeg', 'image/png', 'image/webp', 'image/gif'].includes(type);
}

// No control characters but white space, and nothing that begins like mark-up or a script for a shell.
function isPlainText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const text = ascii(head, 0, head.length);
  return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !/^(\xef\xbb\xbf)?\s*(<|#!)/.test(text);
}

function begins(head: Uint8Array, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** Bytes as the letters of the same numbers. */
function ascii(head: Uint8Array, at: number, length: number): string {
  return Array.from(head.subarray(at, at + length), (byte) => String.fromCharCode(byte)).join('');
}
