import { describe, expect, test, vi } from 'vitest';
import { concatBytes, u16be, u32be, utf8 } from '../../protocol/bytes';
import { mayBeDrawn } from '../../client/files/picture-size';
import { cleanFile } from '../../client/files/clean-file';

const SECRET = 'GPS 51.5074 N 0.1278 W, Mrs Khan’s phone';
const bytes = (...parts: (string | number | Uint8Array)[]): Uint8Array =>
  concatBytes(
    ...parts.map((one) => {
      if (typeof one === 'number') return Uint8Array.of(one);
      return typeof one === 'string' ? utf8(one) : one;
    }),
  );

const segment = (marker: number, ...content: (string | number | Uint8Array)[]): Uint8Array => {
  const body = bytes(...content);
  return bytes(0xff, marker, u16be(body.length + 2), body);
};

/** An EXIF segment of a phone held upright: turned by 90° (6), with the place. */
const exif = segment(
  0xe1,
  'Exif\0\0MM\0*',
  u32be(8),
  u16be(2),
  ...[u16be(0x0112), u16be(3), u32be(1), u16be(6), u16be(0)],
  ...[u16be(0x8825), u16be(4), u32be(1), u32be(60)],
  u32be(0),
  SECRET,
);
const frame = segment(0xc0, 8, u16be(600), u16be(800), 3, new Uint8Array(9));
const scan = bytes(segment(0xda, 1, 1, 0, 0, 63, 0), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56);
const tables = segment(0xdb, new Uint8Array(65));
const colours = segment(0xe2, 'ICC_PROFILE\0', 1, 1, 'colours');
const start = Uint8Array.of(0xff, 0xd8);
const end = Uint8Array.of(0xff, 0xd9);

const chunk = (name: string, ...content: (string | number | Uint8Array)[]): Uint8Array => {
  const body = bytes(...content);
  return bytes(u32be(body.length), name, body, new Uint8Array(4));
};
const png = (width: number, height: number, ...more: Uint8Array[]): Uint8Array =>
  bytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', u32be(width), u32be(height), 8, 6, 0, 0, 0),
    ...more,
    chunk('IDAT', 'pixels'),
    chunk('IEND'),
  );

const little = (value: number) => u32be(value).reverse();
const riff = (name: string, content: Uint8Array) => bytes(name, little(content.length), content);
const webp = (...chunks: Uint8Array[]) => {
  const body = bytes('WEBP', ...chunks);
  return bytes('RIFF', little(body.length), body);
};

const text = (content: Uint8Array) => new TextDecoder('latin1').decode(content);

describe('what a camera or a program wrote into a picture', () => {
  test.each<[string, Uint8Array]>([
    ['a photo with place and owner', bytes(start, exif, tables, frame, scan, end)],
    [
      'a photo with Photoshop’s notes',
      bytes(start, segment(0xed, 'Photoshop', SECRET), tables, frame, scan, end),
    ],
    ['a photo with a comment', bytes(start, segment(0xfe, SECRET), tables, frame, scan, end)],
    ['a photo with a film behind it', bytes(start, tables, frame, scan, end, 'ftypmp42', SECRET)],
    [
      'a photo with a web page in it',
      bytes(start, segment(0xfe, '<script>', SECRET), tables, frame, scan, end),
    ],
    ['a progressive photo', bytes(start, frame, scan, segment(0xfe, SECRET), tables, scan, end)],
    ['a PNG with texts', png(2, 2, chunk('tEXt', SECRET), chunk('iTXt', SECRET), chunk('zTXt', SECRET))],
    ['a PNG with EXIF and of a kind unknown', png(2, 2, chunk('eXIf', SECRET), chunk('gpSx', SECRET))],
    ['a PNG with a ZIP behind it', bytes(png(2, 2), 'PK', 3, 4, SECRET)],
    [
      'a WebP with EXIF and XMP',
      webp(
        riff('VP8 ', utf8('pixels')),
        riff('EXIF', utf8(SECRET.padEnd(60))),
        riff('XMP ', utf8(SECRET.padEnd(60))),
      ),
    ],
  ])('%s leaves without it', async (_, content) => {
    expect(text(content)).toMatch(/GPS 51/);
    const clean = await cleanFile('photo', content);
    expect(text(clean.content)).not.toMatch(/GPS|Khan|script|Photoshop/);
    expect(clean.type).toMatch(/^image\//);
  });

  test('the picture itself stays to the byte, with its colours and which way up it is', async () => {
    const clean = await cleanFile('photo.jpg', bytes(start, exif, colours, tables, frame, scan, end));
    const turned = segment(
      0xe1,
      'Exif\0\0MM\0*',
      u32be(8),
      u16be(1),
      ...[u16be(0x0112), u16be(3), u32be(1), u16be(6), u16be(0)],
      u32be(0),
    );
    expect(text(clean.content)).toBe(text(bytes(start, turned, colours, tables, frame, scan, end)));
    const again = await cleanFile('photo.jpg', clean.content);
    expect(again.content).toEqual(clean.content);
    const whole = png(2, 2);
    expect((await cleanFile('drawing.png', whole)).content).toEqual(whole);
  });
});

test.each<[string, Uint8Array, string]>([
  [
    'a picture with a script in it',
    bytes('<svg xmlns="x"><script>alert(1)</script></svg>'),
    'application/octet-stream',
  ],
  ['a web page', bytes('<!doctype html><img onerror=alert(1)>'), 'application/octet-stream'],
  [
    'a ZIP of zeros, or a Word document: never unpacked',
    bytes('PK', 3, 4, new Uint8Array(64)),
    'application/octet-stream',
  ],
  ['a PDF', bytes('%PDF-1.7 …'), 'application/pdf'],
])('%s goes as it is, and is called %3$s', async (_, content, type) => {
  expect(await cleanFile('x', content)).toEqual({ name: 'x', type, content });
});

test.each<[string, Uint8Array]>([
  ['a photo of an iPhone', bytes(0, 0, 0, 24, 'ftypheic', SECRET)],
  ['a photo of another phone, in AVIF', bytes(0, 0, 0, 24, 'ftypavif', SECRET)],
  ['a scan or a raw photo, in TIFF', bytes('II*', 0, SECRET)],
  ['the same of another maker', bytes('MM', 0, '*', SECRET)],
  ['a photo that was cut short', bytes(start, exif, tables)],
  ['a PNG that lies about its length', bytes(png(2, 2).subarray(0, 40), SECRET)],
])(
  '%s that this browser cannot draw anew is not taken, with a sentence that says what to do',
  async (_, content) => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('cannot be decoded')));
    await expect(cleanFile('photo.heic', content)).rejects.toThrow(
      /Save it as JPEG or PNG and choose it again/,
    );
    vi.unstubAllGlobals();
  },
);

test('a picture that claims more pixels than a screen can hold is never decoded', () => {
  expect(mayBeDrawn(png(60_000, 60_000), 'image/png')).toBe(false);
  expect(mayBeDrawn(png(4000, 3000), 'image/png')).toBe(true);
  expect(mayBeDrawn(bytes(start, tables, frame, scan, end), 'image/jpeg')).toBe(true);
  expect(mayBeDrawn(bytes(start, segment(0xc2, 8, u16be(65500), u16be(65500), 3), end), 'image/jpeg')).toBe(
    false,
  );
  expect(mayBeDrawn(bytes('GIF89a', 255, 255, 255, 255), 'image/gif')).toBe(false);
  expect(mayBeDrawn(bytes(start, 0xff), 'image/jpeg')).toBe(false);
});
