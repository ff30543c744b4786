import { RECEIPTS_TYPE } from '../../protocol/intake';
import { verifyReceipts, type ReceiptReply } from '../../protocol/receipts';

/** What one request came to (envelope.md, the answer table). */
export type Answer =
  | { kind: 'reply'; reply: ReceiptReply; bytes: ArrayBuffer }
  /** an unsigned 4xx: something in this request is not taken */
  | { kind: 'refused' }
  /** nothing that says anything about a row; `broke` when the school's own code failed on it (500) */
  | { kind: 'none'; retryAfterMs: number; broke: boolean }
  /** a reply whose signature does not verify: the receipt key may be newer than our bundle */
  | { kind: 'unproved' };

const TRY_LATER = new Set([408, 425, 429]);

/**
 * Reads an answer without trusting it: only the school's signature says that a row is received or refused. A
 * captive portal's page, a redirect, a proxy's HTML under any status say nothing.
 * @param receiptKey 65 bytes, from the bundle
 */
export async function readAnswer(response: Response, receiptKey: Uint8Array): Promise<Answer> {
  const none: Answer = { kind: 'none', retryAfterMs: retryAfter(response), broke: response.status === 500 };
  if (response.type === 'opaqueredirect' || response.redirected || response.status === 204) return none;
  const type = mediaType(response);
  if (type === RECEIPTS_TYPE) {
    const bytes = await response.arrayBuffer();
    const reply = await verifyReceipts(receiptKey, new Uint8Array(bytes));
    return reply ? { kind: 'reply', reply, bytes } : { kind: 'unproved' };
  }
  const refusing = response.status >= 400 && response.status < 500 && !TRY_LATER.has(response.status);
  return refusing && type !== 'text/html' ? { kind: 'refused' } : none;
}

/** The wait that the school asks for, ms; 0 when it asks for none. Seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(response: Response): number {
  const value = response.headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // A date counts from the server's own clock: the tablet's may be years off.
  const wait = Date.parse(value) - Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}

function mediaType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
