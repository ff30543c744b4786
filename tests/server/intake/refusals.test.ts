import { describe, expect, test } from 'vitest';
import { concatBytes, u16be, u32be, utf8 } from '../../../protocol/bytes';
import { canonicalJson } from '../../../protocol/canonical-json';
import { encodeEnvelope, parseEnvelope } from '../../../protocol/envelope/format';
import { MAX_ENVELOPE_BYTES } from '../../../protocol/envelope/request';
import { deliverEnvelopes } from '../../../protocol/intake';
import { openHouse, type TestHouse } from '../house';
import { aConcern, Tablet } from '../tablet';

async function aTabletAtOakfield(): Promise<{ house: TestHouse; tablet: Tablet }> {
  const house = await openHouse();
  return { house, tablet: await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example')) };
}

/** The envelope with another header around the same sealed part. */
function withHeader(bytes: Uint8Array, change: object, spell = canonicalJson): Uint8Array {
  const { header, enc, ciphertext } = parseEnvelope(bytes);
  return encodeEnvelope(utf8(spell({ ...header, ...change })), enc, ciphertext);
}

const spoilt = {
  'cut off in its sealed part': (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1024),
  'whose key is missing': (bytes: Uint8Array) =>
    bytes.subarray(0, parseEnvelope(bytes).headerBytes.length + 6),
  'of part 3 of 2': (bytes: Uint8Array) => withHeader(bytes, { part: 3, parts: 2 }),
  'of a kind that does not exist': (bytes: Uint8Array) => withHeader(bytes, { kind: 'rumour' }),
  'with a header of version 2': (bytes: Uint8Array) => withHeader(bytes, { v: 2 }),
  'with a pupil in clear': (bytes: Uint8Array) => withHeader(bytes, { pupil: 'Amira Khan' }),
  'whose header has a second spelling': (bytes: Uint8Array) =>
    withHeader(bytes, {}, (header) => JSON.stringify(header, null, 1)),
  'of a version that this server does not know': (bytes: Uint8Array) =>
    concatBytes(bytes.subarray(0, 3), Uint8Array.of(2), bytes.subarray(4)),
};

describe('what is no envelope', () => {
  test.each(Object.entries(spoilt))(
    '%s is refused by its id, and its neighbours are kept',
    async (_, spoil) => {
      const { house, tablet } = await aTabletAtOakfield();
      const before = await tablet.seal(aConcern());
      const bad = await tablet.seal(aConcern());
      const after = await tablet.seal(aConcern());

      const { status, reply } = await tablet.deliver(before.bytes, spoil(bad.bytes), after.bytes);

      expect(status).toBe(200);
      expect(reply!.receipts.map((one) => one.envelopeId)).toEqual([before.id, after.id]);
      expect(reply!.refused).toEqual([{ envelopeId: bad.id, code: 'malformed' }]);
      await house.settled();
      const kept = await house.ground.database.read('envelopes').pluck<string[]>('envelope_id');
      expect(kept.sort()).toEqual([before.id, after.id].sort());
    },
  );

  test('gets a signed word also when it comes alone, and is taken when it comes whole later', async () => {
    const { tablet } = await aTabletAtOakfield();
    const sealed = await tablet.seal(aConcern());

    const alone = await tablet.deliver(sealed.bytes.subarray(0, 600));
    const whole = await tablet.deliver(sealed.bytes);

    expect(alone.reply).toMatchObject({
      receipts: [],
      refused: [{ envelopeId: sealed.id, code: 'malformed' }],
    });
    expect(whole.reply!.receipts).toMatchObject([{ envelopeId: sealed.id, sha256: sealed.digest }]);
  });

  test.each([
    ['a header that is not JSON', (bytes: Uint8Array) => bytes.fill(0x78, 6, 40)],
    ['a header longer than the rest', (bytes: Uint8Array) => (bytes.set(u16be(60_000), 4), bytes)],
    ['an id of 15 bytes', (bytes: Uint8Array) => withHeader(bytes, { envelopeId: 'A'.repeat(20) })],
    ['no id', (bytes: Uint8Array) => withHeader(bytes, { envelopeId: null })],
  ])('with %s ends the reading: what came before is kept, the rest is not named', async (_, spoil) => {
    const { tablet } = await aTabletAtOakfield();
    const before = await tablet.seal(aConcern());
    const bad = (await tablet.seal(aConcern())).bytes.slice();
    const behind = await tablet.seal(aConcern());

    const { reply } = await tablet.deliver(before.bytes, spoil(bad), behind.bytes);

    expect(reply).toMatchObject({ receipts: [{ envelopeId: before.id }], refused: [] });
    expect((await tablet.deliver(spoil(bad))).status).toBe(400);
  });
});

describe('what is larger than a school takes', () => {
  const grown = (bytes: Uint8Array, length: number) =>
    concatBytes(bytes, new Uint8Array(Math.max(0, length - bytes.length)));

  test('a single envelope over the measure is refused by its id, one just below is kept', async () => {
    const { house, tablet } = await aTabletAtOakfield();
    const small = await tablet.seal(aConcern());
    const large = await tablet.seal(aConcern());

    const over = await tablet.deliver(grown(large.bytes, MAX_ENVELOPE_BYTES + 1));
    const below = await tablet.deliver(grown(small.bytes, MAX_ENVELOPE_BYTES));

    expect(over.reply).toMatchObject({
      receipts: [],
      refused: [{ envelopeId: large.id, code: 'too-large' }],
    });
    expect(below.reply).toMatchObject({ receipts: [{ envelopeId: small.id }], refused: [] });
    await house.settled();
    expect(await house.ground.database.read('concerns').pluck('quarantine')).toEqual(['cannot-open']);
  });

  test('an envelope beside one that is too large is kept', async () => {
    const { house, tablet } = await aTabletAtOakfield();
    const small = await tablet.seal(aConcern());
    const large = grown((await tablet.seal(aConcern())).bytes, MAX_ENVELOPE_BYTES + 1);

    const { reply } = await tablet.deliverBody(
      concatBytes(u32be(small.bytes.length), small.bytes, u32be(large.length), large),
    );

    expect(reply!.receipts.map((one) => one.envelopeId)).toEqual([small.id]);
    expect(reply!.refused.map((one) => one.code)).toEqual(['too-large']);
    expect(await house.ground.database.read('envelopes').pluck('envelope_id')).toEqual([small.id]);
  });

  test('a delivery over the measure of a request is a 413 problem, and nothing of it is kept', async () => {
    const { house, tablet } = await aTabletAtOakfield();
    const sealed = await tablet.seal(aConcern());
    const body = grown(concatBytes(u32be(sealed.bytes.length), sealed.bytes), deliverEnvelopes.maxBody + 1);

    const { status, bytes } = await tablet.deliverBody(body);

    expect(status).toBe(413);
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ code: 'too-large', status: 413 });
    expect(await house.ground.database.read('envelopes').pluck('envelope_id')).toEqual([]);
  });
});

test('sealed for a suite that this school does not know, or by a build older than it asks for: kept all the same', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const newer = await tablet.seal(aConcern());
  const older = await tablet.seal(aConcern(), { clientBuild: '0.0.1' });

  const { reply } = await tablet.deliver(withHeader(newer.bytes, { suite: '0011-0002-0003' }), older.bytes);

  expect(reply!.refused).toEqual([]);
  expect(reply!.receipts.map((one) => one.envelopeId)).toEqual([newer.id, older.id]);
  await house.settled();
  const found = await house.ground.database
    .read('concerns')
    .select<{ envelope_id: string; quarantine: string | null }[]>('envelope_id', 'quarantine');
  expect(new Map(found.map((one) => [one.envelope_id, one.quarantine]))).toEqual(
    new Map([
      [newer.id, 'cannot-open'],
      [older.id, null],
    ]),
  );
});
