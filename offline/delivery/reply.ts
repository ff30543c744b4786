import { randomBytes, toBase64url } from '../../protocol/bytes';
import type { Receipt, ReceiptReply } from '../../protocol/receipts';
import { afterReceipt, afterRefusal } from '../outbox/policy';
import { changeRows, keepReceipts } from '../outbox/store';
import type { OutboxRow, ReceiptRow } from '../vault/rows';

/** What a signed reply settled, and what it did not mention. */
export interface Settled {
  received: number;
  refused: number;
  missing: OutboxRow[];
}

/**
 * Writes down what a verified reply says about the rows that were sent. A receipt counts for the very bytes that
 * lie here: same id and same digest.
 * @param storeEpoch of the bundle that counts now
 */
export async function settle(
  rows: readonly OutboxRow[],
  answer: { reply: ReceiptReply; bytes: ArrayBuffer },
  now: number,
  storeEpoch: string,
): Promise<Settled> {
  const receiptOf = new Map(answer.reply.receipts.map((receipt) => [receipt.envelopeId, receipt]));
  const codeOf = new Map(answer.reply.refused.map(({ envelopeId, code }) => [envelopeId, code]));
  const proved = rows.filter((row) => receiptOf.get(row.envelopeId)?.sha256 === row.digest);
  const rest = rows.filter((row) => !proved.includes(row));
  const refused = rest.filter(({ envelopeId }) => codeOf.has(envelopeId));
  if (proved.length > 0) await keep(proved, receiptOf, answer.bytes, now, storeEpoch);
  if (refused.length > 0) {
    const ids = refused.map(({ envelopeId }) => envelopeId);
    await changeRows(ids, (row) => afterRefusal(row, now, codeOf.get(row.envelopeId) ?? 'refused'));
  }
  const missing = rest.filter(({ envelopeId }) => !codeOf.has(envelopeId));
  return { received: proved.length, refused: refused.length, missing };
}

async function keep(
  rows: readonly OutboxRow[],
  receiptOf: ReadonlyMap<string, Receipt>,
  bytes: ArrayBuffer,
  now: number,
  storeEpoch: string,
): Promise<void> {
  const replyId = toBase64url(randomBytes(16));
  const receipts = rows.flatMap((row) => {
    const receipt = receiptOf.get(row.envelopeId);
    return receipt ? [receiptRow(row, receipt, replyId)] : [];
  });
  const timeOf = new Map(receipts.map(({ envelopeId, serverTime }) => [envelopeId, serverTime]));
  await keepReceipts({ replyId, bytes }, receipts, (row) =>
    afterReceipt(row, now, { serverTime: timeOf.get(row.envelopeId) ?? '', storeEpoch }),
  );
}

function receiptRow(row: OutboxRow, receipt: Receipt, replyId: string): ReceiptRow {
  return {
    envelopeId: row.envelopeId,
    lineageId: row.lineageId,
    kind: row.kind,
    replyId,
    reference: receipt.reference,
    serverTime: receipt.serverTime,
    createdAt: row.createdAt,
    ownerMark: row.ownerMark,
    steps: [],
  };
}
