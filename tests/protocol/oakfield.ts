import type { Payload } from '../../protocol/payload';
import { HE1_SUITE, type EnvelopeHeader } from '../../protocol/envelope/header';
import {
  exportPublicKey,
  generateHpkeKeyPair,
  generateSigningKeyPair,
  importHpkePrivateKey,
} from '../../protocol/envelope/keys';
import type { Bytes } from '../../protocol/bytes';

/** A school with an envelope key, and one member of staff with an author key. Real keys, made anew each time. */
export interface Oakfield {
  publicKey: Bytes;
  recipient: CryptoKeyPair;
  authorKey: CryptoKey;
  authorPublicKey: Bytes;
}

export const SCHOOL_ID = '01931a3e-7c00-7000-8000-000000000001';
export const DEVICE_ID = '01931a3e-7c00-7000-8000-000000000002';
export const AUTHOR_KEY_ID = '01931a3e-7c00-7000-8000-000000000003';
const STAFF_ID = '01931a3e-7c00-7000-8000-000000000004';
const PUPIL_ID = '01931a3e-7c00-7000-8000-000000000005';
const CATEGORY_ID = '01931a3e-7c00-7000-8000-000000000006';

export async function openOakfield(): Promise<Oakfield> {
  const stored = await generateHpkeKeyPair();
  const author = await generateSigningKeyPair(false);
  return {
    publicKey: stored.publicKey,
    recipient: await importHpkePrivateKey(stored.privateKey, stored.publicKey),
    authorKey: author.privateKey,
    authorPublicKey: await exportPublicKey(author.publicKey),
  };
}

export function headerOf(changes: Partial<EnvelopeHeader> = {}): EnvelopeHeader {
  return {
    v: 1,
    suite: HE1_SUITE,
    kid: 'e1',
    schoolId: SCHOOL_ID,
    envelopeId: 'AAECAwQFBgcICQoLDA0ODw',
    lineageId: 'EBESExQVFhcYGRobHB0eHw',
    revision: 1,
    kind: 'concern',
    deviceId: DEVICE_ID,
    part: 1,
    parts: 1,
    createdAt: '2025-11-24T12:43:07.250Z',
    clientBuild: '0.1.0',
    ...changes,
  };
}

/** What a playground supervisor wrote at break, with `text` in its place. */
export function concernPayload(text: string): Payload<'concern'> {
  return {
    schema: 1,
    author: { staffId: STAFF_ID },
    authorKeyId: AUTHOR_KEY_ID,
    body: {
      pupils: [{ kind: 'listed', pupilId: PUPIL_ID, shown: 'Amélie O’Brien (4B)', role: 'was-hurt' }],
      text,
      when: { kind: 'earlier-today', at: '2025-11-24T10:35:00.000Z', about: true, moment: 'break' },
      where: { other: 'Behind the bike shed' },
      categories: [CATEGORY_ID],
      told: { kind: 'not-yet' },
      alert: { staff: [], groups: [] },
      agencies: [],
      startedAt: '2025-11-24T12:40:00.000Z',
      sentAt: '2025-11-24T12:43:07.250Z',
    },
    attachments: [],
  };
}

export function fromHex(hex: string): Bytes {
  const pairs = hex.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** The same bytes with one of them changed. */
export function withByte(bytes: Uint8Array, at: number, byte: number): Bytes {
  const changed = new Uint8Array(bytes);
  changed[at] = byte;
  return changed;
}
