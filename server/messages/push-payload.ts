import { createHmac } from 'node:crypto';
import type { KeyRing } from '../storage/key-ring';
import type { PushText } from './templates/template';

/** Every payload has this many bytes, so that its size tells nothing; push services take up to 3,993. */
export const PAYLOAD_SIZE = 1024;

/**
 * One declarative push message (platform.md, Push: "Apple"); every other browser's worker gets the same JSON.
 * Padded with spaces behind the JSON, which every reader skips.
 * @param tag replaces an earlier notification of the same alert where the browser knows tags
 * @throws RangeError when the texts do not fit
 */
export function pushPayload(text: PushText, tag: string): Buffer {
  const { title, body, navigate } = text;
  const json = Buffer.from(JSON.stringify({ web_push: 8030, notification: { title, body, navigate, tag } }));
  if (json.length > PAYLOAD_SIZE) throw new RangeError('a push payload is too large');
  return Buffer.concat([json, Buffer.alloc(PAYLOAD_SIZE - json.length, ' ')]);
}

/**
 * Tag and Topic of everything that is pushed about one thing: 32 characters of base64url that tell a push service
 * nothing (RFC 8030, 5.4), the same at every attempt, so that a repeat replaces what it repeats.
 */
export function topicOf(keys: KeyRing, schoolId: string, about: string): string {
  const { key } = keys.newest(schoolId, 'index');
  return createHmac('sha256', key).update(`push-topic\0${about}`).digest('base64url').slice(0, 32);
}
