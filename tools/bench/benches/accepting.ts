import { join } from 'node:path';
import knexPackage, { type Knex } from 'knex';
import { hold, timed, type Outcome, type Turn } from '../runner/contest';
import { rounded } from '../runner/figures';
import { makeDelivery, type BenchTablet, type ReadyDelivery } from '../school/bench-tablet';
import { checkReceipts, postDelivery } from '../school/post-delivery';
import { keptConnections, type OpenSchool, type Stage } from '../stage';
import { writtenConcern } from '../school/written';

/** Envelopes accepted per second over HTTP, every signature checked, every receipt signed and checked. */
export async function accepting(stage: Stage): Promise<Outcome[]> {
  const school = await stage.school();
  const floor = await openFloor(join(stage.folder, 'floor.sqlite'));
  stage.onClose(() => floor.destroy());
  const count = stage.times(400, 150);
  await acceptMany(school, 200, 10);
  await school.unsettled.wait();
  const outcomes: Outcome[] = [];
  for (const lanes of [10, 50]) {
    outcomes.push(
      await hold({
        name: `accepting-${lanes}`,
        deed: `one envelope accepted over HTTP, ${lanes} tablets at once`,
        floorIs: `one knex insert of the same bytes, each its own commit (SQLite, WAL, FULL), ${lanes} callers at once`,
        by: 'rate',
        rounds: stage.times(3, 1),
        within: 25_000,
        heed: () => acceptMany(school, count, lanes),
        floor: () => insertMany(floor, count, lanes),
        settle: () => school.unsettled.wait(),
      }),
    );
  }
  return outcomes;
}

async function acceptMany(school: OpenSchool, count: number, lanes: number): Promise<Turn> {
  const deliveries: { tablet: BenchTablet; delivery: ReadyDelivery }[] = [];
  for (let at = 0; at < count; at++) {
    const tablet = school.tablets[at % school.tablets.length]!;
    deliveries.push({ tablet, delivery: await makeDelivery(tablet, writtenConcern(school)) });
  }
  const agent = keptConnections(lanes);
  const replies: Buffer[] = [];
  const before = school.server.cpuMs();
  const turn = await inLanes(count, lanes, async (at) => {
    replies[at] = await postDelivery(school.server.origin, agent, deliveries[at]!.delivery);
  });
  const used = before === null ? null : (school.server.cpuMs() ?? 0) - before;
  agent.destroy();
  for (const [at, reply] of replies.entries())
    await checkReceipts(school.bundle, reply, deliveries[at]!.delivery);
  return used === null ? turn : { ...turn, facts: { 'server CPU ms each': rounded(used / count) } };
}

async function insertMany(database: Knex, count: number, lanes: number): Promise<Turn> {
  const raw = Buffer.alloc(2048, 7);
  return inLanes(count, lanes, async () => {
    await database('rows').insert({ raw });
  });
}

async function inLanes(count: number, lanes: number, deed: (at: number) => Promise<void>): Promise<Turn> {
  const samples: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const at = next++;
      samples.push(await timed(() => deed(at)));
    }
  };
  const took = await timed(() => Promise.all(Array.from({ length: lanes }, lane)));
  return { samples, took };
}

async function openFloor(filename: string): Promise<Knex> {
  const database = knexPackage({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await database.raw('PRAGMA journal_mode=WAL');
  await database.raw('PRAGMA synchronous=FULL');
  await database.schema.createTable('rows', (table) => {
    table.increments('id');
    table.binary('raw').notNullable();
  });
  return database;
}
