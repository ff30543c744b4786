import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../server/access/actor';
import { HOUR, MINUTE, SECOND } from '../../../server/clock';
import { openMailer } from '../../../server/messages/mailer';
import { pushSender } from '../../../server/messages/push-sender';
import { queueMessages } from '../../../server/messages/queue';
import { vapidKeys } from '../../../server/messages/vapid';
import { messageWorker, type MessageWorker } from '../../../server/messages/worker';
import { openTestHouse, type TestHouse } from './a-house';
import { addSchool, addStaff, newPhone, subscribe, type Phone } from './a-school';
import { decryptPush } from './decrypt';
import { openPushService, type PushService } from './push-service';

let service: PushService;
let house: TestHouse;
let worker: MessageWorker;
let lead: StaffActor;
let phone: Phone;
let subscriptionId: string;

beforeEach(async () => {
  service = await openPushService();
  house = await openTestHouse({ PUSH_HOSTS: service.host });
  worker = workerWith({});
  const schoolId = await addSchool(house.ground, 'Oakfield Primary');
  lead = await addStaff(house.ground, schoolId, 'amina.shah@oakfield.example');
  phone = newPhone(service.endpoint('phone-1'));
  subscriptionId = await subscribe(house.ground, lead, phone);
});
afterEach(async () => {
  await worker.stop();
  await house.close();
  await service.close();
});

function workerWith(transport: { timeout?: number }): MessageWorker {
  const { ground } = house;
  const push = pushSender(ground, { agent: service.agent, ...transport });
  // Half of the longest wait, so that every test knows when the next try is.
  return messageWorker(ground, { mailer: openMailer(ground), push }, () => 0.5);
}

async function queueAlert(
  template: 'alert' | 'urgent-alert',
  schoolName: string | null = null,
): Promise<string> {
  const alertId = randomUUID();
  const common = { schoolId: lead.schoolId, template, staffId: lead.staffId, alertId } as const;
  const content = { reference: '4F2K', schoolName };
  await house.ground.database.write((trx) =>
    queueMessages(trx, house.ground, [
      {
        ...common,
        channel: 'push',
        subscriptionId,
        content,
        once: `alert:${alertId}:push:${subscriptionId}`,
      },
      { ...common, channel: 'email', content, once: `alert:${alertId}:email` },
    ]),
  );
  return alertId;
}

const read = (channel: 'push' | 'email') =>
  house.ground.database
    .read('messages')
    .where({ channel })
    .orderBy('created_at')
    .select<
      { state: string; fault: string | null; attempts: number; sent_at: string | null }[]
    >('state', 'fault', 'attempts', 'sent_at');
const subscription = () =>
  house.ground.database
    .read('push_subscriptions')
    .where({ id: subscriptionId })
    .first<{ gone_at: string | null; success_at: string | null }>('gone_at', 'success_at');

