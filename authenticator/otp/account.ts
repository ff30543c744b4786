/** The hashes of RFC 6238, by the names that WebCrypto gives them. */
export type Algorithm = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** What makes the codes of one account. */
export interface Account {
  /** who asks for the code, such as a school; may be empty */
  readonly issuer: string;
  /** whose code it is, mostly an e-mail address; may be empty */
  readonly name: string;
  /** base32 in capitals, without padding */
  readonly secret: string;
  readonly algorithm: Algorithm;
  readonly digits: 6 | 8;
  /** seconds that a code lasts */
  readonly period: number;
}

/** What a text secret means when nothing else is said: what nearly every service uses. */
export const USUAL = { algorithm: 'SHA-1', digits: 6, period: 30 } as const;

/** The longest that a code may last here: a day, in seconds. */
export const LONGEST_PERIOD = 86_400;

/** Whether two accounts show the same codes, whatever they are called. */
export function sameCodes(a: Account, b: Account): boolean {
  return (
    a.secret === b.secret && a.algorithm === b.algorithm && a.digits === b.digits && a.period === b.period
  );
}
