import { request, type Agent } from 'node:http';
import { fromBase64url } from '../../../protocol/bytes';
import type { Bundle } from '../../../protocol/bundle';
import { deliverEnvelopes, DELIVERY_HEADER, ENVELOPES_TYPE } from '../../../protocol/intake';
import { verifyReceipts, type Receipt } from '../../../protocol/receipts';
import type { ReadyDelivery } from './bench-tablet';

/** Sends one delivery. @returns the bytes of the reply. @throws for every status but 200 */
export function postDelivery(origin: string, agent: Agent, delivery: ReadyDelivery): Promise<Buffer> {
  const headers = {
    'content-type': ENVELOPES_TYPE,
    'content-length': delivery.body.length,
    [DELIVERY_HEADER]: delivery.signature,
  };
  return new Promise((resolve, reject) => {
    const sending = request(origin + deliverEnvelopes.path, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`a delivery was answered ${answer.statusCode ?? 0}`));
      });
    });
    sending.on('error', reject);
    sending.end(delivery.body);
  });
}

/** The receipt in a reply. @throws when the school did not sign it, or it is for another envelope */
export async function checkReceipts(
  bundle: Bundle,
  bytes: Buffer,
  delivery: ReadyDelivery,
): Promise<Receipt> {
  const reply = await verifyReceipts(fromBase64url(bundle.receiptPublicKey), bytes);
  const receipt = reply?.receipts[0];
  if (receipt?.envelopeId !== delivery.envelopeId || receipt.sha256 !== delivery.digest)
    throw new Error('a delivery came without its receipt');
  return receipt;
}
