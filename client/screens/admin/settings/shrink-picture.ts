/** The longest side, pixels: a log-in page shows it at a fifth of that. One that is still too heavy gets smaller. */
const SIDES = [512, 384, 256, 192] as const;

/**
 * A picture that somebody chose as a small PNG, drawn anew: a photograph loses where and when it was taken.
 * @param most bytes @returns null for what the browser cannot show as a picture
 */
export async function shrinkPicture(file: Blob, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  for (const side of SIDES) {
    const drawn = await draw(picture, Math.min(1, side / Math.max(picture.width, picture.height)));
    if (drawn && drawn.size <= most) return new Uint8Array(await drawn.arrayBuffer());
  }
  return null;
}

async function draw(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const [width, height] = [picture.width, picture.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}
