import { beforeAll, describe, expect, it } from 'vitest';
import { fromUtf8, utf8, type Bytes } from '../../protocol/bytes';
import { signReceipts, verifyReceipts, type ReceiptReply } from '../../protocol/receipts';
import { jsonMessage, signJson, withSignature } from '../../protocol/signed-json';
import { signMessage } from '../../protocol/signatures';
import { openOakfield, withByte, type Oakfield } from './oakfield';

const reply: ReceiptReply = {
  receipts: [
    {
      envelopeId: 'AAECAwQFBgcICQoLDA0ODw',
      sha256: 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0',
      reference: '4F2K',
      serverTime: '2025-11-24T12:51:00.120Z',
    },
  ],
  refused: [{ envelopeId: 'EBESExQVFhcYGRobHB0eHw', code: 'wrong-school' }],
  auditHead: { seq: 812, hash: 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0' },
};
let school: Oakfield;
let bytes: Bytes;

beforeAll(async () => {
  school = await openOakfield();
  bytes = await signReceipts(school.authorKey, reply);
});

describe('the school’s receipts', () => {
  it('are believed when the pinned key signed them', async () => {
    expect(await verifyReceipts(school.authorPublicKey, bytes)).toEqual(reply);
  });

  it('are believed in any order of members, because the order is not what was signed', async () => {
    const { signature, ...rest } = JSON.parse(fromUtf8(bytes)) as Record<string, unknown>;
    const spaced = utf8(JSON.stringify({ signature, ...rest }, null, 2));
    expect(await verifyReceipts(school.authorPublicKey, spaced)).toEqual(reply);
  });

  it('are not believed with any one byte changed', async () => {
    for (let at = 0; at < bytes.length; at++) {
      const changed = withByte(bytes, at, (bytes[at] ?? 0) ^ 1);
      expect(await verifyReceipts(school.authorPublicKey, changed), `byte ${at}`).toBeNull();
    }
  });

  it('are not believed from another key, or signed for another purpose', async () => {
    expect(await verifyReceipts((await openOakfield()).authorPublicKey, bytes)).toBeNull();
    const bundle = await signJson('bundle', school.authorKey, reply);
    expect(await verifyReceipts(school.authorPublicKey, bundle)).toBeNull();
  });

  it.each([
    ['a captive portal', '<html><body>Sign in to BT Wi-Fi</body></html>'],
    ['an empty answer', ''],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a signature that is a number', '{"signature":1}'],
  ])('are not found in %s', async (_name, text) => {
    expect(await verifyReceipts(school.authorPublicKey, utf8(text))).toBeNull();
  });

  it('are not believed with a refusal that no outbox knows, even if it is signed', async () => {
    const unknown = { ...reply, refused: [{ envelopeId: 'EBESExQVFhcYGRobHB0eHw', code: 'tea-time' }] };
    const signed = await signJson('receipts', school.authorKey, unknown);
    expect(await verifyReceipts(school.authorPublicKey, signed)).toBeNull();
  });

  it('are still read by an old tablet when a newer school says more', async () => {
    const newer = { ...reply, weather: 'wet play' };
    const signed = await signJson('receipts', school.authorKey, newer);
    expect(await verifyReceipts(school.authorPublicKey, signed)).toEqual(reply);
  });

  it('can be signed by a signer of the server’s own', async () => {
    const signature = await signMessage(school.authorKey, await jsonMessage('receipts', reply));
    expect(await verifyReceipts(school.authorPublicKey, withSignature(reply, signature))).toEqual(reply);
  });

  it('are never made off their schema', async () => {
    const auditHead = { seq: -1, hash: reply.auditHead.hash };
    await expect(signReceipts(school.authorKey, { ...reply, auditHead })).rejects.toThrow();
  });
});
