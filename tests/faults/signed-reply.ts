import { toBase64url } from '../../protocol/bytes';
import type { ReceiptReply } from '../../protocol/receipts';
import { readAuditHead } from '../../server/audit/append';
import { signJsonAs } from '../../server/devices/bundle';
import type { ServerProcess } from './server-process';

/** A reply to a delivery under the school's own receipt key, for answers that today's server never gives. */
export async function signedReply(
  server: ServerProcess,
  reply: Omit<ReceiptReply, 'auditHead'>,
): Promise<Buffer> {
  return server.look(async ({ database, keys }) => {
    const [school] = await database.read('schools').select<{ id: string }[]>('id');
    const { seq, hash } = await readAuditHead(database.read, school!.id);
    const auditHead = { seq, hash: toBase64url(Buffer.from(hash, 'hex')) };
    return Buffer.from(signJsonAs(keys.newest(school!.id, 'receipt'), 'receipts', { ...reply, auditHead }));
  });
}
