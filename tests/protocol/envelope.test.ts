import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, fromUtf8, utf8, type Bytes } from '../../protocol/bytes';
import { EnvelopeFault, type EnvelopeFaultCode } from '../../protocol/envelope/fault';
import { encodeEnvelope, parseEnvelope } from '../../protocol/envelope/format';
import { hpkeInfo, hpkeSeal } from '../../protocol/envelope/hpke';
import { isSigned, openEnvelope, verifyAuthor, type OpenedEnvelope } from '../../protocol/envelope/open';
import { encodePlaintext } from '../../protocol/envelope/plaintext';
import { envelopeDigest, sealEnvelope, type SealedEnvelope } from '../../protocol/envelope/seal';
import { decodePayload, encodePayload } from '../../protocol/payload';
import { concernPayload, headerOf, openOakfield, withByte, type Oakfield } from './oakfield';

const payload = encodePayload('concern', concernPayload('He said “I don’t want to go home”.'));
let oakfield: Oakfield;
let sealed: SealedEnvelope;

beforeAll(async () => {
  oakfield = await openOakfield();
  sealed = await seal();
});

async function seal(changes: Parameters<typeof headerOf>[0] = {}, signed = true): Promise<SealedEnvelope> {
  return sealEnvelope({
    header: headerOf(changes),
    payload,
    authorKey: signed ? oakfield.authorKey : null,
    recipientPublicKey: oakfield.publicKey,
  });
}

/** What comes of opening: the fault's code, or "read". Any other error fails the test. */
async function outcome(bytes: Uint8Array): Promise<EnvelopeFaultCode | 'read'> {
  try {
    await openEnvelope(bytes, oakfield.recipient);
    return 'read';
  } catch (error) {
    if (error instanceof EnvelopeFault) return error.code;
    throw error;
  }
}

/** Seals a plaintext of the test's own making under a good header. */
async function sealPlaintext(plaintext: Uint8Array, headerBytes: Uint8Array): Promise<Bytes> {
  const info = hpkeInfo('envelope', headerOf().schoolId, headerOf().kid);
  const box = await hpkeSeal(oakfield.publicKey, info, headerBytes, plaintext);
  return encodeEnvelope(headerBytes, box.enc, box.ciphertext);
}

describe('a concern sealed on a tablet', () => {
  it('is opened by the school, word for word, and proved to be its author’s', async () => {
    const opened = await openEnvelope(sealed.bytes, oakfield.recipient);
    expect(opened.header).toEqual(headerOf());
    expect(decodePayload('concern', opened.payload)?.body.text).toBe('He said “I don’t want to go home”.');
    expect(isSigned(opened)).toBe(true);
    expect(await verifyAuthor(opened, oakfield.authorPublicKey)).toBe(true);
  });

  it('shows its header and nothing of what was written', () => {
    const visible = Array.from(sealed.bytes, (byte) => String.fromCharCode(byte)).join('');
    expect(visible.startsWith('HE1\x01')).toBe(true);
    expect(visible).toContain('"kind":"concern"');
    for (const hidden of ['home', 'Brien', 'bike shed', 'staffId', 'was-hurt']) {
      expect(visible).not.toContain(hidden);
    }
  });

  it('is as long as any other short one, and has the digest of its bytes', async () => {
    const shorter = await sealEnvelope({
      header: headerOf(),
      payload: utf8('{}'),
      authorKey: null,
      recipientPublicKey: oakfield.publicKey,
    });
    expect(shorter.bytes.length).toBe(sealed.bytes.length);
    expect(sealed.digest).toBe(await envelopeDigest(sealed.bytes));
  });

  it('is opened by no other school', async () => {
    const elsewhere = await openOakfield();
    await expect(openEnvelope(sealed.bytes, elsewhere.recipient)).rejects.toMatchObject({
      code: 'cannot-open',
    });
  });

  it('is not sealed to something that is no key', async () => {
    const point = withByte(oakfield.publicKey, 64, (oakfield.publicKey[64] ?? 0) ^ 1);
    const envelope = { header: headerOf(), payload, authorKey: null };
    await expect(sealEnvelope({ ...envelope, recipientPublicKey: point })).rejects.toThrow();
    const short = oakfield.publicKey.subarray(0, 33);
    await expect(sealEnvelope({ ...envelope, recipientPublicKey: short })).rejects.toThrow(TypeError);
  });
});

