/** Pictures are taken at so many device pixels for each CSS pixel. */
export const PIXELS = 1.5;

/**
 * How large a PNG picture is shown, CSS px.
 * @throws Error when it is none, or is not one of few colours, which is what the script of the pictures makes
 */
export function pngSize(bytes: Buffer): { width: number; height: number } {
  const palette = 3;
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || bytes[25] !== palette)
    throw new Error('a picture is no PNG of few colours');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return { width: Math.round(width / PIXELS), height: Math.round(height / PIXELS) };
}
