import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture as its points, three bytes each: red, green, blue. */
export interface Points {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

/** A picture of at most 256 colours: one byte for each point says which. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** three bytes for each colour */
  readonly colours: Buffer;
  readonly points: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Kinds of colour (PNG, 11.2.1). */
const RGB = 2;
const PALETTE = 3;
const RGB_ALPHA = 6;

/**
 * Reads a PNG as a browser takes it of a page: 8 bits, no interlacing, nothing to see through.
 * @throws Error when it is another kind
 */
export function readPng(bytes: Buffer): Points {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const kind = bytes[25];
  if (!bytes.subarray(0, 8).equals(SIGNATURE) || bytes[24] !== 8 || (kind !== RGB && kind !== RGB_ALPHA))
    throw new Error('a screenshot is another kind of picture than it used to be');
  const wide = kind === RGB ? 3 : 4;
  const raw = unfilter(inflateSync(dataOf(bytes)), { line: width * wide, height, wide });
  const rgb = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) raw.copy(rgb, at * 3, at * wide, at * wide + 3);
  return { width, height, rgb };
}

function dataOf(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Takes the filter of every line off again (PNG, 9.2). @param line, wide bytes of a line and of a point */
function unfilter(
  data: Buffer,
  { line, height, wide }: { line: number; height: number; wide: number },
): Buffer {
  const raw = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x >= wide ? raw[at - wide]! : 0;
      const above = y > 0 ? raw[at - line]! : 0;
      const corner = x >= wide && y > 0 ? raw[at - line - wide]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      raw[at] = data[y * (line + 1) + 1 + x]! + guess;
    }
  }
  return raw;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** Writes a PNG with a palette: a page of few colours becomes small, and a PDF can take it as it is. */
export function writePng({ width, height, colours, points }: Drawn): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, PALETTE, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  // No filter: what repeats in a palette repeats as it stands.
  for (let y = 0; y < height; y++) points.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const data = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    part('IHDR', head),
    part('PLTE', colours),
    part('IDAT', data),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function part(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