describe('whose it is', () => {
  it('stays open when it was written without unlocking', async () => {
    const opened = await openEnvelope((await seal({}, false)).bytes, oakfield.recipient);
    expect(isSigned(opened)).toBe(false);
    expect(await verifyAuthor(opened, oakfield.authorPublicKey)).toBe(false);
  });

  it('is nobody else’s', async () => {
    const opened = await openEnvelope(sealed.bytes, oakfield.recipient);
    const colleague = await openOakfield();
    expect(await verifyAuthor(opened, colleague.authorPublicKey)).toBe(false);
    expect(await verifyAuthor(opened, new Uint8Array(65))).toBe(false);
  });

  it('cannot be claimed for another text, another envelope or another school', async () => {
    const opened = await openEnvelope(sealed.bytes, oakfield.recipient);
    const moved: OpenedEnvelope[] = [
      { ...opened, payload: withByte(opened.payload, 5, 0) },
      { ...opened, headerBytes: parseEnvelope((await seal({ revision: 2 })).bytes).headerBytes },
      {
        ...opened,
        headerBytes: parseEnvelope((await seal({ schoolId: headerOf().deviceId })).bytes).headerBytes,
      },
    ];
    for (const claim of moved) expect(await verifyAuthor(claim, oakfield.authorPublicKey)).toBe(false);
  });
});

describe('an envelope that was changed on the way', () => {
  it('is never misread, whichever byte it was', { timeout: 120_000 }, async () => {
    const outcomes = new Map<string, number>();
    for (let at = 0; at < sealed.bytes.length; at++) {
      const bit = 1 << at % 8;
      const result = await outcome(withByte(sealed.bytes, at, (sealed.bytes[at] ?? 0) ^ bit));
      expect(result, `byte ${at}`).not.toBe('read');
      outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual([
      'cannot-open',
      'malformed',
      'unknown-suite',
      'unknown-version',
    ]);
  });

  it('is never misread, wherever it was cut or whatever was added', async () => {
    const steps = Array.from({ length: sealed.bytes.length }, (_, length) => length).filter(
      (length) => length % 7 === 0 || length > sealed.bytes.length - 20,
    );
    for (const length of steps) expect(await outcome(sealed.bytes.subarray(0, length))).not.toBe('read');
    expect(await outcome(concatBytes(sealed.bytes, Uint8Array.of(0)))).toBe('cannot-open');
  });

  it('keeps its own name for each fault', async () => {
    expect(await outcome(utf8('<html>Sign in to the guest Wi-Fi</html>'))).toBe('malformed');
    expect(await outcome(withByte(sealed.bytes, 3, 2))).toBe('unknown-version');
    const { headerBytes } = parseEnvelope(sealed.bytes);
    const overlong = encodePlaintext(new Uint8Array(2_000), new Uint8Array(64)).subarray(0, 1_100);
    expect(await outcome(await sealPlaintext(overlong, headerBytes))).toBe('bad-plaintext');
  });
});

describe('a header', () => {
  function withHeader(json: string): Uint8Array {
    const parsed = parseEnvelope(sealed.bytes);
    return encodeEnvelope(utf8(json), parsed.enc, parsed.ciphertext);
  }
  const good = (): string => fromUtf8(parseEnvelope(sealed.bytes).headerBytes);

  it('is read back exactly', () => {
    expect(parseEnvelope(withHeader(good())).header).toEqual(headerOf());
    expect(parseEnvelope(sealed.bytes).headerBytes.length).toBeLessThan(400);
  });

  it.each([
    ['white space', (json: string) => json.replace(',', ', ')],
    ['a member twice', (json: string) => json.replace('"v":1', '"v":1,"v":1')],
    ['members in another order', (json: string) => `{"v":1,${json.slice(1).replace(',"v":1', '')}`],
    ['a member that does not belong', (json: string) => json.replace('"v":1', '"v":1,"w":"Sam"')],
    ['a member missing', (json: string) => json.replace('"revision":1,', '')],
    ['another version', (json: string) => json.replace('"v":1', '"v":2')],
    ['an unknown kind', (json: string) => json.replace('"concern"', '"gossip"')],
    ['a day that does not exist', (json: string) => json.replace('2025-11-24', '2025-11-31')],
    ['part 2 of 1', (json: string) => json.replace('"part":1', '"part":2')],
    ['a padded id', (json: string) => json.replace('Dw"', 'Dw=="')],
    ['an id with stray last bits', (json: string) => json.replace('ODw"', 'ODx"')],
    ['no JSON', (json: string) => json.slice(1)],
    ['nothing', () => ''],
    ['2 KiB of it', (json: string) => json + ' '.repeat(2_048)],
  ])('with %s is malformed', (_name, change) => {
    expect(() => parseEnvelope(withHeader(change(good())))).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    );
  });

  it('of an unknown suite is kept, so that a newer build can open it', async () => {
    const newer = withHeader(good().replace('0010-0001-0002', '0011-0002-0002'));
    expect(parseEnvelope(newer).header.suite).toBe('0011-0002-0002');
    expect(await outcome(newer)).toBe('unknown-suite');
  });

  it('is never made off its schema', async () => {
    await expect(seal({ part: 3, parts: 2 })).rejects.toThrow();
    await expect(seal({ schoolId: 'Oakfield Primary' })).rejects.toThrow();
    await expect(seal({ suite: '0020-0001-0002' })).rejects.toThrow(RangeError);
  });
});
