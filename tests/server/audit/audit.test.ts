import { expect, test } from 'vitest';
import { appendAudit, readAuditHead } from '../../../server/audit/append';
import { verifyAudit } from '../../../server/audit/verify';
import { openHouse, type TestHouse } from '../house';

async function write(house: TestHouse, what: string): Promise<void> {
  const entry = {
    schoolId: house.schoolId,
    at: new Date(house.clock.now()).toISOString(),
    actor: 'shell',
    what,
    object: 'concern:1',
  };
  await house.ground.database.write((trx) => appendAudit(trx, entry));
}

test('a chain that nobody touched is whole and names its head', async () => {
  const house = await openHouse();
  await write(house, 'concern.opened');
  await write(house, 'concern.taken');
  const head = await readAuditHead(house.ground.database.read, house.schoolId);
  expect(await verifyAudit(house.ground.database.read, house.schoolId, head)).toEqual({ whole: true, head });
});

test('an edited, a removed and a reordered row are each found', async () => {
  const house = await openHouse();
  for (const what of ['one', 'two', 'three']) await write(house, what);
  const { read } = house.ground.database;
  const { seq } = await readAuditHead(read, house.schoolId);
  const row = { school_id: house.schoolId, seq: seq - 1 };
  const change = (update: object) =>
    house.ground.database.write((trx) => trx('audit').where(row).update(update));
  await change({ what: 'something else' });
  expect(await verifyAudit(read, house.schoolId)).toMatchObject({ whole: false, seq: seq - 1 });
  await change({ what: 'two' });
  expect(await verifyAudit(read, house.schoolId)).toMatchObject({ whole: true });
  const kept = await read('audit').where(row).first();
  await house.ground.database.write((trx) => trx('audit').where(row).delete());
  expect(await verifyAudit(read, house.schoolId)).toMatchObject({ whole: false, seq: seq - 1 });
  await house.ground.database.write((trx) => trx('audit').insert({ ...kept!, seq: seq + 5 }));
  expect(await verifyAudit(read, house.schoolId)).toMatchObject({ whole: false });
});

test('a chain whose end was cut off is found by a head that left the server', async () => {
  const house = await openHouse();
  await write(house, 'concern.opened');
  const { read } = house.ground.database;
  const head = await readAuditHead(read, house.schoolId);
  await house.ground.database.write((trx) =>
    trx('audit').where({ school_id: house.schoolId, seq: head.seq }).delete(),
  );
  expect(await verifyAudit(read, house.schoolId)).toMatchObject({ whole: true });
  expect(await verifyAudit(read, house.schoolId, head)).toMatchObject({ whole: false });
});

test('twenty writers at once leave one whole chain', async () => {
  const house = await openHouse();
  const before = await readAuditHead(house.ground.database.read, house.schoolId);
  await Promise.all(Array.from({ length: 20 }, (_, index) => write(house, `what-${index}`)));
  const verdict = await verifyAudit(house.ground.database.read, house.schoolId);
  expect(verdict).toMatchObject({ whole: true, head: { seq: before.seq + 20 } });
});
