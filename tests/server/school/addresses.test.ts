import { expect, onTestFinished, test } from 'vitest';
import { pino } from 'pino';
import { openGround, type OpenGround } from '../../../server/open-ground';
import { SchoolAddresses } from '../../../server/school/find-school';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse, type TestHouse } from '../house';
import { aSchool } from '../school-builder';

const environment = { PUBLIC_URL: 'http://localhost:8080' };
const HOME = 'http://localhost:8080';
const HAZEL = 'http://hazel.localhost:8080';
const notOurs = { code: 'not-found' };

/** Another process of the same server, such as the shell. */
async function anotherProcess(house: TestHouse): Promise<OpenGround> {
  const ground = await openGround(house.settings, { log: pino({ level: 'silent' }), clock: house.clock });
  onTestFinished(() => ground.close());
  return ground;
}

async function setUp(ground: OpenGround, site: string): Promise<string> {
  return (await importSchool(ground, aSchool({ site }), { actor: 'shell' })).schoolId;
}

test('before any school is set up there is none, and the one that the shell sets up is there at the next call', async () => {
  const house = await openHouse({ environment, plan: null });
  const addresses = new SchoolAddresses(house.ground);
  expect(await addresses.find(HOME)).toBeNull();
  const schoolId = await setUp(await anotherProcess(house), 'oakfield');
  expect(await addresses.find(HOME)).toBe(schoolId);
  // Its keys are known here too.
  expect(house.ground.keys.newest(schoolId, 'receipt').scope).toBe(schoolId);
});

test('a second school that another process sets up opens at its own address at once', async () => {
  const house = await openHouse({ environment });
  const addresses = new SchoolAddresses(house.ground);
  await expect(addresses.find(HAZEL)).rejects.toMatchObject(notOurs);
  const hazel = await setUp(await anotherProcess(house), 'hazel');
  expect(await addresses.find(HAZEL)).toBe(hazel);
  expect(await addresses.find(HOME)).toBe(house.schoolId);
  await expect(addresses.find('http://evil.example')).rejects.toMatchObject(notOurs);
});

test('an address that another process takes from a school is not ours any more after five seconds', async () => {
  const house = await openHouse({ environment });
  const other = await anotherProcess(house);
  const hazel = await setUp(other, 'hazel');
  const addresses = new SchoolAddresses(house.ground);
  expect(await addresses.find(HAZEL)).toBe(hazel);
  await other.database.write((trx) => trx('schools').where({ id: hazel }).update({ site: 'rowan' }));
  house.clock.skip(5000);
  await expect(addresses.find(HAZEL)).rejects.toMatchObject(notOurs);
  expect(await addresses.find('http://rowan.localhost:8080')).toBe(hazel);
});

test('a clock that is set back does not keep an old address alive', async () => {
  const house = await openHouse({ environment });
  const hazel = await setUp(house.ground, 'hazel');
  const addresses = new SchoolAddresses(house.ground);
  expect(await addresses.find(HAZEL)).toBe(hazel);
  await house.ground.database.write((trx) => trx('schools').where({ id: hazel }).update({ site: 'rowan' }));
  house.clock.skip(-60_000);
  await expect(addresses.find(HAZEL)).rejects.toMatchObject(notOurs);
});
