import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRootKey } from '../storage/root-key';
import { BackupFault } from './backup-fault';

const FILES = ['root.key', 'journal'] as const;

/** Copies root key and journal to a folder of their own. Whoever has it and a backup can read everything. */
export function copyKeys(keyDir: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of FILES) {
    const [from, copy] = [join(keyDir, name), join(to, name)];
    if (!existsSync(from)) continue;
    if (existsSync(copy)) chmodSync(copy, 0o600);
    copyFileSync(from, copy);
    chmodSync(copy, 0o400);
  }
}

/**
 * Brings kept keys to a new machine's KEY_DIR, or adds what the kept journal knows more.
 * @throws BackupFault where other keys are there already
 */
export function bringKeys(kept: string, keyDir: string): void {
  const [from, to] = [join(kept, 'root.key'), join(keyDir, 'root.key')];
  if (!existsSync(from))
    throw new BackupFault(`${kept}: there is no root.key. Give the folder that holds the copy of the keys.`);
  if (!existsSync(to)) {
    copyKeys(kept, keyDir);
    chmodSync(join(keyDir, 'journal'), 0o600);
    return;
  }
  if (!readFileSync(from).equals(readFileSync(to)))
    throw new BackupFault(`${keyDir} holds the keys of another store. Set KEY_DIR to a folder of its own.`);
  const here = openRootKey(keyDir, false);
  const known = new Set(here.journal().map((line) => (line as { id: string }).id));
  for (const line of openRootKey(kept, false).journal())
    if (!known.has((line as { id: string }).id)) here.note(line as object);
}
