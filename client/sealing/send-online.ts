import { dropOnlineFile, onlineChunk, onlineFiles } from '../../offline/vault/files-online';
import type { FileRow } from '../../offline/vault/rows';
import { asCallFault } from '../data/call-fault';
import { putFilePart, readFileStanding } from '../data/online-files';

/** Another tab may be sending already. */
const LOCK = 'heed-online-files';
/** What nothing at the school names after so long was given up with its page, ms. */
const UNNAMED_MS = 24 * 60 * 60_000;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;
/** Faults that go by themselves: the next try is a matter of time. */
const passing = ['unreachable', 'busy', 'too-many', 'disk-full', 'internal'];

type Listener = () => void;

/** How much of each file that is being sent is with the school, 0 to 1. */
const sent = new Map<string, number>();
const listeners = new Set<Listener>();
let running: Promise<void> | null = null;
let again = false;
let wait = FIRST_WAIT_MS;
let timer = 0;

/** Sends what waits here of files that the school knows of, chunk by chunk, and goes on where it was cut off. */
export function sendOnline(): void {
  clearTimeout(timer);
  again = true;
  running ??= run().finally(() => (running = null));
}

/** How much of a file is with the school, as far as this page sends it; null: it does not. */
export function sentOf(fileId: string): number | null {
  return sent.get(fileId) ?? null;
}

/** Hears whenever more of a file is with the school. @returns stops it */
export function watchSending(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function run(): Promise<void> {
  while (again) {
    again = false;
    try {
      await navigator.locks.request(LOCK, async () => {
        for (const row of await onlineFiles()) await sendFile(row);
      });
      wait = FIRST_WAIT_MS;
    } catch (thrown) {
      if (!passing.includes(asCallFault(thrown).code)) return;
      later();
    }
  }
}

function later(): void {
  timer = window.setTimeout(sendOnline, wait);
  wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  window.addEventListener('online', sendOnline, { once: true });
}

/** @throws CallFault */
async function sendFile(row: FileRow): Promise<void> {
  const standing = await standingOf(row);
  if (!standing) return;
  let { missing } = standing;
  for (let part = missing[0]; part !== undefined; part = missing[0]) {
    note(row, missing.length);
    const bytes = await onlineChunk(row, part);
    if (!bytes) return;
    ({ missing } = await putFilePart(row.fileId, part, bytes));
  }
  note(row, 0);
  await dropOnlineFile(row);
}

/** Null where nothing at the school names it (yet), for this person. */
async function standingOf(row: FileRow) {
  try {
    return await readFileStanding(row.fileId);
  } catch (thrown) {
    if (asCallFault(thrown).code !== 'not-found') throw thrown;
    if (Date.now() - row.createdAt > UNNAMED_MS) await dropOnlineFile(row);
    return null;
  }
}

function note({ fileId, parts }: FileRow, missing: number): void {
  sent.set(fileId, (parts.length - missing) / parts.length);
  listeners.forEach((listener) => listener());
}
