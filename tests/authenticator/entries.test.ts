import fc from 'fast-check';
import { Secret, TOTP, URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../authenticator/otp/account';
import { decodeBase32 } from '../../authenticator/otp/base32';
import { readOtpauthUri, writeOtpauthUri, type EntryRead } from '../../authenticator/otp/otpauth-uri';
import { readEntry } from '../../authenticator/otp/read-entry';
import { entryFault } from '../../authenticator/strings/faults';

const SECRET = 'JBSWY3DPEHPK3PXP';
const link = (rest: string) => `otpauth://totp/${rest}`;
const accountOf = (read: EntryRead): Account => {
  if ('fault' in read) throw new Error(entryFault(read.fault));
  return read.account;
};
const faultOf = (read: EntryRead): string => {
  if (!('fault' in read)) throw new Error('this was taken');
  return read.fault.code;
};

describe('base32', () => {
  /** RFC 4648, section 10. */
  const vectors: [string, string][] = [
    ['', ''],
    ['MY======', 'f'],
    ['MZXQ====', 'fo'],
    ['MZXW6===', 'foo'],
    ['MZXW6YQ=', 'foob'],
    ['MZXW6YTB', 'fooba'],
    ['MZXW6YTBOI======', 'foobar'],
  ];

  it.each(vectors)('reads %j of RFC 4648', (text, plain) => {
    expect(decodeBase32(text)).toEqual({ bytes: new TextEncoder().encode(plain), whole: true });
  });

  it('reads it however people type it', () => {
    const tidy = decodeBase32('MZXW6YTBOI');
    for (const typed of ['mzxw 6ytb oi', 'MZXW-6YTB-OI', ' mzxw6ytboi====== \n']) {
      expect(decodeBase32(typed)).toEqual(tidy);
    }
  });

  it('reads what a second implementation writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { base32 } = new Secret({ buffer: Uint8Array.from(bytes).buffer });
        expect(decodeBase32(base32)).toEqual({ bytes: Uint8Array.from(bytes), whole: true });
      }),
    );
  });

  it('names the character that does not belong, and notices a missing one', () => {
    expect(decodeBase32('JBSW0')).toEqual({ stranger: '0' });
    expect(decodeBase32('JBSWY3DPEHPK3PX')).toMatchObject({ whole: true });
    expect(decodeBase32('JBSWY3DPEHPK3P')).toMatchObject({ whole: false });
  });
});

describe('an otpauth link', () => {
  it('says everything itself', () => {
    const text = link(
      `ACME%20Co:john.doe@email.com?secret=${SECRET}&issuer=ACME%20Co&algorithm=SHA256&digits=8&period=60`,
    );
    expect(accountOf(readOtpauthUri(text))).toEqual({
      issuer: 'ACME Co',
      name: 'john.doe@email.com',
      secret: SECRET,
      algorithm: 'SHA-256',
      digits: 8,
      period: 60,
    });
  });

  it('leaves out what is usual: SHA-1, six digits, 30 seconds', () => {
    expect(accountOf(readOtpauthUri(link(`tom@oakfield.example?secret=${SECRET}`)))).toEqual({
      issuer: '',
      name: 'tom@oakfield.example',
      secret: SECRET,
      algorithm: 'SHA-1',
      digits: 6,
      period: 30,
    });
  });

  const names: [string, string, string][] = [
    ['Oakfield:tom?', 'Oakfield', 'tom'],
    ['Oakfield%3A%20tom?', 'Oakfield', 'tom'],
    ['tom?issuer=Oakfield&', 'Oakfield', 'tom'],
    ['Old%20name:tom?issuer=Oakfield&', 'Oakfield', 'tom'],
    ['Oak%3Afield:tom?issuer=Oak%3Afield&', 'Oak:field', 'tom'],
    ['a:b?issuer=&', '', 'a:b'],
    ['tom+heed@oakfield.example?issuer=Oakfield+Primary&', 'Oakfield Primary', 'tom+heed@oakfield.example'],
    ['?', '', ''],
  ];
  it.each(names)('%j is of %j, for %j', (rest, issuer, name) => {
    expect(accountOf(readOtpauthUri(link(`${rest}secret=${SECRET}`)))).toMatchObject({ issuer, name });
  });

  it.each(['SHA512', 'sha512', 'SHA-512', 'HmacSHA512'])('%s is SHA-512', (said) => {
    const read = readOtpauthUri(`OTPAUTH://TOTP/tom?secret=${SECRET.toLowerCase()}&algorithm=${said}`);
    expect(accountOf(read)).toMatchObject({ algorithm: 'SHA-512', secret: SECRET });
  });

  it('takes a secret whose length fits no whole bytes: some services make such', () => {
    expect(accountOf(readOtpauthUri(link('tom?secret=JBSWY3DPEHPK3P')))).toMatchObject({
      secret: 'JBSWY3DPEHPK3P',
    });
  });

  const refused: [string, string][] = [
    ['https://oakfield.example/', 'not-a-key'],
    ['WIFI:S:staff;;', 'not-a-key'],
    ['otpauth://steam/tom?secret=JBSWY3DP', 'not-a-key'],
    ['otpauth://hotp/tom?secret=JBSWY3DP&counter=1', 'counter'],
    ['otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8', 'other-app'],
    [link('tom'), 'no-secret'],
    [link('tom?secret='), 'no-secret'],
    [link('tom?secret=A'), 'too-short'],
    [link('%E0%A4%A?secret=JBSWY3DP'), 'unreadable'],
    [link('tom?secret=JBSW1'), 'stranger'],
    [link('tom?secret=JBSWY3DP&algorithm=MD5'), 'algorithm'],
    [link('tom?secret=JBSWY3DP&digits=7'), 'digits'],
    [link('tom?secret=JBSWY3DP&digits=six'), 'digits'],
    [link('tom?secret=JBSWY3DP&period=0'), 'period'],
    [link('tom?secret=JBSWY3DP&period=-30'), 'period'],
    [link('tom?secret=JBSWY3DP&period=86401'), 'period'],
  ];
  it.each(refused)('%j is refused: %s', (text, code) => {
    expect(faultOf(readOtpauthUri(text))).toBe(code);
  });

  it('has a sentence of its own for every fault', () => {
    const sentences = new Map<string, string>();
    for (const [text, code] of refused) {
      const read = readOtpauthUri(text);
      sentences.set(code, 'fault' in read ? entryFault(read.fault) : '');
    }
    const said = [...sentences.values()];
    expect(new Set(said).size).toBe(10);
    expect(said.every((sentence) => sentence.endsWith('.'))).toBe(true);
  });
});

