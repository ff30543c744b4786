import { call, type Given } from './call';
import { unreachable } from './call-fault';

/** A paper as it was saved by the school's server. */
export interface Paper {
  /** "chronology-2026-11-30.pdf" */
  name: string;
  file: Blob;
}

/** What is asked for. */
export type PaperAsked =
  | { name: 'printConcern'; given: Given<'printConcern'> }
  | { name: 'printChronology'; given: Given<'printChronology'> };

const END = '%%EOF';

/**
 * Fetches a paper while it is made.
 * @param progress hears how many bytes have come
 * @throws CallFault where it is refused, or ended in the middle
 */
export async function fetchPaper(
  { name, given }: PaperAsked,
  progress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Paper> {
  const sent = { ...given, signal };
  const asking: Promise<unknown> =
    name === 'printConcern'
      ? call(name, sent as Given<'printConcern'>)
      : call(name, sent as Given<'printChronology'>);
  // The one kind of reply that a call hands over unread (data/call.ts).
  const answer = (await asking) as Response;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (const reader = answer.body?.getReader(); reader; ) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      progress((bytes += value.length));
    }
  } catch (fault) {
    if (signal.aborted) throw fault;
    throw unreachable();
  }
  const file = new Blob(chunks, { type: 'application/pdf' });
  if (!(await file.slice(-8).text()).includes(END)) throw unreachable();
  return { name: nameOf(answer), file };
}

function nameOf(answer: Response): string {
  return /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'heed.pdf';
}
