import { fromBase64url, toBase64url } from '../../../protocol/bytes';
import type { Bundle } from '../../../protocol/bundle';
import type { ConcernBody } from '../../../protocol/concern-body';
import { signDelivery } from '../../../protocol/delivery';
import { HE1_SUITE } from '../../../protocol/envelope/header';
import { exportPublicKey, generateSigningKeyPair } from '../../../protocol/envelope/keys';
import { encodeRequest } from '../../../protocol/envelope/request';
import { sealEnvelope } from '../../../protocol/envelope/seal';
import { sealToSchool, unlockInfo } from '../../../protocol/envelope/sealed-box';
import { newEnvelopeId, newLineageId } from '../../../protocol/identifiers';
import { encodePayload } from '../../../protocol/payload';
import { enrolDevice } from '../../../server/devices/enrol-device';
import { joinDevice } from '../../../server/devices/join-device';
import type { Ground } from '../../../server/ground';
import type { WebKeyPair } from '../../../protocol/web-keys';

/** A tablet of the school with one person on it, in Node: it seals and signs ahead of what is measured. */
export interface BenchTablet {
  readonly bundle: Bundle;
  readonly deviceId: string;
  readonly deliveryKeyId: string;
  readonly staffId: string;
  readonly authorKeyId: string;
  readonly deliveryKey: WebKeyPair;
  readonly authorKey: WebKeyPair;
}

/** One delivery that only has to be sent. */
export interface ReadyDelivery {
  readonly envelopeId: string;
  /** SHA-256 of the envelope, base64url */
  readonly digest: string;
  readonly body: Uint8Array;
  readonly signature: string;
}

/** Enrols a device and a person on it by the commands that the server's handlers use. */
export async function enrolTablet(ground: Ground, bundle: Bundle, staffId: string): Promise<BenchTablet> {
  const { schoolId, kid } = bundle;
  const deliveryKey = await generateSigningKeyPair(false);
  const authorKey = await generateSigningKeyPair(true);
  const raw = async (pair: WebKeyPair) => toBase64url(await exportPublicKey(pair.publicKey));
  const { deviceId, deliveryKeyId } = await enrolDevice(ground, {
    schoolId,
    staffId,
    name: 'Tablet',
    deliveryKey: await raw(deliveryKey),
  });
  const info = unlockInfo(schoolId, kid);
  const sealed = await sealToSchool(fromBase64url(bundle.publicKey), info, new Uint8Array(32));
  const { authorKeyId } = await joinDevice(ground, {
    schoolId,
    deviceId,
    staffId,
    authorKey: await raw(authorKey),
    sealedUnlockKey: toBase64url(sealed),
    kid,
  });
  return { bundle, deviceId, deliveryKeyId, staffId, authorKeyId, deliveryKey, authorKey };
}

/** Seals one concern and signs its delivery. */
export async function makeDelivery(tablet: BenchTablet, body: ConcernBody): Promise<ReadyDelivery> {
  const { bundle, deviceId, staffId, authorKeyId } = tablet;
  const envelopeId = newEnvelopeId();
  const author = { staffId };
  const sealed = await sealEnvelope({
    header: {
      v: 1,
      suite: HE1_SUITE,
      kid: bundle.kid,
      schoolId: bundle.schoolId,
      envelopeId,
      lineageId: newLineageId(),
      revision: 2,
      kind: 'concern',
      deviceId,
      part: 1,
      parts: 1,
      createdAt: body.sentAt,
      clientBuild: '0.1.0',
    },
    payload: encodePayload('concern', { schema: 1, author, authorKeyId, body, attachments: [] }),
    authorKey: tablet.authorKey.privateKey,
    recipientPublicKey: fromBase64url(bundle.publicKey),
  });
  const request = encodeRequest([sealed.bytes]);
  const signature = await signDelivery(tablet.deliveryKey.privateKey, tablet.deliveryKeyId, request);
  return { envelopeId, digest: sealed.digest, body: request, signature };
}
