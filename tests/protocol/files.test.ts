import { describe, expect, it, test } from 'vitest';
import { fromBase64url, randomBytes, sha256, toBase64url, utf8, type Bytes } from '../../protocol/bytes';
import { importHpkePrivateKey } from '../../protocol/envelope/keys';
import { isSigned, openEnvelope } from '../../protocol/envelope/open';
import { envelopeDigest } from '../../protocol/envelope/seal';
import {
  chunkNonce,
  decodeChunk,
  fileIdOf,
  importFileKey,
  openChunk,
  sealChunk,
} from '../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../protocol/files/limits';
import { safeName } from '../../protocol/files/names';
import { sniffType } from '../../protocol/files/sniff';
import golden from './golden/attachment-1.json';
import { withByte } from './oakfield';

describe('a chunk of version 1, sealed on the day it was released', () => {
  it('is still the same bytes, opens by today’s build, and is signed by nobody', async () => {
    const bytes = fromBase64url(golden.envelope);
    expect(await envelopeDigest(bytes)).toBe(golden.digest);
    const { publicKey, privateKey } = golden.recipient;
    const recipient = await importHpkePrivateKey(fromBase64url(privateKey), fromBase64url(publicKey));
    const opened = await openEnvelope(bytes, recipient);
    expect(opened.header).toEqual(golden.header);
    expect(isSigned(opened)).toBe(false);
    const chunk = decodeChunk(opened.payload)!;
    const rawKey = fromBase64url(golden.attachment.key);
    expect(chunk.fileId).toBe(await fileIdOf(rawKey));
    const { lineageId, part, parts } = opened.header;
    const seal = { key: await importFileKey(rawKey), prefix: chunk.prefix, lineageId };
    const plain = await openChunk(seal, { part, parts }, chunk.ciphertext);
    expect(toBase64url(await sha256(plain))).toBe(golden.attachment.sha256);
    expect(plain).toEqual(utf8(golden.text));
  });
});

describe('a file in three chunks', async () => {
  const seal = {
    key: await importFileKey(randomBytes(32)),
    prefix: randomBytes(7),
    lineageId: 'A'.repeat(22),
  };
  const plain = ['one', 'two', 'three'].map(utf8);
  const sealed = await Promise.all(
    plain.map((text, at) => sealChunk(seal, { part: at + 1, parts: 3 }, text)),
  );
  const first = sealed[0]!;
  const read = (chunks: Bytes[], other = {}) =>
    Promise.all(
      chunks.map((chunk, at) =>
        openChunk({ ...seal, ...other }, { part: at + 1, parts: chunks.length }, chunk),
      ),
    );

  it('opens as it was sealed', async () => expect(await read(sealed)).toEqual(plain));

  test.each<[string, () => Promise<unknown>]>([
    ['its last chunk is missing', () => read(sealed.slice(0, 2))],
    ['its first chunk is missing', () => read(sealed.slice(1))],
    ['two chunks changed places', () => read([sealed[1]!, first, sealed[2]!])],
    ['a chunk comes twice', () => read([first, ...sealed])],
    ['one bit differs', () => read([withByte(first, 1, first[1]! ^ 1), ...sealed.slice(1)])],
    ['another key', async () => read(sealed, { key: await importFileKey(randomBytes(32)) })],
    ['another file of the same key', () => read(sealed, { prefix: randomBytes(7) })],
    ['another lineage', () => read(sealed, { lineageId: 'B'.repeat(22) })],
  ])('does not open when %s', async (_, reading) => {
    await expect(reading()).rejects.toMatchObject({ code: 'cannot-open' });
  });

  it('has nonces of seven random bytes, counter and last-chunk flag', () => {
    const prefix = Uint8Array.of(1, 2, 3, 4, 5, 6, 7);
    expect([...chunkNonce(prefix, { part: 258, parts: 258 })]).toEqual([1, 2, 3, 4, 5, 6, 7, 0, 0, 1, 1, 1]);
    expect([...chunkNonce(prefix, { part: 1, parts: 2 })].slice(7)).toEqual([0, 0, 0, 0, 0]);
  });
});

test.each([
  [1, 1],
  [CHUNK_BYTES, 1],
  [CHUNK_BYTES + 1, 2],
  [25_000_000, 32],
])('%i bytes make %i chunks', (size, chunks) => expect(chunkCount(size)).toBe(chunks));

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((one) => (typeof one === 'number' ? [one] : [...utf8(one)])));

test.each([
  ['a photo', bytes(0xff, 0xd8, 0xff, 0xe1, 'Exif'), 'image/jpeg'],
  ['a PNG', bytes(0x89, 'PNG\r\n', 0x1a, '\n'), 'image/png'],
  ['a WebP', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '), 'image/webp'],
  ['a GIF', bytes('GIF89a'), 'image/gif'],
  ['a photo of an iPhone', bytes(0, 0, 0, 24, 'ftypheic'), 'image/heic'],
  ['a PDF', bytes('%PDF-1.7'), 'application/pdf'],
  ['a letter', bytes('Dear Mrs Shah,\r\nshe said…'), 'text/plain'],
  ['a web page', bytes('  <!doctype html><script>alert(1)</script>'), 'application/octet-stream'],
  ['a picture with a script in it', bytes('<svg onload="alert(1)"/>'), 'application/octet-stream'],
  ['a script for a shell', bytes('#!/bin/sh'), 'application/octet-stream'],
  ['a Word document', bytes('PK', 3, 4, 20, 0), 'application/octet-stream'],
  ['a program', bytes('MZ', 0x90, 0), 'application/octet-stream'],
  ['a photo that is a web page as well', bytes(0xff, 0xd8, 0xff, 0xfe, '<html><script>'), 'image/jpeg'],
])('%s is told by its own bytes', (_, head, type) => expect(sniffType(head)).toBe(type));

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\jo\\bruise.jpg', 'bruise.jpg'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['..', 'file'],
  ['.htaccess', 'htaccess'],
  ['a\0b\r\nc.txt', 'abc.txt'],
  ['what? "this" | that.pdf', 'what_ _this_ _ that.pdf'],
  ['Zoë’s drawing.PNG ', 'Zoë’s drawing.PNG'],
  [`${'x'.repeat(300)}.docx`, `${'x'.repeat(250)}.docx`],
])('the name %j is kept as %j', (given, kept) => expect(safeName(given)).toBe(kept));
