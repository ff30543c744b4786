import { toBase64url } from '../../protocol/bytes';
import { RECEIPTS_TYPE } from '../../protocol/intake';
import type { ReceiptReply } from '../../protocol/receipts';
import { quarantineRefusals } from '../../protocol/words/refusals/quarantine';
import type { DeviceActor } from '../access/actor';
import { readAuditHead, type AuditHead } from '../audit/append';
import { signJsonAs } from '../devices/bundle';
import { keepParts } from '../files/keep-parts';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { readSettings } from '../school/settings';
import type { Acceptance } from './accept';
import { listDelivered } from './delivery-log';
import type { Flood } from './flood';
import { keepParked } from './keep-parked';
import { noteDevice, readProgress } from './progress';
import { readDelivery, type Delivery } from './read-delivery';

export interface Intake {
  readonly ground: Ground;
  readonly acceptance: Acceptance;
  readonly flood: Flood;
}

/** Taking envelopes in, and saying how far they have come. */
export const intakeHandlers = ({ ground, acceptance, flood }: Intake) =>
  ({
    deliverEnvelopes: async ({ device, schoolId, body, answer }) => {
      if (!schoolId) throw problem('not-found');
      const delivery = await readDelivery(schoolId, body);
      if (delivery.arrived.length + delivery.refused.length === 0) {
        throw problem('not-valid', { field: 'body', title: quarantineRefusals.noEnvelope });
      }
      const reply = device
        ? await take({ ground, acceptance, flood }, device, delivery)
        : { ...refuseAll(delivery), head: await readAuditHead(ground.database.read, schoolId) };
      answer.setType(RECEIPTS_TYPE);
      return signJsonAs(ground.keys.newest(schoolId, 'receipt'), 'receipts', {
        receipts: reply.receipts,
        refused: reply.refused,
        auditHead: { seq: reply.head.seq, hash: toBase64url(Buffer.from(reply.head.hash, 'hex')) },
      });
    },

    keepParked: async ({ device, body, answer }) => {
      const { schoolId, deviceId } = device;
      if (device.revoked) await slowRevoked(ground, flood, device, 1, body.ciphertext?.length ?? 0);
      const word = await keepParked(ground, { schoolId, deviceId }, body);
      answer.setType(RECEIPTS_TYPE);
      return signJsonAs(ground.keys.newest(schoolId, 'receipt'), 'parked', word);
    },

    listDelivered: ({ staff, query }) => listDelivered(ground, staff, query),

    askProgress: async ({ device, body }) => {
      const progress = await readProgress(ground, device, body.envelopeIds);
      await noteDevice(ground, device, body);
      return { progress, revoked: device.revoked };
    },
  }) satisfies Handlers;

type Reply = Omit<ReceiptReply, 'auditHead'>;

async function take(
  { ground, acceptance, flood }: Intake,
  device: DeviceActor,
  delivery: Delivery,
): Promise<Reply & { head: AuditHead }> {
  if (device.revoked) {
    const bytes = delivery.arrived.reduce((sum, one) => sum + one.raw.length, 0);
    await slowRevoked(ground, flood, device, delivery.arrived.length, bytes);
  }
  const arrived = await keepParts(ground, device.schoolId, delivery.arrived);
  const accepted = await acceptance.accept(device.schoolId, device.deliveryKeyId, arrived);
  return {
    receipts: [...accepted.receipts],
    refused: [...delivery.refused, ...accepted.refused],
    head: accepted.auditHead,
  };
}

/** @throws problem 'too-many' once the day's measure of a revoked device is full */
async function slowRevoked(
  ground: Ground,
  flood: Flood,
  device: DeviceActor,
  count: number,
  bytes: number,
): Promise<void> {
  const { numbers } = await readSettings(ground.database.read, ground, device.schoolId);
  flood.check(device.deviceId, numbers.revokedEnvelopes);
  flood.note(device.deviceId, count, bytes);
}

/** A device that the school does not know gets a signed no for each envelope: "log in on this tablet once". */
function refuseAll(delivery: Delivery): Reply {
  const unknown = delivery.arrived.map((one) => ({
    envelopeId: one.header.envelopeId,
    code: 'unknown-device' as const,
  }));
  return { receipts: [], refused: [...delivery.refused, ...unknown] };
}
