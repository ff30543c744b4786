import type { IncomingMessage } from 'node:http';
import { problem } from './problem';

/**
 * Reads a request's body, never more than `most` bytes.
 * @throws problem 'too-large' as soon as the length is known to be over.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > most) throw problem('too-large');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw problem('too-large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Parses a JSON object out of body bytes. @throws problem 'not-valid'. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw problem('not-valid', { field: 'body', title: 'The body of this request is not JSON.' });
  }
}
