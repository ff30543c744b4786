import { expect, test } from 'vitest';
import { Judge } from '../../../server/intake/judge';
import { PATIENCE, Traffic, TURN, type Watch } from '../../../server/intake/traffic';
import { openHouse, waitFor } from '../house';
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

test('deliveries that never end hold the judge up for half a second at a time, and then he judges ten', async () => {
  const watch = new StoryWatch();
  const traffic = new Traffic(watch);
  traffic.enter();
  traffic.enter();
  for (const turns of [1, 2, 3]) {
    for (let envelope = 0; envelope < TURN; envelope++) await traffic.giveWay();
    expect(watch.waited).toBe(turns * PATIENCE);
  }
});

test('concerns are recorded and the lead alerted although other deliveries never stop waiting', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  await house.house.judge.stop();
  const written = await Promise.all(Array.from({ length: TURN + 2 }, () => tablet.seal(aConcern())));
  await tablet.deliver(...written.map((one) => one.bytes));
  const traffic = new Traffic();
  traffic.enter();
  traffic.enter();
  const judge = new Judge(house.ground, traffic, () => undefined);
  judge.wake();
  await waitFor(async () => (await house.ground.database.read('alerts').select('id')).length === TURN + 2);
  await judge.idle();
});
