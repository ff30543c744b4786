import { USUAL, type Account } from './account';
import { decodeBase32, tidyBase32 } from './base32';
import { readOtpauthUri, secretFault, type EntryRead } from './otpauth-uri';

/** What a person says about a secret that they type; ignored where the text is a whole link, which says it itself. */
export type TypedDetails = Partial<Pick<Account, 'issuer' | 'name' | 'algorithm' | 'digits' | 'period'>>;

/** Reads what was typed or pasted: a text secret, or a whole `otpauth:` link. */
export function readEntry(text: string, details: TypedDetails = {}): EntryRead {
  if (/^\s*otpauth/i.test(text)) return readOtpauthUri(text);
  if (/^\s*[a-z][a-z\d+.-]*:\/\//i.test(text)) return { fault: { code: 'not-a-key' } };
  const secret = tidyBase32(text);
  const fault = secretFault(secret);
  if (fault) return { fault };
  const read = decodeBase32(secret);
  if ('whole' in read && !read.whole) return { fault: { code: 'too-short' } };
  const { issuer = '', name = '' } = details;
  return { account: { ...USUAL, ...details, issuer: issuer.trim(), name: name.trim(), secret } };
}
