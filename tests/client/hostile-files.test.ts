import { expect, test } from 'vitest';
import { cleanFile } from '../../client/files/clean-file';
import { drawPicture } from '../../client/files/draw-picture';
import { safeName } from '../../protocol/files/names';
import { isPicture } from '../../protocol/files/sniff';
import { hostileFiles } from '../hostile-files';

/** Bytes as the letters of the same numbers. */
const asText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

test.each(hostileFiles)('on the device: $what', async ({ name, make, type, called, gone, shown }) => {
  const bytes = await make();
  const before = document.documentElement.outerHTML;
  const clean = await cleanFile(safeName(name), bytes);
  expect(clean).toMatchObject({ name: called, type });
  if (gone === undefined) expect(clean.content.length).toBe(bytes.length);
  else {
    expect(asText(bytes)).toContain(gone);
    expect(asText(clean.content)).not.toContain(gone);
  }
  if (shown !== undefined) {
    expect(isPicture(type)).toBe(true);
    const drawn = await drawPicture(clean.content, type);
    if (shown === 'too-large') expect(drawn).toBe('too-large');
    else expect([...pixelOf(drawn as HTMLCanvasElement)]).toEqual([255, 0, 0, 255]);
  }
  expect(document.documentElement.outerHTML).toBe(before);
});

function pixelOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  return canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data;
}
