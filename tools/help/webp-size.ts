/** Pictures are taken at two device pixels for each CSS pixel. */
export const PIXELS = 2;

/**
 * How large a WebP picture is shown, CSS px.
 * @throws Error when it is no lossy WebP (RFC 9649), which is what the script of the pictures makes
 */
export function webpSize(bytes: Buffer): { width: number; height: number } {
  const kind = bytes.toString('latin1', 12, 16);
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || (kind !== 'VP8 ' && kind !== 'VP8X'))
    throw new Error('a picture is no WebP');
  const [width, height] =
    kind === 'VP8 '
      ? [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff]
      : [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  return { width: Math.round(width / PIXELS), height: Math.round(height / PIXELS) };
}
