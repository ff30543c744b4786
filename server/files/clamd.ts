import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { SECOND } from '../clock';

/** Where a scanner listens. */
export type ScannerPlace = { readonly path: string } | { readonly host: string; readonly port: number };

/** clamd says nothing of a file for longer than this, or takes nothing of it: it is not reached, ms. */
const SILENCE_MS = 60 * SECOND;
/** A scanner that is there says so within this, ms. */
const PATIENCE_MS = 10 * SECOND;
/** What it calls what it found, cut to what a row holds. */
const LONGEST_NAME = 100;

/** The scanner was not reached: nor would it be for another file. */
export class NotScanned extends Error {
  override name = 'NotScanned';
}

/** This file could not be looked at; another may be. Its message names no file. */
export class NotLookedAt extends NotScanned {
  override name = 'NotLookedAt';
}

/** It could not be read here: the scanner was not asked. */
export class NotRead extends NotLookedAt {
  override name = 'NotRead';
}

/**
 * Has one file looked at by clamd, which never sees its name (INSTREAM of clamd(8): chunks of u32be length and bytes, 0 ends it).
 * @returns what it found, or null
 * @throws NotScanned
 */
export async function scanStream(
  place: ScannerPlace,
  chunks: AsyncIterable<Uint8Array>,
): Promise<string | null> {
  const socket = connect(place);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new NotScanned('the scanner is silent')));
  try {
    const answer = readAnswer(socket);
    // A scanner that has seen enough closes in the middle of a file: what it said counts, not that it took no more.
    sendAll(socket, readable(chunks)).catch((fault: unknown) => socket.destroy(fault as Error));
    return meaningOf(await answer);
  } catch (fault) {
    if (fault instanceof NotLookedAt) throw fault;
    // One file on which it is silent or breaks off does not keep it from others.
    if (await isThere(place))
      throw new NotLookedAt('it broke off or was silent: is StreamMaxLength too small?');
    throw fault instanceof NotScanned
      ? fault
      : new NotScanned(fault instanceof Error ? fault.name : 'unknown');
  } finally {
    socket.destroy();
  }
}

/** Whether it answers at all (PING of clamd(8)). */
async function isThere(place: ScannerPlace): Promise<boolean> {
  const socket = connect(place);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new NotScanned('the scanner is silent')));
  try {
    const answer = readAnswer(socket);
    socket.write('zPING\0');
    return wordOf(await answer) === 'PONG';
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function* readable(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch {
    throw new NotRead('the file could not be read');
  }
}

async function sendAll(socket: Socket, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await once(socket, 'connect');
  socket.write('zINSTREAM\0');
  for await (const chunk of chunks) {
    if (!socket.writable) return;
    if (!socket.write(framed(chunk))) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
}

function framed(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
}

/** A connection that broke takes nothing any more: its fault comes with the answer. */
async function drained(socket: Socket): Promise<void> {
  const gone = new AbortController();
  await Promise.race([
    once(socket, 'drain', { signal: gone.signal }),
    once(socket, 'close', { signal: gone.signal }),
  ]).finally(() => gone.abort());
}

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    socket.on('data', (bytes) => {
      said.push(bytes);
      if (bytes.includes(0)) resolve(Buffer.concat(said).toString('utf8'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new NotScanned('the scanner closed the connection')));
  });
}

/** "stream: OK", "stream: Eicar-Test-Signature FOUND"; all else is no word on the file. */
function meaningOf(answer: string): string | null {
  const said = wordOf(answer);
  if (/^stream: OK$/.test(said)) return null;
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found) return found.replace(/[^\w.:/() -]/g, '_').slice(0, LONGEST_NAME);
  throw new NotLookedAt(`the scanner said: ${said.replace(/[^\w.:/() -]/g, '_').slice(0, LONGEST_NAME)}`);
}

function wordOf(answer: string): string {
  return answer.replace(/\0.*$/s, '').trim();
}
