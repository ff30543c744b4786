import type { IncomingMessage } from 'node:http';
import { notJson } from '../../protocol/problems';
import { problem } from './problem';

/**
 * Reads a request's body, never more than `most` bytes.
 * @throws problem 'too-large' as soon as the length is known to be over; the fault of a connection that broke off
 */
export function readBody(request: IncomingMessage, most: number): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > most) return Promise.reject(problem('too-large'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      // What is still on its way runs out unkept: a connection cut here would take the answer with it.
      else reject(problem('too-large'));
    });
    request.once('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    request.once('error', reject);
  });
}

/** Parses a JSON object out of body bytes. @throws problem 'not-valid'. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw problem('not-valid', { field: 'body', title: notJson });
  }
}
