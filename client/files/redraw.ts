import { mayBeDrawn } from './picture-size';

const QUALITY = 0.92;

/** A picture drawn anew, so that only what can be seen of it is left. @returns null where this browser cannot read it */
export async function asJpeg(bytes: Uint8Array, type: string): Promise<Uint8Array | null> {
  if (!mayBeDrawn(bytes, type)) return null;
  const bitmap = await createImageBitmap(new Blob([bytes.slice()], { type })).catch(() => null);
  if (!bitmap) return null;
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return drawn && new Uint8Array(await drawn.arrayBuffer());
}
