import { expect, test } from 'vitest';
import { contract } from '../../../protocol/contract';
import { readSettings, type SettingsFault } from '../../../server/env';
import { openHouse, type TestHouse } from '../house';

const { most } = contract.describeApi.limit;

/** The answers to `times` calls of an endpoint that counts by address, each by a new browser. */
async function answersTo(house: TestHouse, from: string | undefined, times: number): Promise<number[]> {
  const headers = from === undefined ? {} : { 'x-forwarded-for': from };
  const statuses: number[] = [];
  for (let asked = 0; asked < times; asked++) {
    statuses.push((await house.visitor().call('describeApi', { headers })).status);
  }
  return statuses;
}

const served = (times: number) => Array.from({ length: times }, () => 200);

test('without the setting a forged X-Forwarded-For buys nobody a second measure', async () => {
  const house = await openHouse();
  expect(await answersTo(house, '198.51.100.7', most)).toEqual(served(most));
  expect(await answersTo(house, '198.51.100.8', 1)).toEqual([429]);
  expect(await answersTo(house, undefined, 1)).toEqual([429]);
});

test('behind one proxy two classrooms are counted apart, by what the proxy wrote', async () => {
  const house = await openHouse({ environment: { TRUST_PROXY: '1' } });
  expect(await answersTo(house, '198.51.100.7', most)).toEqual(served(most));
  expect(await answersTo(house, '198.51.100.7', 1)).toEqual([429]);
  expect(await answersTo(house, '198.51.100.8', 1)).toEqual([200]);
});

test('behind one proxy what the caller wrote before the proxy’s entry changes nothing', async () => {
  const house = await openHouse({ environment: { TRUST_PROXY: '1' } });
  expect(await answersTo(house, '198.51.100.7', most)).toEqual(served(most));
  for (const forged of ['203.0.113.1, 198.51.100.7', '203.0.113.2,203.0.113.3 ,198.51.100.7']) {
    expect(await answersTo(house, forged, 1)).toEqual([429]);
  }
  expect(await answersTo(house, '198.51.100.7, 203.0.113.1', 1)).toEqual([200]);
});

test('behind two proxies the outer one’s entry counts, and nothing before it', async () => {
  const house = await openHouse({ environment: { TRUST_PROXY: '2' } });
  expect(await answersTo(house, '198.51.100.7, 10.0.0.2', most)).toEqual(served(most));
  expect(await answersTo(house, '203.0.113.1, 198.51.100.7, 10.0.0.3', 1)).toEqual([429]);
  expect(await answersTo(house, '203.0.113.1, 198.51.100.8, 10.0.0.2', 1)).toEqual([200]);
});

test('an entry that is no address counts as the proxy itself, not as a caller of its own', async () => {
  const house = await openHouse({ environment: { TRUST_PROXY: '1' } });
  expect(await answersTo(house, undefined, most)).toEqual(served(most));
  for (const entry of ['unknown', '198.51.100.7.9', '_hidden', ' ']) {
    expect(await answersTo(house, entry, 1), entry).toEqual([429]);
  }
});

test('a proxy’s X-Forwarded-Host does not become the school’s address', async () => {
  const house = await openHouse({ environment: { TRUST_PROXY: '1' } });
  const headers = { 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' };
  expect((await house.visitor().call('logIn', { body: {}, headers })).problem.code).toBe('foreign-origin');
});

test.each(['yes', '-1', '1.5', '10', 'loopback'])('TRUST_PROXY "%s" is refused at start', (text) => {
  try {
    readSettings({ TRUST_PROXY: text });
    expect.unreachable();
  } catch (fault) {
    expect((fault as SettingsFault).faults).toEqual([expect.stringMatching(/^TRUST_PROXY: /)]);
  }
});
