import { CODE_LETTERS, type Leaving } from '../../protocol/leaving';
import { call } from './call';
import { unreachable } from './call-fault';

/** A new code: five groups of five, by the engine's own chance. */
export function newCode(): string {
  const letters: string[] = [];
  while (letters.length < 25) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // What is above the last whole round would make some letters likelier than others.
    const letter = byte < CODE_LETTERS.length * 8 ? CODE_LETTERS[byte % CODE_LETTERS.length] : undefined;
    if (letter !== undefined) letters.push(letter);
  }
  return [0, 5, 10, 15, 20].map((at) => letters.slice(at, at + 5).join('')).join('-');
}

/**
 * The package as it came. It may be larger than a tablet's memory: a browser keeps a Blob that comes from the network where
 * it has room, on its disk too, and nothing here reads it.
 * @throws CallFault
 */
export async function fetchPackage(
  id: string,
  body: { packageId: string; code: string; names: 'all' | 'letters' },
  signal: AbortSignal,
): Promise<Blob> {
  const asking: Promise<unknown> = call('packLeaving', { params: { id }, body, signal });
  // Such a reply is handed over unread (data/call.ts).
  const answer = (await asking) as Response;
  try {
    return await answer.blob();
  } catch {
    throw unreachable();
  }
}

/** How far it has come. @throws CallFault */
export async function readTask(id: string): Promise<Leaving | null> {
  return (await call('readLeaving', { params: { id } })).task;
}
