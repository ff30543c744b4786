import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { Visitor } from '../../../tests/server/visitor';
import type { Stage } from '../stage';
import { environmentOf } from './bench-school';
import { makeBigSchool, type BigSchool } from './big-school';
import { startServer, type RunningServer } from './start-server';

/** A school of years with a server of its own, and its leads with full access. */
export interface Desk {
  readonly school: BigSchool;
  readonly server: RunningServer;
  /** Both leads, in turn: one person may ask so often and no more. */
  readonly leads: Visitor[];
}

/**
 * Writes the school and starts its server.
 * @param ofOne so many of the newest concerns are about one pupil among others
 */
export async function openDesk(stage: Stage, concerns: number, ofOne = 0): Promise<Desk> {
  const folder = mkdtempSync(join(stage.folder, 'desk-'));
  const school = await makeBigSchool(folder, concerns, ofOne);
  const server = await startServer(environmentOf(folder));
  stage.onClose(() => server.stop());
  const leads: Visitor[] = [];
  for (const email of school.leads) leads.push(await elevated(server.origin, email, school.password));
  return { school, server, leads };
}

/** Logs in, saves a first key, and elevates with its next code. */
async function elevated(origin: string, email: string, password: string): Promise<Visitor> {
  const browser = new Visitor(origin);
  await browser.must('logIn', { body: { email, password } });
  const { pending, secret } = await browser.must('beginKey', { body: {} });
  const phone = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  const code = (steps: number) => phone.generate({ timestamp: Date.now() + steps * 30_000 });
  await browser.must('saveKey', { body: { pending, name: 'Bench', code: code(0) } });
  await browser.must('elevate', { body: { code: code(1) } });
  return browser;
}

/** Whose turn it is. */
export function nextLead({ leads }: Desk): Visitor {
  const lead = leads.shift()!;
  leads.push(lead);
  return lead;
}
