import { join } from 'node:path';
import knexPackage from 'knex';
import { newPhone } from '../../../tests/server/messages/a-school';
import { Visitor } from '../../../tests/server/visitor';
import { postPush } from '../../../server/messages/push-request';
import { hold, inSequence, oneByOne, timed, type Outcome, type Turn } from '../runner/contest';
import { median } from '../runner/figures';
import { makeDelivery } from '../school/bench-tablet';
import { checkReceipts, postDelivery } from '../school/post-delivery';
import { writtenConcern } from '../school/written';
import { keptConnections, type OpenSchool, type Stage } from '../stage';

/** From the moment a concern is received to its push accepted by the lead's push service. */
export async function alerted(stage: Stage): Promise<Outcome[]> {
  const school = await stage.school();
  const lead = new Visitor(school.server.origin);
  await lead.must('logIn', { body: { email: school.lead, password: school.password } });
  await lead.must('keepSubscription', { body: newPhone(school.pushes.endpoint('lead')).given });
  const count = stage.times(20, 10);
  const floor = await openFloor(stage);
  await alertMany(school, 3);
  const outcome = await hold({
    name: 'alerted',
    deed: 'from received to the push accepted: judged, recorded, alerted, encrypted, sent over TLS',
    floorIs: 'two durable inserts one after another and a POST over TLS to the same push service',
    by: 'median',
    rounds: stage.times(3, 1),
    within: 30_000,
    heed: () => alertMany(school, count),
    floor: () => oneByOne(count, floor),
    settle: () => school.unsettled.wait(),
  });
  const { devices } = await lead.must('readNotifications');
  for (const { id } of devices) await lead.must('dropSubscription', { params: { id } });
  return [outcome];
}

async function alertMany(school: OpenSchool, count: number): Promise<Turn> {
  const agent = keptConnections(1);
  const pushed: number[] = [];
  const rows: number[] = [];
  for (let at = 0; at < count; at++) {
    const tablet = school.tablets[at % school.tablets.length]!;
    const delivery = await makeDelivery(tablet, writtenConcern(school));
    const push = school.pushes.nextPush().then(() => Date.now());
    const reply = await postDelivery(school.server.origin, agent, delivery);
    const received = Date.parse((await checkReceipts(school.bundle, reply, delivery)).serverTime);
    pushed.push((await push) - received);
    rows.push(Date.parse((await school.unsettled.alertedAt(delivery.envelopeId)) ?? '') - received);
  }
  agent.destroy();
  return inSequence(pushed, { 'alert row after ms (p50)': median(rows) });
}

async function openFloor(stage: Stage): Promise<() => Promise<number>> {
  const { pushes } = await stage.school();
  const database = knexPackage({
    client: 'sqlite3',
    connection: { filename: join(stage.folder, 'alerted-floor.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  stage.onClose(() => database.destroy());
  await database.raw('PRAGMA journal_mode=WAL');
  await database.raw('PRAGMA synchronous=FULL');
  await database.schema.createTable('rows', (table) => table.binary('raw'));
  const insert = () => database('rows').insert({ raw: Buffer.alloc(2048, 7) });
  return () =>
    timed(async () => {
      await insert();
      await insert();
      await postPush(pushes.endpoint('floor'), {}, Buffer.alloc(3000, 7), { agent: pushes.agent });
    });
}
