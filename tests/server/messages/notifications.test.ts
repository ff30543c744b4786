import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readNotifications } from '../../../protocol/notifications';
import * as v from 'valibot';
import type { StaffActor } from '../../../server/access/actor';
import { verifyAudit } from '../../../server/audit/verify';
import { ProblemError } from '../../../server/http/problem';
import { notificationHandlers } from '../../../server/messages/routes';
import { vapidKeys } from '../../../server/messages/vapid';
import { openTestHouse, type TestHouse } from './a-house';
import { addSchool, addStaff, newPhone } from './a-school';

let house: TestHouse;
let amina: StaffActor;
let dan: StaffActor;
let rung: number;

beforeEach(async () => {
  house = await openTestHouse({ PUSH_HOSTS: 'push.example' });
  rung = 0;
  house.ground.queued.onRing(() => (rung += 1));
  const schoolId = await addSchool(house.ground, 'Oakfield Primary');
  amina = await addStaff(house.ground, schoolId, 'amina.shah@oakfield.example');
  dan = await addStaff(house.ground, schoolId, 'dan.okoro@oakfield.example');
});
afterEach(() => house.close());

const handlers = () =>
  notificationHandlers({
    ground: house.ground,
    mailer: { works: true },
  });
const request = {
  origin: 'http://localhost:3000',
  address: '127.0.0.1',
  browser: 'Chromium',
  header: () => undefined,
  cookie: () => undefined,
};
const answer = { setCookie: () => {}, setType: () => {}, stream: () => {}, download: () => {} };
const by = <Body, Params>(staff: StaffActor, body: Body, params: Params) => ({
  staff,
  body,
  params,
  query: {},
  device: null,
  schoolId: staff.schoolId,
  request,
  answer,
});

const keep = (staff: StaffActor, given: ReturnType<typeof newPhone>['given']) =>
  handlers().keepSubscription(by(staff, given, {}));
const list = async (staff: StaffActor) =>
  v.parse(readNotifications.reply, await handlers().readNotifications(by(staff, {}, {})));
const drop = (staff: StaffActor, id: string) => handlers().dropSubscription(by(staff, {}, { id }));
const audited = () => house.ground.database.read('audit').orderBy('seq').pluck('what');
const refusal = async (doing: Promise<unknown>) => {
  const fault: unknown = await doing.catch((thrown: unknown) => thrown);
  return fault instanceof ProblemError ? { code: fault.code, field: fault.extra.field } : fault;
};

describe('a lead turns notifications on', () => {
  test('and finds this phone in the list by the mark of its address', async () => {
    const phone = newPhone('https://push.example/Abc');
    await keep(amina, phone.given);

    const { vapidKey, devices, email } = await list(amina);
    expect(vapidKey).toBe(vapidKeys(house.ground).publicKey);
    expect(email).toEqual({ on: true, working: true, anyway: false });
    expect(devices).toEqual([
      {
        id: expect.any(String) as string,
        name: 'Phone of the lead',
        added: '2026-11-23T12:45:00.000Z',
        lastSuccess: null,
        gone: false,
        failing: null,
        mark: createHash('sha256').update('https://push.example/Abc').digest('hex').slice(0, 16),
      },
    ]);
    expect((await list(dan)).devices).toEqual([]);
  });

  test('and opening Heed again writes nothing', async () => {
    const phone = newPhone('https://push.example/a');
    await keep(amina, phone.given);
    await keep(amina, phone.given);
    expect(await audited()).toEqual(['push.kept']);
  });

  test('and two addresses that differ in one capital letter are two devices', async () => {
    await keep(amina, newPhone('https://push.example/Abc').given);
    await keep(amina, newPhone('https://push.example/abc').given);
    expect((await list(amina)).devices).toHaveLength(2);
  });

  test('and twenty tabs at once make one device', async () => {
    const phone = newPhone('https://push.example/a');
    await Promise.all(Array.from({ length: 20 }, () => keep(amina, phone.given)));
    expect((await list(amina)).devices).toHaveLength(1);
  });

  test('and no address or name stands readable in the database', async () => {
    await keep(amina, newPhone('https://push.example/secret-address').given);
    const rows = await house.ground.database
      .read('push_subscriptions')
      .select<Record<string, unknown>[]>('*');
    const cells = rows.flatMap((row) => Object.values(row));
    const bytes = cells
      .map((cell) => (Buffer.isBuffer(cell) ? cell.toString('latin1') : String(cell)))
      .join('\n');
    expect(bytes).not.toMatch(/secret-address|Phone of the lead/);
  });
});