const anAccount: fc.Arbitrary<Account> = fc.record({
  issuer: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim()),
  name: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim()),
  secret: fc
    .uint8Array({ minLength: 1, maxLength: 64 })
    .map((bytes) => new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32.replaceAll('=', '')),
  algorithm: fc.constantFrom('SHA-1', 'SHA-256', 'SHA-512'),
  digits: fc.constantFrom(6, 8),
  period: fc.integer({ min: 1, max: 86_400 }),
});

describe('writing a link', () => {
  it('loses nothing on the way there and back', () => {
    fc.assert(
      fc.property(anAccount, (account) => {
        expect(accountOf(readOtpauthUri(writeOtpauthUri(account)))).toEqual(account);
      }),
    );
  });

  it('writes what other apps read', () => {
    const account = accountOf(readEntry(SECRET, { issuer: 'Oakfield', name: 'tom', algorithm: 'SHA-512' }));
    const other = URI.parse(writeOtpauthUri({ ...account, digits: 8, period: 45 }));
    expect(other).toBeInstanceOf(TOTP);
    expect(other).toMatchObject({ issuer: 'Oakfield', label: 'tom', algorithm: 'SHA512', digits: 8 });
    expect(other.secret.base32).toBe(SECRET);
  });
});

describe('what is typed', () => {
  it('is a secret with the names that stand beside it', () => {
    const typed = { issuer: ' Oakfield ', name: 'tom@oakfield.example' };
    expect(accountOf(readEntry('jbsw y3dp ehpk 3pxp', typed))).toEqual({
      issuer: 'Oakfield',
      name: 'tom@oakfield.example',
      secret: SECRET,
      algorithm: 'SHA-1',
      digits: 6,
      period: 30,
    });
  });

  it('may be a whole link, which says everything itself', () => {
    const read = readEntry(`  ${link(`Oakfield:tom?secret=${SECRET}`)}\n`, { issuer: 'Other', digits: 8 });
    expect(accountOf(read)).toMatchObject({ issuer: 'Oakfield', name: 'tom', digits: 6 });
  });

  it.each([
    ['', 'no-secret'],
    ['   ', 'no-secret'],
    ['JBSWY3DPEHPK3P', 'too-short'],
    ['JBSWY3DPEHPK3PX0', 'stranger'],
    ['https://oakfield.example/account/keys', 'not-a-key'],
    ['otpauth:oakfield', 'not-a-key'],
  ])('%j is refused: %s', (typed, code) => {
    expect(faultOf(readEntry(typed))).toBe(code);
  });
});
