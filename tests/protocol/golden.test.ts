import { describe, expect, it } from 'vitest';
import { fromBase64url } from '../../protocol/bytes';
import { importHpkePrivateKey } from '../../protocol/envelope/keys';
import { openEnvelope, verifyAuthor } from '../../protocol/envelope/open';
import { envelopeDigest } from '../../protocol/envelope/seal';
import { decodePayload } from '../../protocol/payload';
import version1 from './golden/envelope-1.json';

describe('an envelope of version 1, sealed on the day it was released', () => {
  const bytes = fromBase64url(version1.envelope);

  it('is still the same bytes', async () => {
    expect(await envelopeDigest(bytes)).toBe(version1.digest);
  });

  it('is opened by today’s build, word for word, with its author proved', async () => {
    const { publicKey, privateKey } = version1.recipient;
    const recipient = await importHpkePrivateKey(fromBase64url(privateKey), fromBase64url(publicKey));
    const opened = await openEnvelope(bytes, recipient);
    expect(opened.header).toEqual(version1.header);
    expect(decodePayload('concern', opened.payload)).toEqual(version1.payload);
    expect(await verifyAuthor(opened, fromBase64url(version1.authorPublicKey))).toBe(true);
  });
});
