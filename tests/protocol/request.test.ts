import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, equalBytes, u32be, utf8, type Bytes } from '../../protocol/bytes';
import {
  encodeRequest,
  framedLength,
  MAX_REQUEST_BYTES,
  parseRequest,
} from '../../protocol/envelope/request';
import { sealEnvelope } from '../../protocol/envelope/seal';
import { headerOf, openOakfield, withByte } from './oakfield';

let waiting: Bytes[];

beforeAll(async () => {
  const oakfield = await openOakfield();
  waiting = await Promise.all(
    [1, 2, 3].map(async (revision) => {
      const header = headerOf({ revision });
      const payload = utf8(`concern ${revision}`);
      const sealed = await sealEnvelope({
        header,
        payload,
        authorKey: null,
        recipientPublicKey: oakfield.publicKey,
      });
      return sealed.bytes;
    }),
  );
});

function same(read: readonly Uint8Array[], sent: readonly Uint8Array[]): boolean {
  return read.length === sent.length && read.every((bytes, at) => equalBytes(bytes, sent[at] ?? bytes));
}

describe('a delivery of three waiting concerns', () => {
  it('arrives as the three that were sent', () => {
    const { envelopes, damaged } = parseRequest(encodeRequest(waiting));
    expect(same(envelopes, waiting)).toBe(true);
    expect(damaged).toBe(false);
  });

  it('keeps what came before, wherever it is cut', () => {
    const body = encodeRequest(waiting);
    const ends = waiting.map((_, at) => encodeRequest(waiting.slice(0, at + 1)).length);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: body.length - 1 }), (cut) => {
        const whole = ends.filter((end) => end <= cut).length;
        const { envelopes, damaged } = parseRequest(body.subarray(0, cut));
        expect(same(envelopes, waiting.slice(0, whole))).toBe(true);
        expect(damaged).toBe(cut === 0 || !ends.includes(cut));
      }),
    );
  });

  it('keeps what came before a wrong length, and nothing after it', () => {
    const body = encodeRequest(waiting);
    const secondFrame = framedLength(waiting[0]?.length ?? 0);
    for (const [at, byte] of [
      [secondFrame, 1],
      [secondFrame + 2, 0],
      [secondFrame + 3, 255],
    ] as const) {
      const { envelopes, damaged } = parseRequest(withByte(body, at, byte));
      expect(damaged).toBe(true);
      expect(same(envelopes.slice(0, 1), waiting.slice(0, 1))).toBe(true);
      expect(envelopes.slice(1).some((bytes) => waiting.some((sent) => equalBytes(bytes, sent)))).toBe(false);
    }
  });

  it('is cut where a frame does not hold an envelope', () => {
    const stray = utf8('not an envelope');
    const body = concatBytes(encodeRequest(waiting.slice(0, 2)), u32be(stray.length), stray);
    const { envelopes, damaged } = parseRequest(concatBytes(body, encodeRequest(waiting.slice(2))));
    expect(same(envelopes, waiting.slice(0, 2))).toBe(true);
    expect(damaged).toBe(true);
  });

  it('never fails to be read, whatever a stranger sends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(parseRequest(bytes).envelopes).toEqual([]);
        expect(parseRequest(bytes).damaged).toBe(true);
      }),
    );
  });
});

describe('the size of a delivery', () => {
  it('is at most 900 kB, but for a single larger envelope, which goes alone', () => {
    const half = new Uint8Array(MAX_REQUEST_BYTES / 2);
    expect(() => encodeRequest([half, half])).toThrow(RangeError);
    expect(encodeRequest([half.subarray(4), half.subarray(4)]).length).toBe(MAX_REQUEST_BYTES);
    expect(encodeRequest([new Uint8Array(MAX_REQUEST_BYTES)]).length).toBe(MAX_REQUEST_BYTES + 4);
  });

  it('is never nothing: with nothing waiting nothing is sent', () => {
    expect(() => encodeRequest([])).toThrow(RangeError);
  });
});
