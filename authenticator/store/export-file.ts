import type { Account } from '../otp/account';
import { readOtpauthUri, writeOtpauthUri } from '../otp/otpauth-uri';
import { fromBase64, toBase64 } from './base64';
import { aesKey, openJson, sealJson } from './seal';
import { FEWEST_ROUNDS, stretch } from './stretch';

/** Characters of the shortest passphrase of a file: it can be guessed at anywhere, for ever, so a PIN is too little. */
export const SHORTEST_PASSPHRASE = 12;

const FORMAT = 'heed-authenticator';
const VERSION = 1;
/** The same on every device, since the file is opened on another one. */
const ROUNDS = 1_000_000;
/** A file from elsewhere may not keep this phone busy for hours, nor be opened with next to no work. */
const MOST_ROUNDS = 10_000_000;
const LARGEST = 1_000_000;
const PLACE = 'export 1';

interface ExportFile {
  readonly format: string;
  readonly version: number;
  readonly rounds: number;
  readonly salt: string;
  readonly sealed: string;
}

/** Why a file brings no accounts. */
export type ImportFault = 'not-ours' | 'newer' | 'passphrase';

/** All accounts as the text of a file, sealed by a passphrase: PBKDF2-SHA-256, AES-256-GCM. Inside: otpauth links. */
export async function writeExport(accounts: readonly Account[], passphrase: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await aesKey(await stretch(passphrase, salt, ROUNDS));
  const sealed = await sealJson(key, PLACE, { accounts: accounts.map(writeOtpauthUri) });
  const file: ExportFile = {
    format: FORMAT,
    version: VERSION,
    rounds: ROUNDS,
    salt: toBase64(salt),
    sealed: toBase64(new Uint8Array(sealed)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Opens {@link writeExport}. */
export async function readExport(
  text: string,
  passphrase: string,
): Promise<{ readonly accounts: Account[] } | { readonly fault: ImportFault }> {
  const file = parse(text);
  if (!file) return { fault: 'not-ours' };
  if (file.version !== VERSION) return { fault: 'newer' };
  try {
    const key = await aesKey(await stretch(passphrase, fromBase64(file.salt), file.rounds));
    const inside = await openJson(key, PLACE, fromBase64(file.sealed).buffer);
    return { accounts: (inside as { accounts: string[] }).accounts.flatMap(accountOf) };
  } catch {
    return { fault: 'passphrase' };
  }
}

function accountOf(uri: string): Account[] {
  const read = readOtpauthUri(uri);
  return 'account' in read ? [read.account] : [];
}

function parse(text: string): ExportFile | null {
  if (text.length > LARGEST) return null;
  try {
    const file = JSON.parse(text) as Partial<ExportFile> | null;
    const { format, version, rounds, salt, sealed } = file ?? {};
    const typed = typeof version === 'number' && typeof salt === 'string' && typeof sealed === 'string';
    if (format !== FORMAT || !typed || typeof rounds !== 'number' || !Number.isInteger(rounds)) return null;
    return rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS ? null : { format, version, rounds, salt, sealed };
  } catch {
    return null;
  }
}
