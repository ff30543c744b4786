/**
 * Why an envelope cannot be used. Which of them refuse and which quarantine is envelope.md, Receiving:
 * only `malformed` is ever refused at the door.
 * - `malformed`: the bytes are not an envelope; nothing in them is believed, and an id that can still be read serves
 *   to name the refusal and for nothing else
 * - `unknown-version`: an envelope of a version that this build does not know
 * - `unknown-suite`: the header names other primitives than HE1's
 * - `cannot-open`: sealed to another key, or changed on the way
 * - `bad-plaintext`: opened, but not laid out as the protocol says
 */
export type EnvelopeFaultCode =
  | 'malformed'
  | 'unknown-version'
  | 'unknown-suite'
  | 'cannot-open'
  | 'bad-plaintext';

/** Thrown by everything that reads envelopes. The message never holds content, so it may be logged. */
export class EnvelopeFault extends Error {
  override name = 'EnvelopeFault';
  readonly code: EnvelopeFaultCode;

  constructor(code: EnvelopeFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