test('a tablet that another person signs in on becomes theirs, and the first is told nothing there', async () => {
  const tablet = newPhone('https://push.example/tablet');
  await keep(amina, tablet.given);
  await keep(dan, tablet.given);

  expect((await list(amina)).devices).toEqual([]);
  expect((await list(dan)).devices).toHaveLength(1);
  expect(await audited()).toEqual(['push.kept', 'push.kept']);
  expect(await verifyAudit(house.ground.database.read, amina.schoolId)).toMatchObject({
    whole: true,
    head: { seq: 2 },
  });
});

test('a phone that gave its subscription up shows as gone, until it subscribes again', async () => {
  const phone = newPhone('https://push.example/a');
  await keep(amina, phone.given);
  await house.ground.database.write((trx) =>
    trx('push_subscriptions').update({ gone_at: '2026-11-23T12:50:00.000Z' }),
  );
  expect((await list(amina)).devices).toMatchObject([
    { gone: true, failing: { since: '2026-11-23T12:50:00.000Z', why: 'gone' } },
  ]);
  await keep(amina, phone.given);
  expect((await list(amina)).devices).toMatchObject([{ gone: false, failing: null }]);
});

test('a device is gone from the list when its person signs out', async () => {
  await keep(amina, newPhone('https://push.example/a').given);
  await house.ground.database.write((trx) =>
    trx('sessions').where({ id: amina.sessionId }).update({ ended_at: '2026-11-23T12:50:00.000Z' }),
  );
  expect((await list(amina)).devices).toEqual([]);
});

describe('what no browser sends is refused', () => {
  const good = newPhone('https://push.example/a').given;
  const offCurve = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url');
  test.each([
    ['the address of our own network', { endpoint: 'https://10.0.0.1/admin' }, 'body.endpoint'],
    ['an address without TLS', { endpoint: 'http://push.example/a' }, 'body.endpoint'],
    ['a short key', { p256dh: 'AAAA' }, 'body.p256dh'],
    ['a key that is no point of the curve', { p256dh: offCurve }, 'body.p256dh'],
    ['a short secret', { auth: 'AAAA' }, 'body.auth'],
  ])('%s', async (_, wrong, field) => {
    expect(await refusal(keep(amina, { ...good, ...wrong }))).toEqual({ code: 'not-valid', field });
    expect((await list(amina)).devices).toEqual([]);
  });
});

describe('removing a device', () => {
  test('ends it for its owner', async () => {
    await keep(amina, newPhone('https://push.example/a').given);
    const [device] = (await list(amina)).devices;
    await drop(amina, device!.id);
    expect((await list(amina)).devices).toEqual([]);
    expect(await audited()).toEqual(['push.kept', 'push.dropped']);
  });

  test('is the same "not here" for somebody else’s device and for none', async () => {
    await keep(amina, newPhone('https://push.example/a').given);
    const [device] = (await list(amina)).devices;
    const otherSchool = await addSchool(house.ground, 'Elm Road', 1);
    const stranger = await addStaff(house.ground, otherSchool, 'kit@elm.example');
    const refused = [drop(dan, device!.id), drop(stranger, device!.id), drop(dan, randomUUID())];
    expect(await Promise.all(refused.map(refusal))).toEqual(Array(3).fill({ code: 'not-found' }));
    expect((await list(amina)).devices).toHaveLength(1);
  });
});

test('"Send me a test alert" goes to every channel of this person only, and wakes the worker', async () => {
  await keep(amina, newPhone('https://push.example/a').given);
  await keep(amina, newPhone('https://push.example/b').given);
  await keep(dan, newPhone('https://push.example/c').given);

  expect(await handlers().sendTestAlert(by(amina, {}, {}))).toEqual({ push: 2, email: true });

  const queued = await house.ground.database.read('messages').select('channel', 'staff_id', 'template');
  expect(queued).toHaveLength(3);
  expect(new Set(queued.map((row) => row.staff_id))).toEqual(new Set([amina.staffId]));
  expect(rung).toBe(1);
});

test('mail that has been stuck shows as not working', async () => {
  await handlers().sendTestAlert(by(amina, {}, {}));
  await house.ground.database.write((trx) => trx('messages').update({ attempts: 1, fault: 'unreachable' }));
  expect((await list(amina)).email).toEqual({ on: true, working: false, anyway: false });
});

test('the server keeps its push identity for ever', async () => {
  const { makeMissingVapidKey } = await import('../../../server/messages/vapid');
  const before = vapidKeys(house.ground);
  await makeMissingVapidKey(house.ground);
  expect(vapidKeys(house.ground)).toEqual(before);
  expect(Buffer.from(before.publicKey, 'base64url')).toHaveLength(65);
  expect(Buffer.from(before.privateKey, 'base64url')).toHaveLength(32);
});
