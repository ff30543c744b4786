import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../server/access/actor';
import { loadAlertedPupils, loadRules } from '../../../server/alerts/load-rules';
import type { Alarm } from '../../../server/alerts/alarm';
import { raiseAlerts } from '../../../server/alerts/raise-alerts';
import { timeStamp } from '../../../server/clock';
import { openTestHouse, type TestHouse } from '../messages/a-house';
import { addSchool, addStaff, newPhone, subscribe } from '../messages/a-school';

let house: TestHouse;
let schoolId: string;
let amina: StaffActor;

beforeEach(async () => {
  house = await openTestHouse();
  schoolId = await addSchool(house.ground, 'Oakfield Primary');
  amina = await addStaff(house.ground, schoolId, 'amina.shah@oakfield.example');
});
afterEach(() => house.close());

const alarm = (staff: readonly StaffActor[], concernId: string = randomUUID()): Alarm => ({
  schoolId,
  concernId,
  reference: '4F2K',
  urgent: true,
  recipients: staff.map((one) => ({ staffId: one.staffId, reasons: [{ code: 'by-hand' }] })),
  at: timeStamp(house.ground.clock),
});
const raise = (given: Alarm) => house.ground.database.write((trx) => raiseAlerts(trx, house.ground, given));
const phone = (name: string) => newPhone(`https://fcm.googleapis.com/${name}`);

interface Row {
  id: string;
  channel: string;
  template: string;
  staff_id: string;
  alert_id: string;
  subscription_id: string | null;
  once: string;
  content: Buffer;
}
const messages = () => house.ground.database.read('messages').orderBy('once').select<Row[]>('*');
const contentOf = (row: Row) =>
  JSON.parse(house.ground.keys.open(schoolId, 'messages', row.id, 'content', row.content)) as object;

describe('raising alerts', () => {
  test('queues a push for each device and one mail, each once, sealed', async () => {
    const first = await subscribe(house.ground, amina, phone('a'));
    const second = await subscribe(house.ground, amina, phone('b'));

    const [alert] = await raise(alarm([amina]));

    expect(alert).toMatchObject({ staffId: amina.staffId, fresh: true });
    const rows = await messages();
    const push = (id: string) => `alert:${alert!.alertId}:push:${id}`;
    expect(rows.map((row) => row.once).sort()).toEqual(
      [`alert:${alert!.alertId}:email`, push(first), push(second)].sort(),
    );
    for (const row of rows) {
      expect(row).toMatchObject({
        template: 'urgent-alert',
        staff_id: amina.staffId,
        alert_id: alert!.alertId,
      });
      expect(row.content.toString('latin1')).not.toContain('4F2K');
      expect(contentOf(row)).toEqual({ reference: '4F2K', schoolName: null });
    }
  });

  test('a second time, as after a crash, alerts and mails nobody twice', async () => {
    const dan = await addStaff(house.ground, schoolId, 'dan.okoro@oakfield.example');
    const given = alarm([amina]);
    const [before] = await raise(given);
    const again = await raise({ ...alarm([amina, dan], given.concernId) });

    expect(again.find((one) => one.staffId === amina.staffId)).toEqual({ ...before, fresh: false });
    expect(again.find((one) => one.staffId === dan.staffId)?.fresh).toBe(true);
    expect(await house.ground.database.read('alerts').pluck('staff_id')).toHaveLength(2);
    expect((await messages()).map((row) => row.staff_id).sort()).toEqual([amina.staffId, dan.staffId].sort());
  });

  test('keeps why each person was alerted, in codes and ids', async () => {
    const reasons = [{ code: 'rule', ruleId: 'r1', categoryId: 'c1' } as const];
    await raise({ ...alarm([]), recipients: [{ staffId: amina.staffId, reasons }] });
    const stored = await house.ground.database.read('alerts').pluck('reasons');
    expect(stored.map((text: string) => JSON.parse(text) as object)).toEqual([reasons]);
  });

  test('respects who takes no mail, who has no account, and devices that are gone or signed out', async () => {
    const gone = await subscribe(house.ground, amina, phone('gone'));
    const live = await subscribe(house.ground, amina, phone('live'));
    const dan = await addStaff(house.ground, schoolId, 'dan.okoro@oakfield.example');
    await subscribe(house.ground, dan, phone('signed-out'));
    const lunn = await addStaff(house.ground, schoolId, 'lunn@oakfield.example');
    const now = timeStamp(house.ground.clock);
    await house.ground.database.write(async (trx) => {
      await trx('push_subscriptions').where({ id: gone }).update({ gone_at: now });
      await trx('sessions').where({ id: dan.sessionId }).update({ ended_at: now });
      await trx('accounts').where({ id: amina.accountId }).update({ mail_alerts: 0 });
      await trx('staff').where({ id: lunn.staffId }).update({ account_id: null });
    });

    const alerts = await raise(alarm([amina, dan, lunn]));

    expect(alerts).toHaveLength(3);
    const sent = (await messages()).map((row) => [row.channel, row.staff_id, row.subscription_id]);
    expect(sent.sort()).toEqual([
      ['email', dan.staffId, null],
      ['push', amina.staffId, live],
    ]);
  });

  test('mails whoever takes no mail while no device of theirs is reached', async () => {
    const gone = await subscribe(house.ground, amina, phone('gone'));
    const now = timeStamp(house.ground.clock);
    await house.ground.database.write(async (trx) => {
      await trx('push_subscriptions').where({ id: gone }).update({ gone_at: now });
      await trx('accounts').where({ id: amina.accountId }).update({ mail_alerts: 0 });
    });

    await raise(alarm([amina]));

    expect(await messages()).toMatchObject([{ channel: 'email', staff_id: amina.staffId }]);
  });

  test('names the school only to a person of several schools', async () => {
    const other = await addSchool(house.ground, 'Elm Road', 1);
    const peripatetic = await addStaff(house.ground, schoolId, 'kit@trust.example');
    await addStaff(house.ground, other, 'kit@trust.example', peripatetic.accountId);

    await raise(alarm([amina, peripatetic]));

    const named = (await messages()).map((row) => [row.staff_id, contentOf(row)]);
    expect(named).toContainEqual([amina.staffId, { reference: '4F2K', schoolName: null }]);
    expect(named).toContainEqual([
      peripatetic.staffId,
      { reference: '4F2K', schoolName: 'Oakfield Primary' },
    ]);
  });

  test('takes as many statements for fifty people as for two', async () => {
    const fifty: StaffActor[] = [];
    for (let at = 0; at < 50; at++) {
      fifty.push(await addStaff(house.ground, schoolId, `staff-${at}@oakfield.example`));
    }
    const count = (staff: StaffActor[]) =>
      house.ground.database.write(async (trx) => {
        let statements = 0;
        trx.on('query', () => (statements += 1));
        await raiseAlerts(trx, house.ground, alarm(staff));
        return statements;
      });

    expect(await count(fifty)).toBe(await count(fifty.slice(0, 2)));
    expect(await messages()).toHaveLength(52);
  });

  test('for nobody does nothing', async () => {
    expect(await raise(alarm([]))).toEqual([]);
  });
});

