import { fromBase64url, sha256, toBase64url } from '../../protocol/bytes';
import { instant } from '../../protocol/identifiers';
import { RECEIPTS_TYPE } from '../../protocol/intake';
import { PARKED_PATH, verifyParkedWord } from '../../protocol/parked-word';
import type { DeliveryTools } from '../delivery/post';
import { postSigned } from '../delivery/signed-post';
import {
  afterNoAnswer,
  afterReceipt,
  afterRefusal,
  backOff,
  MAX_WAIT_MS,
  newStanding,
} from '../outbox/policy';
import type { DeviceRow, DraftParking, DraftRow } from '../vault/rows';

/**
 * Sends one draft exactly as it lies in the vault; the school's signed word on these very bytes alone says that it is
 * held. Never throws: no answer is an answer.
 * @returns what is known of its parking now; `state` is `waiting` when nobody answered, so that nothing else need be tried
 */
export async function sendDraftAsItLies(
  device: DeviceRow,
  row: DraftRow,
  tools: DeliveryTools,
): Promise<DraftParking> {
  const before = standingOf(row);
  const digest = row.thrownAway ? null : toBase64url(await sha256(new Uint8Array(row.ciphertext)));
  const response = await postSigned(device, PARKED_PATH, questionOf(row), tools).catch(() => null);
  const type = response?.headers.get('content-type')?.split(';')[0];
  const now = tools.now();
  if (response?.ok && type === RECEIPTS_TYPE) {
    const { receiptPublicKey, storeEpoch } = device.bundle.value;
    const bytes = new Uint8Array(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
    const word = await verifyParkedWord(fromBase64url(receiptPublicKey), bytes);
    if (word?.envelopeId === row.parked.envelopeId && word.sha256 === digest) {
      return {
        ...afterReceipt(before, now, { serverTime: word.serverTime, storeEpoch }),
        word: word.standing,
      };
    }
  }
  // The school's own refusal of this one: it stays, and is offered again hourly.
  if (response && [400, 413].includes(response.status)) return afterRefusal(before, now, 'refused');
  return afterNoAnswer(before, now, backOff(before.attempt, tools.random(), MAX_WAIT_MS), false);
}

/** Of this revision; a newer one begins anew. */
function standingOf({ revision, parking }: DraftRow): DraftParking {
  return parking?.revision === revision && parking.state !== 'received'
    ? parking
    : { ...newStanding(), revision, word: null };
}

function questionOf(row: DraftRow): object {
  const { lineageId, revision, startedAt, updatedAt, ciphertext, thrownAway } = row;
  return {
    envelopeId: row.parked.envelopeId,
    lineageId,
    revision,
    beganAt: instant(startedAt),
    touchedAt: instant(updatedAt),
    ciphertext: thrownAway ? null : toBase64url(new Uint8Array(ciphertext)),
  };
}
