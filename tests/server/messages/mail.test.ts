import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../server/access/actor';
import { DAY, HOUR } from '../../../server/clock';
import type { Mailer } from '../../../server/messages/mail';
import { openMailer } from '../../../server/messages/mailer';
import { pushSender } from '../../../server/messages/push-sender';
import { gatherMessages, queueMessages, type NewMessage } from '../../../server/messages/queue';
import { messageWorker } from '../../../server/messages/worker';
import { openTestHouse, type TestHouse } from './a-house';
import { addSchool, addStaff } from './a-school';

let house: TestHouse;
let lead: StaffActor;
const closers: (() => Promise<void>)[] = [];

async function open(settings: Record<string, string> = {}): Promise<void> {
  house = await openTestHouse(settings);
  closers.push(() => house.close());
  const schoolId = await addSchool(house.ground, 'Oakfield Primary');
  lead = await addStaff(house.ground, schoolId, 'amina.shah@oakfield.example');
}
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const workerWith = (mailer: Mailer) =>
  messageWorker(house.ground, { mailer, push: pushSender(house.ground) }, () => 0.5);
const queue = (...messages: NewMessage[]) =>
  house.ground.database.write((trx) => queueMessages(trx, house.ground, messages));
const gather = (message: NewMessage, times: number) =>
  house.ground.database.write(async (trx) => {
    const until = new Date(house.clock.now()).toISOString();
    for (let time = 0; time < times; time++) await gatherMessages(trx, house.ground, [message], until);
  });
const rows = () =>
  house.ground.database
    .read('messages')
    .select<{ state: string; fault: string | null; sent_at: string | null }[]>('state', 'fault', 'sent_at');

function alertMail(template: 'alert' | 'urgent-alert', schoolName: string | null = null): NewMessage {
  const content = { reference: '4F2K', schoolName };
  return { ...ofLead(), template, content, alertId: randomUUID(), once: randomUUID() };
}
function waitingMail(
  template: 'waiting' | 'urgent-waiting',
  minutes: number,
  schoolName: string | null,
): NewMessage {
  const content = { reference: '4F2K', schoolName, waited: minutes * 60_000 };
  return { ...ofLead(), template, content, alertId: randomUUID(), once: randomUUID() };
}
function linkMail(): NewMessage {
  const content = {
    to: 'amina.shah@oakfield.example',
    name: 'Amina Shah',
    url: 'http://localhost:3000/password#t=secret-token',
    schoolName: 'Oakfield Primary',
    minutes: 60,
  };
  return { ...ofLead(), template: 'link', content, once: randomUUID() };
}
const ofLead = () => ({ schoolId: lead.schoolId, channel: 'email', staffId: lead.staffId }) as const;

async function aDeadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Received {
  readonly to: string[];
  readonly raw: string;
}

