import { expect, test } from 'vitest';
import { loadAlertedPupils, loadRules } from '../../../server/alerts/load-rules';
import { loadQuarantined } from '../../../server/quarantine/load-quarantined';
import { elevatedActorOf } from '../../../server/staff/elevated-actor';
import type { Transaction } from '../../../server/storage/database';
import { openHouse } from '../house';
import { aConcern, Tablet } from '../tablet';

interface Asked {
  readonly __knexQueryUid: string;
}

/** Counts the questions that a transaction has asked and not had answered yet; the most at any moment. */
function watch(trx: Transaction): { readonly most: () => number; readonly asked: () => number } {
  const open = new Set<string>();
  const all = new Set<string>();
  let most = 0;
  trx.on('query', ({ __knexQueryUid: id }: Asked) => {
    all.add(id);
    open.add(id);
    most = Math.max(most, open.size);
  });
  trx.on('query-response', (_answer: unknown, { __knexQueryUid: id }: Asked) => open.delete(id));
  return { most: () => most, asked: () => all.size };
}

test('while a record is judged or a doubt is decided, its transaction asks one question at a time', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  await tablet.deliver((await tablet.seal(aConcern({}), { author: { unconfirmed: 'Supply' } })).bytes);
  await house.settled();
  const { ground, schoolId } = house;
  const pupils = await ground.database.read('pupils').pluck<string[]>('id');
  const lead = await ground.database.read('duty_list').where({ role: 'lead' }).first('staff_id');

  await ground.database.write(async (trx) => {
    const { most, asked } = watch(trx);
    expect((await loadRules(trx, schoolId)).present.size).toBeGreaterThan(0);
    expect(await loadAlertedPupils(trx, schoolId, pupils)).toHaveLength(pupils.length);
    const nadia = await elevatedActorOf(trx, schoolId, lead!.staff_id);
    expect(await loadQuarantined(trx, ground, nadia!)).toHaveLength(1);
    expect(asked()).toBeGreaterThan(20);
    expect(most()).toBe(1);
  });
});
