import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import '../../client/screens/lock/lock-screen';
import { watchRevoked } from '../../client/contexts/revoked';
import { currentUnlocked, setUnlocked } from '../../client/contexts/unlocked';
import { findPupils } from '../../client/unlock/roll';
import { letPupilsGoWhenRevoked } from '../../client/unlock/let-pupils-go';
import { refreshKept } from '../../client/unlock/refresh-kept';
import { unlockWithPin } from '../../client/unlock/unlock';
import type { Unlocked } from '../../client/unlock/unlocked';
import { askHowFar } from '../../offline/delivery/progress';
import { countUnsent } from '../../offline/outbox/store';
import { readDevice } from '../../offline/vault/device';
import { listPeopleRows, readPersonRow } from '../../offline/vault/people';
import { noteRevoked } from '../../offline/vault/revocation';
import { problems } from '../../protocol/problems';
import { aRoll, aBoard, School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, flush, PIN, send, toolsOf } from '../offline/tablet';
import { aPlaceForScreens, until } from './lock-place';

let school: School;
let place: HTMLElement;
let jo: Unlocked;
let revokedHere = false;

beforeAll(async () => {
  school = await School.open();
  place = aPlaceForScreens();
  letPupilsGoWhenRevoked();
  watchRevoked((revoked) => (revokedHere = revoked));
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
  await aPersonOn(school, 'Ben Hughes');
  setUnlocked(jo);
  await expect.poll(() => revokedHere).toBe(false);
});

const rollsKept = async () => (await listPeopleRows()).filter(({ roll }) => roll !== null).length;
const removedNotice = () =>
  place.querySelector('heed-lock-screen heed-revoked-notice heed-notice')?.textContent;

/** What the real server answers to board and roll. */
function answersRefresh(answer: () => Response): void {
  school.gate = (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/author/challenge') return Response.json({ challenge: 'A'.repeat(43) });
    return pathname === '/api/author/refresh' ? answer() : null;
  };
}

function refused(): Response {
  const problem = { type: '', code: 'device-revoked', ...problems['device-revoked'] };
  return new Response(JSON.stringify(problem), {
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
  });
}

describe('a tablet that the school has removed', () => {
  it('hears of it when it opens, although nobody unlocks and nothing waits, and lets every roll go', async () => {
    setUnlocked(null);
    expect(await rollsKept()).toBe(2);
    school.revoked = true;
    await askHowFar(toolsOf(school), true);
    expect((await readDevice())?.revoked).toBe(true);
    expect(await rollsKept()).toBe(0);
  });

  it('hears of it from the answer to an unlocking, and takes the pupils out of the open page', async () => {
    expect(findPupils(jo.pupils, 'obri')).toHaveLength(1);
    answersRefresh(refused);
    expect(await refreshKept(toolsOf(school))).toBe(false);
    await expect.poll(() => currentUnlocked()?.roll).toBeNull();
    expect(findPupils(currentUnlocked()!.pupils, 'obri')).toEqual([]);
    expect(await rollsKept()).toBe(0);
  });

  it('still unlocks, records and delivers', async () => {
    await noteRevoked((await readDevice())!, true);
    setUnlocked(null);
    const result = await unlockWithPin(jo.person.authorKeyId, PIN);
    if (result.kind !== 'unlocked') throw new Error('still locked');
    expect(result.unlocked.roll).toBeNull();
    const id = await send(result.unlocked, 'Written on a removed tablet');
    await flush(school);
    expect(await countUnsent()).toBe(0);
    expect(new TextDecoder().decode((await school.read(id)).payload)).toContain(
      'Written on a removed tablet',
    );
  });

  it('says so on the locked screen, and whom to ask', async () => {
    setUnlocked(null);
    place.replaceChildren(document.createElement('heed-lock-screen'));
    await until('the lock screen', () => place.querySelector('main'));
    expect(removedNotice()).toBeUndefined();
    expect(place.textContent).toContain('Add yourself');
    school.revoked = true;
    await askHowFar(toolsOf(school), true);
    await until('the name', () => removedNotice()?.includes('Ask Mrs Shah'));
    const notice = place.querySelector('heed-revoked-notice heed-notice');
    expect(notice).toMatchObject({
      heading: expect.stringMatching(/^The school has removed this/) as string,
    });
    expect(removedNotice()).toContain('You can still record here');
    // Nobody new is taken, so nobody is led there.
    expect(place.textContent).not.toContain('Add yourself');
    expect(place.querySelector('.lock-foot a')).not.toBeNull();
  });

  it('is itself again when the school takes it back', async () => {
    await noteRevoked((await readDevice())!, true);
    await expect.poll(() => currentUnlocked()?.roll).toBeNull();
    answersRefresh(() => Response.json({ board: aBoard(), roll: aRoll() }));
    expect(await refreshKept(toolsOf(school))).toBe(true);
    expect((await readDevice())?.revoked).toBe(false);
    expect(findPupils(currentUnlocked()!.pupils, 'obri')).toHaveLength(1);
    expect((await readPersonRow(jo.person.authorKeyId))?.roll).not.toBeNull();
  });
});

describe('what does not say that a tablet was removed', () => {
  it.each([
    [
      'a guest Wi-Fi’s page',
      () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['a proxy that forbids', () => new Response('no', { status: 403 })],
    ['a busy school', () => new Response(null, { status: 503 })],
  ])('%s', async (_, answer) => {
    school.gate = answer;
    await askHowFar(toolsOf(school), true);
    await refreshKept(toolsOf(school));
    expect((await readDevice())?.revoked ?? false).toBe(false);
    expect(await rollsKept()).toBe(2);
  });

  it('an answer to the device that this tablet was before it was enrolled anew', async () => {
    const before = (await readDevice())!;
    await aTablet(school);
    await noteRevoked(before, true);
    expect((await readDevice())?.revoked ?? false).toBe(false);
  });
});
