import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRootKey, parseJournal, type RootKey } from '../storage/root-key';
import { BackupFault } from './backup-fault';
import { putWhole } from './put-whole';

const ROOT = 'root.key';
const JOURNAL = 'journal';

/**
 * Copies root key and journal to a folder of their own. Whoever has it and a backup can read everything. What is kept
 * there is never lost: a line that only the copy has stays in it.
 * @throws BackupFault where the keys of another store are kept
 */
export function copyKeys(keyDir: string, to: string): void {
  mustTakeKeys(keyDir, to);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  putWhole(join(to, ROOT), readFileSync(join(keyDir, ROOT)), 0o400);
  putWhole(join(to, JOURNAL), joined(readJournal(to), readJournal(keyDir)), 0o400);
}

/** @throws BackupFault where a folder keeps other keys: these would be gone, and what they open with them */
export function mustTakeKeys(keyDir: string, to: string): void {
  if (isOfOthers(join(to, ROOT), join(keyDir, ROOT)))
    throw new BackupFault(`${to} keeps the keys of another store. Choose a folder of its own for these.`);
}

/**
 * The keys that a restored store will have, before anything of them is moved. @param kept their copy; null: they are in
 * KEY_DIR already. @throws BackupFault where other keys are there already; RootKeyMissing
 */
export function keysAfter(kept: string | null, keyDir: string): RootKey {
  if (kept === null) return openRootKey(keyDir, false);
  if (!existsSync(join(kept, ROOT)))
    throw new BackupFault(`${kept}: there is no root.key. Give the folder that holds the copy of the keys.`);
  if (isOfOthers(join(keyDir, ROOT), join(kept, ROOT)))
    throw new BackupFault(`${keyDir} holds the keys of another store. Set KEY_DIR to a folder of its own.`);
  const lines = joined(readJournal(keyDir), readJournal(kept));
  return { ...openRootKey(kept, false), journal: () => parseJournal(lines) };
}

/** Brings kept keys into KEY_DIR: the root where it is missing, and the lines that the journal there does not have. */
export function bringKeys(kept: string, keyDir: string): void {
  mkdirSync(keyDir, { recursive: true, mode: 0o700 });
  const root = join(keyDir, ROOT);
  putWhole(join(keyDir, JOURNAL), joined(readJournal(keyDir), readJournal(kept)), 0o600);
  if (!existsSync(root)) putWhole(root, readFileSync(join(kept, ROOT)), 0o400);
}

function isOfOthers(file: string, than: string): boolean {
  return existsSync(file) && !readFileSync(file).equals(readFileSync(than));
}

function readJournal(folder: string): string {
  const file = join(folder, JOURNAL);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Every line of both, each once. */
function joined(journal: string, other: string): string {
  const lines = new Set([...journal.split('\n'), ...other.split('\n')].filter((line) => line !== ''));
  return [...lines].map((line) => `${line}\n`).join('');
}