async function openMailServer(port: number): Promise<Received[]> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((address) => address.address);
        received.push({ to, raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  return received;
}

describe('a mail server that is down for hours (S13)', () => {
  let port: number;
  beforeEach(async () => {
    port = await aDeadPort();
    await open({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  });

  test('keeps every mail, and each arrives once when it is back', async () => {
    const worker = workerWith(openMailer(house.ground));
    await queue(alertMail('urgent-alert'), linkMail());
    for (let hours = 0; hours < 3; hours++) {
      await worker.drain();
      house.clock.pass(HOUR);
    }
    expect(await rows()).toEqual([
      { state: 'queued', fault: 'unreachable', sent_at: null },
      { state: 'queued', fault: 'unreachable', sent_at: null },
    ]);

    const received = await openMailServer(port);
    await worker.drain();
    await worker.drain();

    const sent = { state: 'sent', fault: null, sent_at: '2026-11-23T15:45:00.000Z' };
    expect(await rows()).toEqual([sent, sent]);
    expect(received.map((mail) => mail.to)).toEqual([
      ['amina.shah@oakfield.example'],
      ['amina.shah@oakfield.example'],
    ]);
    const subjects = received.map((mail) => /^Subject: (.+)\r$/m.exec(mail.raw)?.[1]).sort();
    expect(subjects).toEqual(['Choose your password for Heed', 'Urgent safeguarding alert 4F2K']);
  });

  test('leaves no address, name, link or text in the log', async () => {
    const worker = workerWith(openMailer(house.ground));
    await queue(alertMail('alert'), linkMail());
    await worker.drain();

    expect(house.logged()).toContain('"fault":"unreachable"');
    expect(house.logged()).not.toMatch(/amina|shah|oakfield|secret-token|4F2K/i);
  });

  test('is given up after three days, and says so', async () => {
    const worker = workerWith(openMailer(house.ground));
    await queue(alertMail('alert'));
    await worker.drain();
    house.clock.pass(3 * DAY + HOUR);
    const received = await openMailServer(port);
    await worker.drain();

    expect(received).toEqual([]);
    expect(await rows()).toEqual([{ state: 'failed', fault: 'too-late', sent_at: null }]);
  });
});

describe('a mailer that fails', () => {
  beforeEach(() => open());

  test('leaves no alert marked as sent (S19)', async () => {
    const breaks: Mailer = {
      works: true,
      send: () => Promise.reject(new Error('550 amina.shah@oakfield.example')),
    };
    await queue(alertMail('urgent-alert'));
    await workerWith(breaks).drain();

    expect(await rows()).toEqual([{ state: 'queued', fault: 'server-fault', sent_at: null }]);
    expect(house.logged()).not.toContain('amina');

    house.clock.pass(HOUR);
    await workerWith(openMailer(house.ground)).drain();
    expect(await rows()).toMatchObject([{ state: 'sent', fault: null }]);
  });

  test('holds up nobody else’s mail', async () => {
    const other = await addStaff(house.ground, lead.schoolId, 'dan.okoro@oakfield.example');
    const real = openMailer(house.ground);
    const picky: Mailer = {
      works: true,
      send: (mail) => (mail.to.startsWith('amina') ? Promise.reject(new Error('no')) : real.send(mail)),
    };
    await queue(alertMail('alert'), { ...alertMail('alert'), staffId: other.staffId });
    await workerWith(picky).drain();

    expect((await rows()).map((row) => row.state).sort()).toEqual(['queued', 'sent']);
  });
});

describe('a laptop without a mail server', () => {
  beforeEach(() => open());

  const written = () => {
    const folder = join(house.dataDir, 'mail');
    return readdirSync(folder).map((name) => ({ name, raw: readFileSync(join(folder, name), 'utf8') }));
  };

  test('finds each mail as a whole file, with its link in the log', async () => {
    await queue(linkMail());
    await workerWith(openMailer(house.ground)).drain();

    const [file, ...others] = written();
    expect(others).toEqual([]);
    expect(file!.name).toMatch(/^20261123T124500000Z-[0-9a-f-]{36}\.eml$/);
    expect(file!.raw).toContain('To: amina.shah@oakfield.example\r\n');
    expect(file!.raw).toContain('\r\nhttp://localhost:3000/password#t=secret-token\r\n');
    expect(house.logged()).toContain(file!.name);
    expect(house.logged()).toContain('"link":"http://localhost:3000/password#t=secret-token"');
  });

  test('sends plain text that says a machine wrote it, with nothing that reports back', async () => {
    await queue(alertMail('alert'));
    await workerWith(openMailer(house.ground)).drain();

    const { raw } = written()[0]!;
    expect(raw).toContain('Auto-Submitted: auto-generated\r\n');
    expect(raw).toContain('Content-Type: text/plain; charset=utf-8\r\n');
    expect(raw).not.toMatch(/x-mailer|html|multipart|<img|read-receipt|disposition-notification/i);
  });

  test.each([null, 'Oakfield Primary', 'Ysgol Gynradd Llanfâir'])(
    'sends alerts of one size: urgent, normal, gathered or still waiting (school: %s)',
    async (schoolName) => {
      await queue(alertMail('urgent-alert', schoolName), alertMail('alert', schoolName));
      await gather(alertMail('alert', schoolName), 2);
      await gather(alertMail('urgent-alert', schoolName), 1000);
      await queue(waitingMail('waiting', 30, schoolName), waitingMail('urgent-waiting', 17 * 60, schoolName));
      await gather(waitingMail('urgent-waiting', 90, schoolName), 49);
      await workerWith(openMailer(house.ground)).drain();

      const sizes = written().map(({ raw }) => raw.length);
      expect(sizes).toHaveLength(7);
      expect(new Set(sizes).size).toBe(1);
      expect(
        written().filter(({ raw }) => raw.includes('Subject: Urgent safeguarding alert 4F2K and 999 more')),
      ).toHaveLength(1);
    },
  );
});
