import type { NewFile } from '../../protocol/online-files';
import { call } from './call';
import { unreachable } from './call-fault';

/** The bytes of a document; the school notes that it was opened. @throws CallFault */
export async function readFileBytes(
  id: string,
  documentId: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const asking: Promise<unknown> = call('openDocument', { params: { id, documentId }, signal });
  // Such a reply is handed over unread (data/call.ts).
  const answer = (await asking) as Response;
  try {
    return new Uint8Array(await answer.arrayBuffer());
  } catch {
    throw unreachable();
  }
}

/** What is said of a file to whatever it belongs to. */
export function namedFile({ key, sha256, size, name }: NewFile): NewFile {
  return { key, sha256, size, name };
}
