import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { Visitor, type Sent } from '../../../tests/server/visitor';
import type { EndpointName } from '../../../protocol/contract';
import { hold, oneByOne, timed, type Outcome } from '../runner/contest';
import { environmentOf } from '../school/bench-school';
import { makeBigSchool, type BigSchool } from '../school/big-school';
import { startServer } from '../school/start-server';
import type { Stage } from '../stage';

/** One read of a desk, and how it is asked. */
interface Read {
  readonly name: string;
  readonly deed: string;
  readonly endpoint: EndpointName;
  readonly sent?: (school: BigSchool) => Sent<EndpointName>;
  /** Deeds of one turn, where asking often is not allowed. */
  readonly deeds?: number;
}

const view = (name: 'to-read' | 'mine' | 'all') => () => ({ query: { view: name } }) as Sent<EndpointName>;
const concern = ({ concernId }: BigSchool) => ({ params: { id: concernId } }) as Sent<EndpointName>;

/** The ten that a lead's day is made of, and "See as", which asks about every record. */
const reads: readonly Read[] = [
  { name: 'read-session', deed: 'who is logged in', endpoint: 'readSession' },
  { name: 'read-inbox', deed: 'the inbox: 30 to read', endpoint: 'listInbox', sent: view('to-read') },
  { name: 'read-inbox-all', deed: 'the newest 100 of all alerts', endpoint: 'listInbox', sent: view('all') },
  { name: 'read-inbox-mine', deed: 'what a lead has taken', endpoint: 'listInbox', sent: view('mine') },
  { name: 'read-concern', deed: 'one record opened', endpoint: 'readConcern', sent: concern },
  { name: 'read-news', deed: 'news of an open record', endpoint: 'readConcernNews', sent: concern },
  { name: 'read-roll', deed: '2,000 pupils for the picker', endpoint: 'readRoll' },
  { name: 'read-pupils', deed: 'the pupil list, 2,000 pupils', endpoint: 'listPupils' },
  { name: 'read-staff', deed: 'the staff list, 150 people', endpoint: 'listStaff' },
  { name: 'read-audit', deed: 'the newest page of the audit', endpoint: 'listAudit' },
  {
    name: 'read-see-as',
    deed: 'what a lead could read, counted record by record',
    endpoint: 'seeAs',
    sent: ({ teacherId }) => ({ params: { id: teacherId } }),
    deeds: 3,
  },
];

/** How reads grow with the years: the same school with 100,000 concerns and with 1,000. */
export async function reading(stage: Stage): Promise<Outcome[]> {
  const many = stage.times(100_000, 10_000);
  const [big, small] = [await openDesk(stage, many), await openDesk(stage, 1000)];
  const outcomes: Outcome[] = [];
  for (const read of reads) {
    const deeds = read.deeds ?? stage.times(12, 5);
    outcomes.push(
      await hold({
        name: read.name,
        deed: `${read.deed}, in a school with ${many.toLocaleString('en-GB')} concerns`,
        floorIs: 'the same in the same school with 1,000 concerns',
        by: 'median',
        rounds: 2,
        within: 10_000,
        heed: () => oneByOne(deeds, () => ask(big, read)),
        floor: () => oneByOne(deeds, () => ask(small, read)),
      }),
    );
  }
  return outcomes;
}

interface Desk {
  readonly school: BigSchool;
  /** Both leads, in turn: one person may ask so often and no more. */
  readonly leads: Visitor[];
}

async function openDesk(stage: Stage, concerns: number): Promise<Desk> {
  const folder = mkdtempSync(join(stage.folder, 'reading-'));
  const school = await makeBigSchool(folder, concerns);
  const server = await startServer(environmentOf(folder));
  stage.onClose(() => server.stop());
  const leads: Visitor[] = [];
  for (const email of school.leads) leads.push(await elevated(server.origin, email, school.password));
  return { school, leads };
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

async function ask({ school, leads }: Desk, { endpoint, sent }: Read): Promise<number> {
  const lead = leads.shift()!;
  leads.push(lead);
  return timed(() => lead.must(endpoint, sent?.(school) ?? {}));
}