test('the rules of a school are read as the spreadsheet wrote them', async () => {
  const dan = await addStaff(house.ground, schoolId, 'dan.okoro@oakfield.example');
  const leaver = await addStaff(house.ground, schoolId, 'left@oakfield.example');
  const index = () => randomUUID();
  const name = Buffer.from('sealed');
  const at = timeStamp(house.ground.clock);
  await house.ground.database.write(async (trx) => {
    const add = (table: string, ...rows: object[]) =>
      trx(table).insert(rows.map((row) => ({ school_id: schoolId, ...row })));
    await trx('staff').where({ id: leaver.staffId }).update({ disabled_at: at });
    const category = { name, colour: '#aa3300', position: 1 };
    await add('categories', { id: 'home', parent_id: null, name_index: index(), ...category });
    await add('categories', { id: 'parents', parent_id: 'home', name_index: index(), ...category });
    await add('alert_groups', { id: 'all-leads', name, name_index: index(), position: 1, fallback: 1 });
    await add('alert_groups', { id: 'pastoral', name, name_index: index(), position: 2, fallback: 0 });
    await add('alert_group_members', { group_id: 'pastoral', staff_id: dan.staffId });
    await add('automatic_alerts', { id: 'rule', match_index: index(), position: 1 });
    const part = (kind: string, target: string) => ({ rule_id: 'rule', kind, target_id: target });
    await add('automatic_alert_parts', part('group', 'pastoral'), part('staff', amina.staffId));
    await add('automatic_alert_parts', part('year', 'year-5'), part('class', '3b'));
    await add('automatic_alert_parts', part('category', 'home'));
    await add('duty_list', { role: 'head', position: 0, staff_id: dan.staffId });
    await add('duty_list', { role: 'lead', position: 0, staff_id: amina.staffId });
    await add('pupils', {
      id: 'ellie',
      match_index: index(),
      class_id: '3b',
      year_group_id: 'year-3',
      created_at: at,
    });
    await add('connected_staff', { pupil_id: 'ellie', staff_id: dan.staffId });
  });

  expect(await loadRules(house.ground.database.read, schoolId)).toEqual({
    parents: new Map([
      ['home', null],
      ['parents', 'home'],
    ]),
    rules: [
      {
        id: 'rule',
        categories: ['home'],
        groups: ['pastoral'],
        staff: [amina.staffId],
        classes: new Set(['3b']),
        years: new Set(['year-5']),
      },
    ],
    members: new Map([['pastoral', [dan.staffId]]]),
    fallbackGroups: ['all-leads'],
    duty: [
      { role: 'lead', staffId: amina.staffId },
      { role: 'head', staffId: dan.staffId },
    ],
    present: new Set([amina.staffId, dan.staffId]),
  });
  expect(await loadAlertedPupils(house.ground.database.read, schoolId, ['ellie', 'unknown'])).toEqual([
    { classId: '3b', yearGroupId: 'year-3', connectedStaff: new Set([dan.staffId]) },
    { classId: null, yearGroupId: null, connectedStaff: new Set() },
  ]);
});
