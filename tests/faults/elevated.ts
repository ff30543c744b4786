import { Secret, TOTP } from 'otpauth';
import type { Visitor } from '../server/visitor';
import type { ServerProcess } from './server-process';

/** Logs in for the first time, saves a key and has full access, by the clock of this machine. */
export async function elevated(server: ServerProcess, email: string): Promise<Visitor> {
  const browser = await server.loggedIn(email);
  const { secret, pending } = await browser.must('beginKey', { body: {} });
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  await browser.must('saveKey', { body: { pending, name: 'My phone', code: totp.generate() } });
  // The next one: each code counts once.
  await browser.must('elevate', { body: { code: totp.generate({ timestamp: Date.now() + 30_000 }) } });
  return browser;
}
