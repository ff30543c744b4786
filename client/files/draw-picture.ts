import { mayBeDrawn } from './picture-size';

/** No screen of a school is wider, and a bitmap of four bytes a pixel has to fit a small machine. */
const WIDEST = 1600;

/**
 * Draws a picture as plain pixels: what is shown is made here, and nothing of the file itself reaches the page.
 * @param type by the school's own look at its bytes
 */
export async function drawPicture(
  bytes: Uint8Array,
  type: string,
): Promise<HTMLCanvasElement | 'too-large' | 'unreadable'> {
  if (!mayBeDrawn(bytes, type)) return 'too-large';
  const bitmap = await createImageBitmap(new Blob([bytes.slice()], { type })).catch(() => null);
  if (!bitmap) return 'unreadable';
  const scale = Math.min(1, WIDEST / bitmap.width);
  const canvas = document.createElement('canvas');
  canvas.className = 'file-picture';
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}
