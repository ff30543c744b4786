import { LONGEST_PERIOD, USUAL, type Account, type Algorithm } from './account';
import { decodeBase32, tidyBase32 } from './base32';

/*
 * otpauth://totp/Issuer:name?secret=…&issuer=…&algorithm=SHA1&digits=6&period=30, as services put it into their QR
 * codes (github.com/google/google-authenticator, wiki "Key Uri Format").
 */

/** Why nothing can be made of what was scanned, typed or pasted; strings/faults.ts has the sentence of each. */
export type EntryFault =
  | { readonly code: 'not-a-key' | 'counter' | 'other-app' | 'no-secret' | 'unreadable' | 'too-short' }
  | { readonly code: 'stranger' | 'algorithm' | 'digits' | 'period'; readonly found: string };

export type EntryRead = { readonly account: Account } | { readonly fault: EntryFault };

const URI = /^otpauth:\/\/([^/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?(?:#.*)?$/i;
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA512: 'SHA-512',
};

const fail = (fault: EntryFault): EntryRead => ({ fault });

/** Reads an `otpauth:` link. Unknown parameters are passed over, as other apps do. */
export function readOtpauthUri(text: string): EntryRead {
  const trimmed = text.trim();
  if (/^otpauth-migration:/i.test(trimmed)) return fail({ code: 'other-app' });
  const parts = URI.exec(trimmed);
  if (!parts) return fail({ code: 'not-a-key' });
  const kind = parts[1]?.toLowerCase();
  if (kind === 'hotp') return fail({ code: 'counter' });
  if (kind !== 'totp') return fail({ code: 'not-a-key' });
  const label = decoded(parts[2] ?? '');
  if (label === null) return fail({ code: 'unreadable' });
  return readParts(label, new URLSearchParams(parts[3] ?? ''));
}

function readParts(label: string, query: URLSearchParams): EntryRead {
  const secret = tidyBase32(query.get('secret') ?? '');
  const fault = secretFault(secret) ?? rhythmFault(query);
  if (fault) return fail(fault);
  return {
    account: {
      ...named(label, query.get('issuer')),
      secret,
      algorithm: algorithmOf(query) ?? USUAL.algorithm,
      digits: numberOf(query, 'digits', USUAL.digits) === 8 ? 8 : 6,
      period: numberOf(query, 'period', USUAL.period),
    },
  };
}

/** What is wrong with a tidied secret, or null. */
export function secretFault(secret: string): EntryFault | null {
  if (secret === '') return { code: 'no-secret' };
  const read = decodeBase32(secret);
  if ('stranger' in read) return { code: 'stranger', found: read.stranger };
  return read.bytes.length === 0 ? { code: 'too-short' } : null;
}

function rhythmFault(query: URLSearchParams): EntryFault | null {
  const algorithm = query.get('algorithm');
  if (!algorithmOf(query)) return { code: 'algorithm', found: algorithm ?? '' };
  const digits = numberOf(query, 'digits', USUAL.digits);
  if (digits !== 6 && digits !== 8) return { code: 'digits', found: query.get('digits') ?? '' };
  const period = numberOf(query, 'period', USUAL.period);
  if (period >= 1 && period <= LONGEST_PERIOD) return null;
  return { code: 'period', found: query.get('period') ?? '' };
}

/** "SHA256", "sha-256" and "HmacSHA256" are all out there. */
function algorithmOf(query: URLSearchParams): Algorithm | undefined {
  const said = query.get('algorithm');
  if (said === null || said === '') return USUAL.algorithm;
  return ALGORITHMS[said.toUpperCase().replace('-', '').replace(/^HMAC/, '')];
}

/** A whole number of the query; NaN where something else stands there. */
function numberOf(query: URLSearchParams, name: string, usual: number): number {
  const said = query.get(name);
  if (said === null || said === '') return usual;
  return /^\d{1,9}$/.test(said) ? Number(said) : NaN;
}

/** The issuer of the query goes before that of the label. An empty `issuer=` says that there is none. */
function named(label: string, issuer: string | null): Pick<Account, 'issuer' | 'name'> {
  const said = issuer?.trim();
  if (said === '') return { issuer: '', name: label.trim() };
  if (said !== undefined && label.startsWith(`${said}:`)) {
    return { issuer: said, name: label.slice(said.length + 1).trim() };
  }
  const border = label.indexOf(':');
  const before = border < 0 ? '' : label.slice(0, border).trim();
  return { issuer: said ?? before, name: label.slice(border + 1).trim() };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The link of an account, as {@link readOtpauthUri} reads it back without any change. */
export function writeOtpauthUri(account: Account): string {
  const { issuer, name, secret, algorithm, digits, period } = account;
  const label = issuer === '' ? name : `${issuer}:${name}`;
  const query = [
    `secret=${secret}`,
    `issuer=${encodeURIComponent(issuer)}`,
    `algorithm=${algorithm.replace('-', '')}`,
    `digits=${String(digits)}`,
    `period=${String(period)}`,
  ];
  return `otpauth://totp/${encodeURIComponent(label)}?${query.join('&')}`;
}
