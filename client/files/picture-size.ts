/** A picture of more pixels than this is saved and not shown: a few bytes can claim billions (a "pixel bomb"). */
const MOST_PIXELS = 60_000_000;

/** Whether a picture says of itself, before anything of it is decoded, that it is small enough to draw. */
export function mayBeDrawn(bytes: Uint8Array, type: string): boolean {
  // These say their size deep inside; engines that read them at all bound it themselves.
  if (['image/heic', 'image/avif', 'image/tiff'].includes(type)) return true;
  const size = pictureSize(bytes, type);
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= MOST_PIXELS;
}

interface Size {
  width: number;
  height: number;
}

/** Width and height as a picture's header says; null where it says none. */
export function pictureSize(bytes: Uint8Array, type: string): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (type === 'image/gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (type === 'image/webp') return webpSize(view);
    return type === 'image/jpeg' ? jpegSize(view) : null;
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function webpSize(view: DataView): Size | null {
  const kind = view.getUint8(15);
  if (kind === 0x20)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 0x4c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const wide = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return kind === 0x58 ? { width: wide(24), height: wide(27) } : null;
}

/** In the first frame header (SOF0 to SOF15 but DHT, JPG and DAC). */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0xda) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
