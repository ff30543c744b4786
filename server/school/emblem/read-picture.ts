import type { EmblemType } from '../../../protocol/emblem';

/** What a picture's own bytes say of it: never its name, nor what somebody says that it is. */
export interface Picture {
  readonly type: EmblemType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Kind and size of a picture that is whole and nothing else besides; null for anything else. Nothing is decoded. */
export function readPicture(bytes: Uint8Array): Picture | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(file) ?? readJpeg(file) ?? readWebp(file);
  } catch {
    // It ends before what its headers promise.
    return null;
  }
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** PNG (RFC 2083): IHDR first, then chunks up to IEND, and nothing behind. */
function readPng(file: Buffer): Picture | null {
  if (!file.subarray(0, 8).equals(PNG) || file.toString('latin1', 12, 16) !== 'IHDR') return null;
  for (let at = 8; ; ) {
    const next = at + 12 + file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IEND')
      return next === file.length
        ? { type: 'image/png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
        : null;
    at = next;
  }
}

/** JPEG (ITU-T T.81, annex B): segments up to the frame header, which holds the size; it ends with EOI. */
function readJpeg(file: Buffer): Picture | null {
  if (file.readUInt16BE(0) !== 0xffd8 || file.readUInt16BE(file.length - 2) !== 0xffd9) return null;
  for (let at = 2; file[at] === 0xff; ) {
    const marker = file.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { type: 'image/jpeg', height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

/** WebP (RFC 9649): a RIFF of exactly its length; the size stands in its first chunk, in one of three ways. */
function readWebp(file: Buffer): Picture | null {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return null;
  if (file.readUInt32LE(4) + 8 !== file.length) return null;
  const type = 'image/webp';
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { type, width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { type, width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}