describe('an alert on the way to a phone', () => {
  test('is readable on that phone only, and says nothing about a child', async () => {
    const alertId = await queueAlert('urgent-alert', 'Oakfield Primary');

    await worker.drain();

    const push = service.received[0]!;
    const plain = decryptPush(push.body, phone);
    expect(JSON.parse(plain.toString())).toEqual({
      web_push: 8030,
      notification: {
        title: 'Urgent safeguarding alert 4F2K',
        body: 'Oakfield Primary. Open Heed to read it.',
        navigate: `http://localhost:3000/alerts/${alertId}`,
        tag: push.headers['topic'],
      },
    });
    expect(() => decryptPush(push.body, newPhone(phone.endpoint))).toThrow();
    expect(await read('push')).toEqual([
      { state: 'sent', fault: null, attempts: 1, sent_at: '2026-11-23T12:45:00.000Z' },
    ]);
    expect((await subscription()).success_at).toBe('2026-11-23T12:45:00.000Z');
  });

  test('asks for haste only where it is urgent', async () => {
    await queueAlert('urgent-alert');
    await worker.drain();
    house.clock.pass(SECOND);
    await queueAlert('alert');
    await worker.drain();

    const [urgent, normal] = service.received.map((push) => push.headers);
    expect(urgent).toMatchObject({ ttl: '3600', urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(normal).toMatchObject({ ttl: '86400', urgency: 'normal', 'content-encoding': 'aes128gcm' });
    expect(urgent!['topic']).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(normal!['topic']).not.toBe(urgent!['topic']);
  });

  test('has one size, whether it is urgent, normal, or names the school', async () => {
    await queueAlert('urgent-alert');
    await queueAlert('alert');
    await queueAlert('alert', 'Oakfield Primary');
    await worker.drain();

    expect(service.received.map((push) => push.body.length)).toEqual([1127, 1127, 1127]);
    const opened = service.received.map((push) => decryptPush(push.body, phone).length);
    expect(opened).toEqual([1024, 1024, 1024]);
  });

  test('carries our signature for that push service and no other', async () => {
    await queueAlert('alert');
    await worker.drain();

    const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(service.received[0]!.headers.authorization!)!;
    const { publicKey } = vapidKeys(house.ground);
    expect(key).toBe(publicKey);
    const [head, claims, signature] = token!.split('.');
    const point = Buffer.from(publicKey, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const ours = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
    const signed = Buffer.from(`${head!}.${claims!}`);
    expect(verify('sha256', signed, ours, Buffer.from(signature!, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({
      aud: `https://${service.host}`,
      sub: 'mailto:heed@localhost',
    });
  });
});

describe('a push service that refuses (S12)', () => {
  test.each([404, 410])('ends the subscription at %i, and the mail still goes', async (status) => {
    service.answerWith({ status });
    await queueAlert('urgent-alert');
    await worker.drain();

    expect(await read('push')).toMatchObject([{ state: 'failed', fault: 'gone', sent_at: null }]);
    expect((await subscription()).gone_at).toBe('2026-11-23T12:45:00.000Z');
    expect(await read('email')).toMatchObject([{ state: 'sent' }]);

    await queueAlert('urgent-alert');
    await worker.drain();
    expect(service.received).toHaveLength(1);
  });

  test('is asked again no sooner than it said at 429', async () => {
    service.answerWith({ status: 429, headers: { 'Retry-After': '120' } });
    await queueAlert('urgent-alert');
    await worker.drain();
    expect(await read('push')).toMatchObject([
      { state: 'queued', fault: 'busy', attempts: 1, sent_at: null },
    ]);

    house.clock.pass(2 * MINUTE - SECOND);
    await worker.drain();
    expect(service.received).toHaveLength(1);

    house.clock.pass(SECOND);
    await worker.drain();
    expect(service.received).toHaveLength(2);
    expect(service.received[1]!.headers['topic']).toBe(service.received[0]!.headers['topic']);
    expect(service.received[1]!.headers['ttl']).toBe('3480');
    expect(await read('push')).toMatchObject([{ state: 'sent', fault: null, attempts: 2 }]);
    expect((await subscription()).gone_at).toBeNull();
  });

  test.each([
    ['a fault of its own', 500, 'server-fault'],
    ['an answer that nobody defined', 400, 'refused'],
    ['a redirect, which is never followed', 307, 'refused'],
    ['a dislike of our key', 403, 'our-key'],
  ])('is asked again after %s', async (_, status, fault) => {
    service.answerWith({ status, headers: { Location: service.endpoint('elsewhere') } });
    await queueAlert('urgent-alert');
    await worker.drain();
    expect(await read('push')).toMatchObject([{ state: 'queued', fault, sent_at: null }]);
    expect((await subscription()).gone_at).toBeNull();
    expect(await read('email')).toMatchObject([{ state: 'sent' }]);

    house.clock.pass(MINUTE);
    await worker.drain();
    expect(service.received.map((push) => push.path)).toEqual(['/push/phone-1', '/push/phone-1']);
    expect(await read('push')).toMatchObject([{ state: 'sent', fault: null }]);
  });

  test('says in the log that our own key was refused, without naming the phone', async () => {
    service.answerWith({ status: 403 });
    await queueAlert('alert');
    await worker.drain();

    expect(house.logged()).toContain('"fault":"our-key"');
    expect(house.logged()).not.toMatch(/phone-1|said by the service|amina|4F2K/);
  });

  test('is asked again after it said nothing in time', async () => {
    worker = workerWith({ timeout: 100 });
    service.answerWith('silence');
    await queueAlert('urgent-alert');
    await worker.drain();
    expect(await read('push')).toMatchObject([{ state: 'queued', fault: 'time-out', sent_at: null }]);
    expect(await read('email')).toMatchObject([{ state: 'sent' }]);

    house.clock.pass(MINUTE);
    await worker.drain();
    expect(await read('push')).toMatchObject([{ state: 'sent' }]);
  });

  test('is not asked once the alert is too old to be pushed', async () => {
    service.answerWith({ status: 500 });
    await queueAlert('urgent-alert');
    await worker.drain();
    house.clock.pass(HOUR);
    await worker.drain();

    expect(service.received).toHaveLength(1);
    expect(await read('push')).toMatchObject([{ state: 'failed', fault: 'too-late', sent_at: null }]);
  });
});

describe('a phone that must not be told any more', () => {
  const failsAs = async (fault: string) => {
    await queueAlert('alert');
    await worker.drain();
    expect(service.received).toHaveLength(0);
    expect(await read('push')).toMatchObject([{ state: 'failed', fault, sent_at: null }]);
  };

  test('its person signed out', async () => {
    await house.ground.database.write((trx) =>
      trx('sessions').where({ id: lead.sessionId }).update({ ended_at: '2026-11-23T12:40:00.000Z' }),
    );
    await failsAs('not-theirs');
  });

  test('its person left the school, and is mailed nothing either', async () => {
    await house.ground.database.write((trx) =>
      trx('staff').where({ id: lead.staffId }).update({ disabled_at: '2026-11-23T12:40:00.000Z' }),
    );
    await failsAs('not-theirs');
    expect(await read('email')).toMatchObject([{ state: 'failed', fault: 'left' }]);
  });

  test('another person has it now', async () => {
    const deputy = await addStaff(house.ground, lead.schoolId, 'dan.okoro@oakfield.example');
    await house.ground.database.write((trx) =>
      trx('push_subscriptions').where({ id: subscriptionId }).update({ staff_id: deputy.staffId }),
    );
    await failsAs('not-theirs');
  });

  test('its push service is not one that we call', async () => {
    const elsewhere = newPhone('https://127.0.0.1:9/inside');
    subscriptionId = await subscribe(house.ground, lead, elsewhere);
    await failsAs('host-not-allowed');
  });
});
