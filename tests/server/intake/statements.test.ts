import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../../server/app';
import { MINUTE } from '../../../server/clock';
import type { Ground } from '../../../server/ground';
import { Acceptance } from '../../../server/intake/accept';
import { Judge } from '../../../server/intake/judge';
import { Traffic } from '../../../server/intake/traffic';
import { openHouse, type TestHouse } from '../house';
import { aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { aConcern, Tablet } from '../tablet';
import { Visitor } from '../visitor';

interface Query {
  readonly __knexQueryUid?: string;
  readonly sql: string;
}
interface Emitter {
  on(event: 'query', listener: (query: Query) => void): unknown;
}

/** Hears every statement that knex sends, of the readers and of each writing transaction. */
class Ear {
  readonly ground: Ground;
  readonly #heard = new Map<string, string>();

  constructor(ground: Ground) {
    const { database } = ground;
    this.#listen(database.read);
    const write: typeof database.write = (command) =>
      database.write((trx) => {
        this.#listen(trx);
        return command(trx);
      });
    const writeAlone: typeof database.writeAlone = (sql, bindings) => {
      // On PostgreSQL the readers' pool, which is listened to already, is the writers' too.
      if (database.dialect === 'sqlite') this.#heard.set(`alone ${this.#heard.size}`, sql);
      return database.writeAlone(sql, bindings);
    };
    this.ground = { ...ground, database: { ...database, write, writeAlone } };
  }

  /** The statements of one piece of work, in order, without the frame of its transactions. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.#heard.clear();
    await work();
    return [...this.#heard.values()].filter((sql) => !/^(begin|commit)\b/i.test(sql));
  }

  // On PostgreSQL the pool tells of a transaction's statements too, so each counts once, by its own id.
  #listen(emitter: Emitter): void {
    emitter.on('query', ({ __knexQueryUid, sql }) =>
      this.#heard.set(__knexQueryUid ?? `without an id ${this.#heard.size}`, sql),
    );
  }
}

interface ListeningSchool {
  readonly house: TestHouse;
  readonly ear: Ear;
  readonly tablet: Tablet;
  readonly judge: Judge;
  /** Members of staff who are neither the author nor the lead. */
  readonly colleagues: readonly string[];
}

/** Oakfield with 212 staff: what its tablet delivers is accepted over HTTP and waits until the judge is woken. */
async function aSchoolThatListens(): Promise<ListeningSchool> {
  const lead = aSafeguardingLead({ email: 'nadia.shah@oakfield.example' });
  const author = aTeacher({ email: 'jo.price@oakfield.example' });
  const others = Array.from({ length: 210 }, () => aTeacher());
  const house = await openHouse({ plan: aSchool({ staff: [lead, author, ...others] }) });
  const browser = await house.loggedIn(author.email!);
  await house.house.judge.stop();
  await house.house.worker.stop();
  const ear = new Ear(house.ground);
  const judge = new Judge(ear.ground, new Traffic());
  const there = new Visitor(await openDoor(house, ear.ground));
  for (const [name, value] of browser.cookies) there.cookies.set(name, value);
  const tablet = await Tablet.enrol(there);
  const leads = house.ground.database.read('duty_list').select('staff_id');
  const colleagues = await house.ground.database
    .read('staff')
    .whereNot({ id: tablet.staffId })
    .whereNotIn('id', leads)
    .orderBy('id')
    .pluck<string[]>('id');
  return { house, ear, tablet, judge, colleagues };
}

/** A second door to the same house, on the listening ground and without a judge behind it. */
async function openDoor(house: TestHouse, ground: Ground): Promise<string> {
  const acceptance = new Acceptance(ground, new Traffic(), () => undefined);
  const server = createServer(createApp({ ...house.house, ground, acceptance }, 'no-client').callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A concern that is to alert this many people: the lead, as the school's rules say, and the rest by hand. */
async function sealFor(school: ListeningSchool, people: number): Promise<Uint8Array> {
  const staff = school.colleagues.slice(0, people - 1);
  expect(staff).toHaveLength(people - 1);
  return (await school.tablet.seal(aConcern({ alert: { staff, groups: [] } }))).bytes;
}

async function accept(school: ListeningSchool, ...envelopes: Uint8Array[]): Promise<string[]> {
  // So long after the last call that the school's address is looked up again.
  school.house.clock.skip(MINUTE);
  return school.ear.during(async () => {
    const { reply } = await school.tablet.deliver(...envelopes);
    expect(reply!.receipts).toHaveLength(envelopes.length);
  });
}

async function judge(school: ListeningSchool): Promise<{ statements: string[]; alerted: number }> {
  const { read } = school.house.ground.database;
  const alerts = async () => (await read('alerts').select('id')).length;
  const before = await alerts();
  const statements = await school.ear.during(async () => {
    school.judge.wake();
    await school.judge.idle();
  });
  return { statements, alerted: (await alerts()) - before };
}

test('taking in a concern for 50 people costs the request no more statements than one for the lead alone', async () => {
  const school = await aSchoolThatListens();
  const alone = await accept(school, await sealFor(school, 1));
  const fifty = await accept(school, await sealFor(school, 50));
  expect(alone.filter((sql) => /^insert into .?envelopes\b/.test(sql))).toHaveLength(1);
  expect(fifty).toEqual(alone);
  expect(alone.length).toBeLessThanOrEqual(4);
});

test('taking in 400 concerns at once costs the request as many statements as one', async () => {
  const school = await aSchoolThatListens();
  const sealed = await sealFor(school, 1);
  const one = await accept(school, sealed);
  const many = [];
  for (let written = 0; written < 400; written++) many.push(await sealFor(school, 1));
  expect(await accept(school, ...many)).toHaveLength(one.length);
});

test('recording a concern costs as many statements for 200 people as for 2, and alerts each of them', async () => {
  const school = await aSchoolThatListens();
  const counts: number[] = [];
  for (const people of [2, 50, 200]) {
    await accept(school, await sealFor(school, people));
    const { statements, alerted } = await judge(school);
    expect(alerted).toBe(people);
    expect(statements.some((sql) => /^insert into .messages/.test(sql))).toBe(true);
    counts.push(statements.length);
  }
  expect(new Set(counts).size, `statements for 2, 50 and 200 people: ${counts.join(', ')}`).toBe(1);
});

test('thirty tablets that deliver at the same moment share commits, and each commit reads the audit chain once', async () => {
  const school = await aSchoolThatListens();
  const written: Uint8Array[] = [];
  for (let tablet = 0; tablet < 30; tablet++) written.push(await sealFor(school, 1));
  const statements = await school.ear.during(async () => {
    await Promise.all(written.map((one) => school.tablet.deliver(one)));
  });
  const commits = statements.filter((sql) => /^insert into .?envelopes\b/.test(sql)).length;
  expect(commits).toBeLessThan(30);
  expect(statements.filter((sql) => /from .audit\b/.test(sql))).toHaveLength(commits);
});
