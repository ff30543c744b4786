/*
 * Makes the golden envelope of a version of the envelope format: `npx tsx tools/make-golden.ts`. It is made once, when
 * the version is released, and opened by every later build (envelope.md, Tests). So it refuses to write over one.
 */
import { writeFileSync } from 'node:fs';
import { toBase64url } from '../protocol/bytes';
import { HE1_SUITE, type EnvelopeHeader } from '../protocol/envelope/header';
import { exportPublicKey, generateHpkeKeyPair, generateSigningKeyPair } from '../protocol/envelope/keys';
import { sealEnvelope } from '../protocol/envelope/seal';
import { encodePayload, type Payload } from '../protocol/payload';

const file = new URL('../tests/protocol/golden/envelope-1.json', import.meta.url);
const header: EnvelopeHeader = {
  v: 1,
  suite: HE1_SUITE,
  kid: 'e1',
  schoolId: '01931a3e-7c00-7000-8000-000000000001',
  envelopeId: 'AAECAwQFBgcICQoLDA0ODw',
  lineageId: 'EBESExQVFhcYGRobHB0eHw',
  revision: 1,
  kind: 'concern',
  deviceId: '01931a3e-7c00-7000-8000-000000000002',
  part: 1,
  parts: 1,
  createdAt: '2025-11-24T12:43:07.250Z',
  clientBuild: '0.1.0',
};

const payload: Payload<'concern'> = {
  schema: 1,
  author: { staffId: '01931a3e-7c00-7000-8000-000000000004' },
  authorKeyId: '01931a3e-7c00-7000-8000-000000000003',
  body: {
    pupils: [
      {
        kind: 'listed',
        pupilId: '01931a3e-7c00-7000-8000-000000000005',
        shown: 'Amélie O’Brien (4B)',
        role: 'was-hurt',
      },
    ],
    text: 'Amélie said: “Please don’t tell my mum.” She held her left arm. 😟',
    when: { kind: 'earlier-today', at: '2025-11-24T10:35:00.000Z', about: true, moment: 'break' },
    where: { other: 'Behind the bike shed' },
    categories: ['01931a3e-7c00-7000-8000-000000000006'],
    told: { kind: 'not-yet' },
    alert: { staff: [], groups: [] },
    agencies: [],
    startedAt: '2025-11-24T12:40:00.000Z',
    sentAt: '2025-11-24T12:43:07.250Z',
  },
  attachments: [],
};

const recipient = await generateHpkeKeyPair();
const author = await generateSigningKeyPair(false);
const { bytes, digest } = await sealEnvelope({
  header,
  payload: encodePayload('concern', payload),
  authorKey: author.privateKey,
  recipientPublicKey: recipient.publicKey,
});

const golden = {
  about: 'Envelope format 1. Keys and people are made up for this file. Never change it, never make it anew.',
  envelope: toBase64url(bytes),
  digest,
  recipient: {
    publicKey: toBase64url(recipient.publicKey),
    privateKey: toBase64url(recipient.privateKey),
  },
  authorPublicKey: toBase64url(await exportPublicKey(author.publicKey)),
  header,
  payload,
};
// "wx" fails when the file is there.
writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`, { flag: 'wx' });
console.log(`Made ${file.pathname}`);
