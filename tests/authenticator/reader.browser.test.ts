import { create } from 'qrcode';
import { afterEach, expect, it, vi } from 'vitest';
import { findReader } from '../../authenticator/scanner/reader';

const LINK = 'otpauth://totp/Oakfield:tom?secret=JBSWY3DPEHPK3PXP&issuer=Oakfield';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A picture of a QR code with so many pixels a module. */
async function pictureOf(text: string, module: number, colours = ['#fff', '#000']): Promise<ImageBitmap> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 8) * module;
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d')!;
  context.fillStyle = colours[0]!;
  context.fillRect(0, 0, side, side);
  context.fillStyle = colours[1]!;
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) context.fillRect((x + 4) * module, (y + 4) * module, module, module);
    }
  }
  return createImageBitmap(canvas);
}

it.each([
  ['dark on light', 6, ['#fff', '#000']],
  ['light on dark', 6, ['#0f161a', '#fff']],
  ['larger than it looks at', 40, ['#fff', '#16202a']],
])('reads a QR code without the engine’s help: %s', async (_what, module, colours) => {
  vi.stubGlobal('BarcodeDetector', undefined);
  const picture = await pictureOf(LINK, module, colours);
  const read = await findReader();
  expect(await read(picture, picture.width, picture.height)).toBe(LINK);
});

it('finds nothing where there is nothing', async () => {
  vi.stubGlobal('BarcodeDetector', undefined);
  const picture = await createImageBitmap(new ImageData(320, 200));
  expect(await (await findReader())(picture, 320, 200)).toBeNull();
});

/** An engine's own reader, which knows these formats and answers this. */
function anEngine(formats: string[], answer: () => Promise<{ rawValue: string }[]>) {
  return class {
    static getSupportedFormats = async () => formats;
    detect = answer;
  };
}

it('uses the engine’s own reader where it knows QR codes', async () => {
  vi.stubGlobal(
    'BarcodeDetector',
    anEngine(['qr_code'], async () => [{ rawValue: 'seen by the engine' }]),
  );
  const picture = await pictureOf(LINK, 6);
  expect(await (await findReader())(picture, picture.width, picture.height)).toBe('seen by the engine');
});

it('goes on looking when the engine’s reader fails, and does without one that knows no QR codes', async () => {
  vi.stubGlobal(
    'BarcodeDetector',
    anEngine(['qr_code'], () => Promise.reject(new DOMException('not yet'))),
  );
  const picture = await pictureOf(LINK, 6);
  expect(await (await findReader())(picture, picture.width, picture.height)).toBeNull();
  vi.stubGlobal(
    'BarcodeDetector',
    anEngine(['ean_13'], async () => []),
  );
  expect(await (await findReader())(picture, picture.width, picture.height)).toBe(LINK);
});
