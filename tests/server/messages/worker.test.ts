import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '../../../server/access/actor';
import { MINUTE, SECOND } from '../../../server/clock';
import type { Mail } from '../../../server/messages/mail';
import { pushSender } from '../../../server/messages/push-sender';
import { queueMessages } from '../../../server/messages/queue';
import { claimDue } from '../../../server/messages/store';
import { messageWorker, type MessageWorker } from '../../../server/messages/worker';
import { openTestHouse, type TestHouse } from './a-house';
import { addSchool, addStaff } from './a-school';

let house: TestHouse;
let lead: StaffActor;
let sent: Mail[];
const workers: MessageWorker[] = [];

beforeEach(async () => {
  house = await openTestHouse();
  sent = [];
  const schoolId = await addSchool(house.ground, 'Oakfield Primary');
  lead = await addStaff(house.ground, schoolId, 'amina.shah@oakfield.example');
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  await house.close();
});

function aWorker(onMail: (mail: Mail) => Promise<void> = () => Promise.resolve()): MessageWorker {
  const mailer = {
    works: true,
    send: async (mail: Mail) => {
      sent.push(mail);
      await onMail(mail);
    },
  };
  const worker = messageWorker(house.ground, { mailer, push: pushSender(house.ground) }, () => 0.5);
  workers.push(worker);
  return worker;
}

async function queueAlerts(count: number, once: string = randomUUID()): Promise<void> {
  const messages = Array.from({ length: count }, (_, number) => ({
    schoolId: lead.schoolId,
    channel: 'email' as const,
    template: 'alert' as const,
    staffId: lead.staffId,
    content: { reference: '4F2K', schoolName: null },
    once: `${once}:${number}`,
  }));
  await house.ground.database.write((trx) => queueMessages(trx, house.ground, messages));
}

const states = async () =>
  (await house.ground.database.read('messages').pluck('state')).sort() as unknown as string[];

async function claimAsACrashedServer(): Promise<void> {
  const at = (later: number) => new Date(house.clock.now() + later).toISOString();
  const postgres = house.ground.database.dialect === 'postgres';
  const given = { channel: 'email' as const, now: at(0), leaseUntil: at(MINUTE), most: 16, postgres };
  const taken = await house.ground.database.write((trx) => claimDue(trx, given));
  expect(taken).toHaveLength(1);
}

test('a message queued twice, as after a crash, is sent once', async () => {
  await queueAlerts(1, 'alert:1');
  await queueAlerts(1, 'alert:1');
  await aWorker().drain();
  expect(sent).toHaveLength(1);
  expect(await states()).toEqual(['sent']);
});

test('four hundred mails go, each once, though two workers share the queue', async () => {
  await queueAlerts(400);
  await Promise.all([aWorker().drain(), aWorker().drain()]);

  expect(sent).toHaveLength(400);
  expect(new Set(sent.map((mail) => mail.id)).size).toBe(400);
  expect(new Set(await states())).toEqual(new Set(['sent']));
});

test('what a server had taken when it was killed is sent when its lease is over', async () => {
  await queueAlerts(1);
  await claimAsACrashedServer();
  const worker = aWorker();
  await worker.drain();
  expect(sent).toEqual([]);

  house.clock.pass(MINUTE + SECOND);
  await worker.drain();
  expect(sent).toHaveLength(1);
  expect(await states()).toEqual(['sent']);
});

test('a server that starts sends what lies there, and at once what is queued from then on', async () => {
  await queueAlerts(1);
  let arrived = () => {};
  const next = () => new Promise<void>((resolve) => (arrived = resolve));
  const worker = aWorker(async () => {
    await Promise.resolve();
    arrived();
  });
  const first = next();
  worker.start();
  await first;

  const second = next();
  await queueAlerts(1);
  await second;
  await worker.stop();

  expect(sent).toHaveLength(2);
  expect(await states()).toEqual(['sent', 'sent']);
});

test('one server alone need not wait for the lease of the one that crashed before it', async () => {
  await queueAlerts(1);
  await claimAsACrashedServer();
  // Several servers may stand on one PostgreSQL, so only time tells there.
  if (house.ground.database.dialect === 'postgres') house.clock.pass(MINUTE);
  let arrived = () => {};
  const mailed = new Promise<void>((resolve) => (arrived = resolve));
  const worker = aWorker(async () => {
    await Promise.resolve();
    arrived();
  });
  worker.start();
  await mailed;
  await worker.stop();

  expect(sent).toHaveLength(1);
});

test('stopping waits until what is on its way has been recorded, and takes nothing more', async () => {
  await queueAlerts(40);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let begun = () => {};
  const first = new Promise<void>((resolve) => (begun = resolve));
  const worker = aWorker(() => {
    begun();
    return held;
  });
  worker.start();
  await first;
  const stopped = worker.stop();
  letGo();
  await stopped;

  expect(sent).toHaveLength(16);
  expect((await states()).filter((state) => state === 'sent')).toHaveLength(16);
  expect((await states()).filter((state) => state === 'queued')).toHaveLength(24);
});

test('urgent alerts go before a hundred mails that were queued earlier', async () => {
  await queueAlerts(100);
  house.clock.pass(SECOND);
  const urgent = {
    schoolId: lead.schoolId,
    channel: 'email' as const,
    template: 'urgent-alert' as const,
    staffId: lead.staffId,
    content: { reference: '7QXM', schoolName: null },
    once: 'urgent',
  };
  await house.ground.database.write((trx) => queueMessages(trx, house.ground, [urgent]));
  await aWorker().drain();

  const place = sent.findIndex((mail) => mail.subject === 'Urgent safeguarding alert 7QXM');
  expect(place).toBeGreaterThanOrEqual(0);
  expect(place).toBeLessThan(16);
});

test('a message whose text cannot be written stays, is said in the log, and stops nobody', async () => {
  const broken = {
    schoolId: lead.schoolId,
    channel: 'email' as const,
    template: 'alert' as const,
    staffId: lead.staffId,
    content: { nothing: true },
    once: 'broken',
  };
  await house.ground.database.write((trx) => queueMessages(trx, house.ground, [broken]));
  await queueAlerts(1);
  await aWorker().drain();

  expect(await states()).toEqual(['queued', 'sent']);
  expect(house.logged()).toContain('"fault":"unwritable"');
});
