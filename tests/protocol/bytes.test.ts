import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concatBytes,
  equalBytes,
  fromBase64url,
  fromUtf8,
  plainBytes,
  readU16be,
  readU32be,
  toBase64url,
  toHex,
  u16be,
  u32be,
  utf8,
} from '../../protocol/bytes';

describe('base64url', () => {
  // RFC 4648, section 10, without its padding.
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ])('writes %j as %j and reads it back', (plain, encoded) => {
    expect(toBase64url(utf8(plain))).toBe(encoded);
    expect(fromUtf8(fromBase64url(encoded))).toBe(plain);
  });

  it('uses the alphabet that is safe in addresses', () => {
    expect(toBase64url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('-__-');
  });

  it.each(['Zg==', 'Zg=', 'Z', 'Zm9vY', '+__+', 'Zm9v\n', ' Zg', 'Zh', 'Zm9', 'Zé', 'Zm9v📎'])(
    'refuses %j: one value has one spelling',
    (text) => {
      expect(() => fromBase64url(text)).toThrow(SyntaxError);
    },
  );

  it('gives any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(equalBytes(fromBase64url(toBase64url(bytes)), bytes)).toBe(true);
      }),
    );
  });

  it('has no two texts for the same bytes', () => {
    const letters = fc.string({
      unit: fc.constantFrom('A', 'B', 'Q', 'g', 'w', 'x', '0', '9', '-', '_'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, (text) => {
        let bytes: Uint8Array;
        try {
          bytes = fromBase64url(text);
        } catch {
          return;
        }
        expect(toBase64url(bytes)).toBe(text);
      }),
    );
  });
});

describe('numbers', () => {
  it('are big-endian and come back from the middle of a buffer', () => {
    expect(toHex(u16be(0x0102))).toBe('0102');
    expect(toHex(u32be(0xfffefdfc))).toBe('fffefdfc');
    const view = concatBytes(Uint8Array.of(9), u16be(65_535), u32be(4_000_000_000)).subarray(1);
    expect(readU16be(view, 0)).toBe(65_535);
    expect(readU32be(view, 2)).toBe(4_000_000_000);
  });

  it.each([-1, 1.5, 65_536, Number.NaN])('refuse %d in two bytes', (value) => {
    expect(() => u16be(value)).toThrow(RangeError);
  });

  it('are never read past the end', () => {
    expect(() => readU32be(new Uint8Array(3), 0)).toThrow(RangeError);
  });
});

describe('text', () => {
  it('keeps a byte order mark, because it is content', () => {
    expect(fromUtf8(utf8('\uFEFFseen at break'))).toBe('\uFEFFseen at break');
  });

  it('is never guessed from bytes that are not UTF-8', () => {
    expect(() => fromUtf8(Uint8Array.of(0x41, 0xff))).toThrow(TypeError);
    expect(() => fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toThrow(TypeError);
  });
});

describe('comparing', () => {
  it('tells every single changed byte and every other length', () => {
    const bytes = utf8('what was said');
    for (let at = 0; at < bytes.length; at++) {
      const other = new Uint8Array(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(equalBytes(bytes, other)).toBe(false);
    }
    expect(equalBytes(bytes, bytes.subarray(1))).toBe(false);
    expect(equalBytes(bytes, new Uint8Array(bytes))).toBe(true);
  });

  it('hands WebCrypto the very same view, offset and all', () => {
    const view = utf8('xxhellox').subarray(2, 7);
    expect(fromUtf8(plainBytes(view))).toBe('hello');
    expect(plainBytes(view)).toBe(view);
  });
});
