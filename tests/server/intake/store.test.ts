import { expect, test } from 'vitest';
import { parseEnvelope } from '../../../protocol/envelope/format';
import { timeStamp } from '../../../server/clock';
import { insertEnvelopes, MOST_TO_INSERT, type IncomingEnvelope } from '../../../server/intake/store';
import { openHouse, type TestHouse } from '../house';
import { aConcern, Tablet } from '../tablet';

async function incoming(house: TestHouse, tablet: Tablet, count: number): Promise<IncomingEnvelope[]> {
  const { id, bytes, digest } = await tablet.seal(aConcern());
  const common = {
    sha256: digest,
    raw: bytes,
    schoolId: house.schoolId,
    deliveryKeyId: tablet.deliveryKeyId,
    receivedAt: timeStamp(house.clock),
  };
  const { header } = parseEnvelope(bytes);
  const idOf = (at: number) => `${id.slice(0, 16)}${String(at).padStart(6, '0')}`;
  return Array.from({ length: count }, (_, at) => ({
    ...common,
    header: { ...header, envelopeId: idOf(at) },
  }));
}

async function aTablet(): Promise<{ house: TestHouse; tablet: Tablet }> {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  await house.house.judge.stop();
  return { house, tablet };
}

test('a record whose four letters are taken in its school gets a fifth', async () => {
  const { house, tablet } = await aTablet();
  const { database } = house.ground;
  const [first, second] = await incoming(house, tablet, 2);
  const references = async (one: IncomingEnvelope) =>
    [...(await insertEnvelopes(database, [one], () => '4F2KQ')).values()].map(({ reference }) => reference);
  expect(await references(first!)).toEqual(['4F2K']);
  expect(await references(second!)).toEqual(['4F2KQ']);
  // Told again about one that is there, it says that nothing was new and changes nothing.
  expect(await references(first!)).toEqual([]);
});

test('two records of one commit never share four letters', async () => {
  const { house, tablet } = await aTablet();
  const fives = ['4F2KQ', '4F2KR'];
  const two = await incoming(house, tablet, 2);
  const held = await insertEnvelopes(house.ground.database, two, () => fives.shift() ?? '');
  expect([...held.values()].map(({ reference }) => reference).sort()).toEqual(['4F2K', '4F2KR']);
});

test('the fullest commit is one statement that the database takes', async () => {
  const { house, tablet } = await aTablet();
  const many = await incoming(house, tablet, MOST_TO_INSERT);
  expect((await insertEnvelopes(house.ground.database, many)).size).toBe(MOST_TO_INSERT);
});
