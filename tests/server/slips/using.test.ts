import { beforeEach, describe, expect, test } from 'vitest';
import { generateSigningKeyPair } from '../../../protocol/envelope/keys';
import type { Problem } from '../../../protocol/problems';
import { NADIA } from '../oversight/office';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, type Tablet } from '../tablet';
import { openLunchHall, type LunchHall } from './lunch-hall';

const DAY = 24 * 60 * 60_000;
const NEVER_MADE = 'BCDFGHJKMNPQ';

let hall: LunchHall;
beforeEach(async () => {
  hall = await openLunchHall();
});

/** Joins with a slip that must work. */
async function joined(on: Tablet, code: string): Promise<Tablet> {
  const { tablet, problem } = await on.useSlip(code);
  if (!tablet) throw new Error(problem.title);
  return tablet;
}

/** The refusal of a slip that must not work, without what differs from call to call. */
async function refusal(on: Tablet, code: string): Promise<Omit<Problem, 'reference'>> {
  const { problem } = await on.useSlip(code);
  if (!problem) throw new Error('the slip worked');
  return problem;
}

const concerns = () => hall.house.ground.database.read('concerns').select('author_id', 'quarantine');

describe('a midday supervisor without an e-mail address', () => {
  test('joins a tablet with her slip and records: it arrives as hers, confirmed, and she sees how far it is', async () => {
    const pats = await joined(hall.tablet, await hall.slipFor(hall.pat));
    expect(pats.staffId).toBe(hall.pat);
    const sealed = await pats.seal(aConcern());
    await pats.deliver(sealed.bytes);
    await hall.house.settled();
    expect(await concerns()).toEqual([{ author_id: hall.pat, quarantine: null }]);
    expect(await pats.progress(sealed.id)).toHaveLength(1);
    expect(await pats.refresh()).toBe(200);
  });

  test('types the code as it is printed, in small letters and with what stands between', async () => {
    const code = await hall.slipFor(hall.pat);
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)} `.toLowerCase();
    expect((await joined(hall.tablet, typed)).staffId).toBe(hall.pat);
  });

  test('has no session by it: nothing can be read, and there is nothing to log in with', async () => {
    const before = await hall.house.ground.database.read('sessions').pluck('id');
    const pats = await joined(hall.tablet, await hall.slipFor(hall.pat));
    expect(await hall.house.ground.database.read('sessions').pluck('id')).toEqual(before);
    const browser = hall.house.visitor();
    expect((await browser.call('listInbox')).problem.code).toBe('log-in-needed');
    expect((await browser.call('readRoll')).problem.code).toBe('log-in-needed');
    expect(pats.authorKeyId).not.toBe(hall.tablet.authorKeyId);
  });

  test('needs a new slip for a second tablet, and works on both then', async () => {
    await joined(hall.tablet, await hall.slipFor(hall.pat));
    const second = await joined(hall.other, await hall.slipFor(hall.pat));
    expect(await second.refresh()).toBe(200);
    expect(await hall.statesOf(hall.pat)).toEqual(['used', 'used']);
    const { staff } = await hall.sue.must('listStaff');
    expect(staff.find(({ id }) => id === hall.pat)).toMatchObject({
      tablets: 2,
      takesSlip: true,
      slip: { state: 'used' },
    });
  });
});

describe('a slip that does not work', () => {
  test('is refused in the same words, whether wrong, old, used, withdrawn, replaced or of a leaver', async () => {
    const used = await hall.slipFor(hall.pat);
    await joined(hall.tablet, used);
    const withdrawn = await hall.slipFor(hall.pat);
    const { slips } = await hall.sue.must('listSlips');
    await hall.sue.must('withdrawSlip', { params: { id: slips[0]!.id } });
    const replaced = await hall.slipFor(hall.kim);
    const old = await hall.slipFor(hall.kim);
    const wrong = await refusal(hall.other, NEVER_MADE);
    expect(wrong).toMatchObject({ status: 422, code: 'slip-refused' });
    for (const code of [used, withdrawn, replaced]) expect(await refusal(hall.other, code)).toEqual(wrong);
    hall.house.clock.skip(7 * DAY);
    expect(await refusal(hall.other, old)).toEqual(wrong);
    const nadia = (await elevatedLead(hall.house, NADIA)).browser;
    const later = (await nadia.must('listSlips')).slips.filter(({ staffId }) => staffId === hall.kim);
    expect(later.map(({ state }) => state)).toEqual(['expired', 'withdrawn']);
  });

  test('of somebody who left meanwhile is refused alike, and lies withdrawn', async () => {
    const code = await hall.slipFor(hall.pat);
    await hall.make({ kind: 'staff.disable', staffId: hall.pat });
    expect(await refusal(hall.tablet, code)).toEqual(await refusal(hall.tablet, NEVER_MADE));
    expect(await hall.statesOf(hall.pat)).toEqual(['withdrawn']);
  });

  test('is nothing that a removed tablet could use, nor a device that the school does not know', async () => {
    const code = await hall.slipFor(hall.pat);
    await hall.make({ kind: 'device.revoke', deviceId: hall.tablet.deviceId });
    expect((await refusal(hall.tablet, code)).code).toBe('device-revoked');
    const unknown = await hall.house.visitor().call('useSlip', { body: { code } });
    expect(unknown.problem.code).toBe('delivery-refused');
    expect(await hall.statesOf(hall.pat)).toEqual(['open']);
  });
});

describe('one code', () => {
  test('on two tablets at the same time lets exactly one of them in', async () => {
    const code = await hall.slipFor(hall.pat);
    const tries = await Promise.all([hall.tablet, hall.other, hall.tablet].map((one) => one.useSlip(code)));
    const refused = tries.flatMap(({ problem }) => (problem ? [problem.code] : []));
    expect(refused).toEqual(['slip-refused', 'slip-refused']);
    const keys = await hall.house.ground.database.read('author_keys').where({ staff_id: hall.pat });
    expect(keys).toHaveLength(1);
  });

  test('may be sent again by the same tablet where the answer was lost, with the same key and not for long', async () => {
    const code = await hall.slipFor(hall.pat);
    const key = await generateSigningKeyPair(true);
    const first = await hall.tablet.useSlip(code, key);
    const again = await hall.tablet.useSlip(code, key);
    expect(again.tablet?.authorKeyId).toBe(first.tablet?.authorKeyId);
    expect((await hall.tablet.useSlip(code)).problem?.code).toBe('slip-refused');
    expect((await hall.other.useSlip(code, key)).problem?.code).toBe('slip-refused');
    hall.house.clock.skip(DAY);
    expect((await hall.tablet.useSlip(code, key)).problem?.code).toBe('slip-refused');
  });

  test('cannot be guessed at length, and guessing never stops anybody from recording', async () => {
    for (let tries = 0; tries < 8; tries++) await refusal(hall.tablet, NEVER_MADE);
    const code = await hall.slipFor(hall.pat);
    const stopped = await refusal(hall.tablet, code);
    expect(stopped).toMatchObject({ status: 429, code: 'too-many' });
    expect(stopped.retryAfter).toBeGreaterThan(0);
    const { reply } = await hall.tablet.deliver((await hall.tablet.seal(aConcern())).bytes);
    expect(reply?.receipts).toHaveLength(1);
    // Another tablet is not kept waiting by it, and the right code still works there.
    expect((await joined(hall.other, code)).staffId).toBe(hall.pat);
    const told = await hall.house.ground.database
      .read('audit')
      .orderBy('seq')
      .where({ what: 'slip.guessed' });
    expect(told).toMatchObject([{ actor: hall.tablet.deviceId }]);
  });

  test('that is right costs no try, so a whole lunch team can be set up on one tablet', async () => {
    for (let round = 0; round < 12; round++) {
      const who = round % 2 === 0 ? hall.pat : hall.kim;
      expect((await joined(hall.tablet, await hall.slipFor(who))).staffId).toBe(who);
    }
  });

  test('is kept as a hash alone, and stands in no entry of the audit', async () => {
    const code = await hall.slipFor(hall.pat);
    await joined(hall.tablet, code);
    const { read } = hall.house.ground.database;
    const kept = JSON.stringify([await read('slips'), await read('audit'), await read('messages')]);
    expect(kept.toUpperCase()).not.toContain(code);
    const [slip] = await read('slips');
    expect(slip?.code_hash).toMatch(/^[0-9a-f]{64}$/);
    const told = await read('audit').where('what', 'like', 'slip.%').orderBy('seq').pluck<string[]>('what');
    expect(told).toEqual(['slip.made', 'slip.used']);
  });
});
