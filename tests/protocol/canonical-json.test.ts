import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../protocol/bytes';
import { canonicalBytes, canonicalJson, NotCanonical, wellFormed } from '../../protocol/canonical-json';

describe('canonical JSON (RFC 8785)', () => {
  it('writes the example of section 3.2.2 as section 3.2.3 and 3.2.4 print it', () => {
    const example = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(toHex(canonicalBytes({ string: '\u20ac' }))).toBe('7b22737472696e67223a22e282ac227d');
  });

  it('sorts keys by their UTF-16 code units, as section 3.2.3 shows', () => {
    const unsorted = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = Object.values(JSON.parse(canonicalJson(unsorted)) as Record<string, string>);
    expect(canonicalJson(unsorted).indexOf('Carriage Return')).toBeLessThan(
      canonicalJson(unsorted).indexOf('One'),
    );
    expect(order.filter((name) => !['One', 'Carriage Return'].includes(name))).toEqual([
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  // RFC 8785, appendix B, and the ends of the safe whole numbers.
  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [333333333.3333332, '333333333.3333332'],
    [0.000001, '0.000001'],
    [0.0000001, '1e-7'],
  ])('writes %d as %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  it.each([
    ['undefined', undefined],
    ['a member that is undefined', { role: undefined }],
    ['a hole in a list', [1, , 3]],
    ['NaN', { count: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['half an emoji', 'she drew \ud83d'],
    ['half an emoji in a key', { '\ude00': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(2)],
    ['a big whole number', 1n],
    ['a function', () => 1],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
  });

  it('has the same bytes for the same value, in whatever order its members were set', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (value) => {
          const reversed = Object.fromEntries(Object.entries(value).reverse());
          expect(canonicalJson(reversed)).toBe(canonicalJson(value));
          expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        },
      ),
    );
  });
});

describe('typed text', () => {
  it('is mended where an emoji was cut in half, and left alone elsewhere', () => {
    expect(wellFormed('a\ud83d b\ude00c')).toBe('a\ufffd b\ufffdc');
    expect(wellFormed('“I want to go home” 😀 é')).toBe('“I want to go home” 😀 é');
  });
});
