import { expect, test } from 'vitest';
import { encodeRequest } from '../../../protocol/envelope/request';
import { Acceptance } from '../../../server/intake/accept';
import { Judge, TURN } from '../../../server/intake/judge';
import { readDelivery } from '../../../server/intake/read-delivery';
import { PATIENCE, Traffic, type Watch } from '../../../server/intake/traffic';
import { openHouse, waitFor, type TestHouse } from '../house';
import { aConcern, Tablet } from '../tablet';

/** A watch that moves only when somebody waits by it. */
class StoryWatch implements Watch {
  waited = 0;
  /** What happens while somebody waits. */
  meanwhile: () => void = () => undefined;

  now(): number {
    return this.waited;
  }

  async wait(milliseconds: number): Promise<void> {
    this.waited += milliseconds;
    this.meanwhile();
  }
}

/** So many concerns are accepted, and the house's own judge is not told. */
async function acceptOnly(house: TestHouse, count: number): Promise<void> {
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  await house.house.judge.stop();
  const written = await Promise.all(Array.from({ length: count }, () => tablet.seal(aConcern())));
  const { arrived } = await readDelivery(house.schoolId, encodeRequest(written.map((one) => one.bytes)));
  const acceptance = new Acceptance(house.ground, new Traffic(), () => undefined);
  const { receipts } = await acceptance.accept(house.schoolId, tablet.deliveryKeyId, arrived);
  expect(receipts).toHaveLength(count);
}

test('a record that comes alone is judged without a wait', async () => {
  const watch = new StoryWatch();
  const traffic = new Traffic(watch);
  for (let record = 0; record < 3; record++) {
    traffic.enter();
    traffic.leave();
    await traffic.giveWay();
  }
  expect(watch.waited).toBe(0);
});

test('while the tablets of a whole playground deliver, the judge lets them all in first', async () => {
  const watch = new StoryWatch();
  const traffic = new Traffic(watch);
  let delivering = 12;
  for (let tablet = 0; tablet < delivering; tablet++) traffic.enter();
  watch.meanwhile = () => {
    if (delivering === 0) return;
    delivering -= 1;
    traffic.leave();
  };
  await traffic.giveWay();
  expect(delivering).toBe(0);
  expect(watch.waited).toBeLessThan(PATIENCE);
  const soFar = watch.waited;
  await traffic.giveWay();
  expect(watch.waited).toBe(soFar);
});

test('deliveries that never end hold the judge up for half a second before each of his turns', async () => {
  const watch = new StoryWatch();
  const traffic = new Traffic(watch);
  traffic.enter();
  traffic.enter();
  for (const turns of [1, 2, 3]) {
    await traffic.giveWay();
    expect(watch.waited).toBe(turns * PATIENCE);
  }
});

test('concerns are recorded and the lead alerted although other deliveries never stop waiting', async () => {
  const house = await openHouse();
  await acceptOnly(house, TURN + 2);
  const traffic = new Traffic();
  traffic.enter();
  traffic.enter();
  const judge = new Judge(house.ground, traffic);
  judge.wake();
  await waitFor(async () => (await house.ground.database.read('alerts').select('id')).length === TURN + 2);
  await judge.idle();
});

test('of records that are judged together, one that breaks the judge holds up none of the others', async () => {
  const house = await openHouse();
  await acceptOnly(house, 5);
  const { database } = house.ground;
  // The third transaction breaks as a full disk would break it.
  let writes = 0;
  const write: typeof database.write = (command) =>
    ++writes === 3 ? Promise.reject(new Error('SQLITE_FULL')) : database.write(command);
  const judge = new Judge({ ...house.ground, database: { ...database, write } }, new Traffic());
  judge.wake();
  await judge.idle();
  const waiting = () => database.read('envelopes').whereNull('verdict').pluck('envelope_id');
  expect(await waiting()).toHaveLength(1);
  expect(await database.read('alerts').pluck('id')).toHaveLength(4);
  const after = new Judge(house.ground, new Traffic());
  after.wake();
  await after.idle();
  expect(await waiting()).toEqual([]);
  expect(await database.read('alerts').pluck('id')).toHaveLength(5);
});
