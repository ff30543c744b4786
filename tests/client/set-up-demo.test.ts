import { Secret, TOTP, URI } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { demoAsText, inFours, keyUri } from '../../client/screens/set-up/demo-text';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

describe('the secrets of a demo school', () => {
  test('give an authenticator that scans them the codes that the server checks', () => {
    const scanned = URI.parse(keyUri('Willow Bank (demo)', 'n.shah@oakfield.example', SECRET));
    const checked = new TOTP({
      secret: Secret.fromBase32(SECRET),
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
    expect(scanned.label).toBe('n.shah@oakfield.example');
    expect(scanned.issuer).toBe('Heed (Willow Bank (demo))');
    for (const timestamp of [0, 59_000, 1_795_000_000_000]) {
      expect(scanned.generate({ timestamp })).toBe(checked.generate({ timestamp }));
    }
  });

  test('survive a school whose name holds a colon, an ampersand and an accent', () => {
    const scanned = URI.parse(keyUri('Ysgol: Llŷn & Co', 'a+b@school.example', SECRET));
    expect(scanned.issuer).toBe('Heed (Ysgol  Llŷn & Co)');
    expect(scanned.label).toBe('a+b@school.example');
  });

  test('are read in fours', () => {
    expect(inFours('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  });

  test('are copied together with address, password and accounts, and people without a key have none', () => {
    const accounts = [
      { email: 'n.shah@oakfield.example', name: 'Nadia Shah', group: 'Leads', secret: 'ABCDEFGH' },
      { email: 'j.price@oakfield.example', name: 'Jo Price', group: 'Teachers', secret: null },
    ];
    const text = demoAsText('Oakfield (demo)', 'http://127.0.0.1:3000', { password: 'fern kelp', accounts });
    expect(text.split('\n\n')).toEqual([
      'Oakfield (demo)\nhttp://127.0.0.1:3000',
      'Password of everybody: fern kelp',
      'Nadia Shah, Leads\nn.shah@oakfield.example\nSecret for the authenticator: ABCD EFGH',
      'Jo Price, Teachers\nj.price@oakfield.example',
    ]);
  });
});
