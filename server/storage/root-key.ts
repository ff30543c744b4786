import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Where the root key comes from: a file in KEY_DIR today, a key management service one day. */
export interface RootKey {
  /** Encrypts a key under the root; `name` binds the result to its place. */
  wrap(key: Uint8Array, name: string): Buffer;
  /** @throws when the root is another one, the bytes were changed, or the name differs. */
  unwrap(wrapped: Uint8Array, name: string): Buffer;
  /** Appends a line to the key journal and waits until it is on the disk (envelope.md, Key journal). */
  note(line: object): void;
  /** Every line of the journal, oldest first. */
  journal(): unknown[];
}

export class RootKeyMissing extends Error {
  constructor(file: string) {
    super(`The root key ${file} is missing. Put it back from its copy; without it nothing can be opened.`);
  }
}

/**
 * Opens `root.key` in KEY_DIR, or makes it on a server that has no keys yet.
 * @throws RootKeyMissing when keys exist that only a missing root could open.
 */
export function openRootKey(keyDir: string, mayMake: boolean): RootKey {
  const file = join(keyDir, 'root.key');
  if (!existsSync(file)) {
    if (!mayMake) throw new RootKeyMissing(file);
    mkdirSync(keyDir, { recursive: true, mode: 0o700 });
    writeDurably(file, randomBytes(32), 0o400);
  }
  const root = readFileSync(file);
  if (root.length !== 32) throw new RootKeyMissing(file);
  const journalFile = join(keyDir, 'journal');
  return {
    wrap: (key, name) => encrypt(root, key, name),
    unwrap: (wrapped, name) => decrypt(root, wrapped, name),
    note: (line) => append(journalFile, `${JSON.stringify(line)}\n`),
    journal: () => (existsSync(journalFile) ? parseJournal(readFileSync(journalFile, 'utf8')) : []),
  };
}

/** AES-256-GCM: IV (12) ‖ ciphertext ‖ tag (16), with `name` as additional data. */
export function encrypt(key: Uint8Array, plain: Uint8Array, name: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(name));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Reverses `encrypt`. @throws when anything differs. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, name: string): Buffer {
  if (sealed.length < 28) throw new Error('sealed bytes are too short');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
}

function writeDurably(file: string, bytes: Uint8Array, mode: number): void {
  const handle = openSync(file, 'wx', mode);
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}

function append(file: string, line: string): void {
  // What a crash left half-written must not swallow this line.
  const broken = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8'));
  const handle = openSync(file, 'a', 0o600);
  writeSync(handle, broken ? `\n${line}` : line);
  fsyncSync(handle);
  closeSync(handle);
}

/** The lines of a journal. One that a crash in mid-append left half-written is left out; no bundle ever named it. */
export function parseJournal(text: string): unknown[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as unknown] : [];
    } catch {
      return [];
    }
  });
}
