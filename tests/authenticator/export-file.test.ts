import { describe, expect, it } from 'vitest';
import { USUAL, type Account } from '../../authenticator/otp/account';
import { readExport, writeExport } from '../../authenticator/store/export-file';

const PASSPHRASE = 'four wörds on paper';
const accounts: Account[] = [
  { ...USUAL, issuer: 'Heed (Oakfield: Primary)', name: 'tom@oakfield.example', secret: 'JBSWY3DPEHPK3PXP' },
  { issuer: '', name: '', secret: 'KRSXG5BAONSWG4TFOQ', algorithm: 'SHA-512', digits: 8, period: 60 },
];

describe('an export', () => {
  it('brings every account to another phone, by its passphrase alone', async () => {
    const text = await writeExport(accounts, PASSPHRASE);
    expect(await readExport(text, PASSPHRASE.normalize('NFD'))).toEqual({ accounts });
  });

  it('names nobody and holds no secret in clear, and no two are alike', async () => {
    const text = await writeExport(accounts, PASSPHRASE);
    for (const word of ['Oakfield', 'tom', 'JBSWY3DP', 'otpauth:']) expect(text).not.toContain(word);
    expect(await writeExport(accounts, PASSPHRASE)).not.toBe(text);
  });

  it('stays closed for another passphrase, and when one letter of it was changed', async () => {
    const text = await writeExport(accounts, PASSPHRASE);
    expect(await readExport(text, 'four other words')).toEqual({ fault: 'passphrase' });
    const file = JSON.parse(text) as { sealed: string };
    const changed = (file.sealed.startsWith('A') ? 'B' : 'A') + file.sealed.slice(1);
    const forged = JSON.stringify({ ...file, sealed: changed });
    expect(await readExport(forged, PASSPHRASE)).toEqual({ fault: 'passphrase' });
  });

  it('of a newer Heed Authenticator says so', async () => {
    const file = JSON.parse(await writeExport([], PASSPHRASE)) as object;
    expect(await readExport(JSON.stringify({ ...file, version: 2 }), PASSPHRASE)).toEqual({ fault: 'newer' });
  });

  it.each([
    ['', 'no text'],
    ['null', 'nothing'],
    ['{"format":"other"}', 'a file of something else'],
    ['x'.repeat(1_000_001), 'a file that is too large'],
    ['{"format":"heed-authenticator","version":1,"rounds":1,"salt":"","sealed":""}', 'next to no work'],
    ['{"format":"heed-authenticator","version":1,"rounds":1e12,"salt":"","sealed":""}', 'work for hours'],
  ])('is not this: %#, %s', async (text) => {
    expect(await readExport(text, PASSPHRASE)).toEqual({ fault: 'not-ours' });
  });
});
