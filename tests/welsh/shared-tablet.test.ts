import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setUnlocked } from '../../client/contexts/unlocked';
import '../../client/screens/help/help-screen';
import '../../client/screens/lock/lock-screen';
import '../../client/screens/record/record-screen';
import '../../client/screens/sent/sent-screen';
import { saveOpenDrafts } from '../../client/sealing/open-drafts';
import { dayAndTime, longDay, wholeMoment } from '../../client/strings/times';
import type { Unlocked } from '../../client/unlock/unlocked';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, send } from '../offline/tablet';
import { aPlaceForScreens, until } from '../browser/lock-place';

let place: HTMLElement;
let jo: Unlocked;
/** Small words that stand in nearly every English sentence, and in no Welsh one. */
const ENGLISH = /\b(the|and|you|your|this|with|not|it|was|has|be)\b/i;

beforeAll(async () => {
  const school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
  place = aPlaceForScreens();
});

beforeEach(async () => {
  await emptyOutbox();
  setUnlocked(null);
});

afterEach(async () => {
  await saveOpenDrafts();
  place.replaceChildren();
});

async function shown(tag: string, params: Record<string, string> = {}): Promise<HTMLElement> {
  const screen = Object.assign(document.createElement(tag), { params });
  place.replaceChildren(screen);
  return until(`the screen ${tag}`, () => screen.querySelector('h1') && screen);
}

describe('a shared tablet at a school in Wales', () => {
  test('is locked in Welsh, and counts what waits as Welsh counts', async () => {
    const said: Record<number, string> = {};
    for (let waiting = 1; waiting <= 11; waiting += 1) {
      await send(jo, `Record ${String(waiting)}`);
      const screen = await shown('heed-lock-screen');
      said[waiting] = (await until('the notice', () => screen.querySelector('heed-notice'))).heading;
    }
    const screen = await shown('heed-lock-screen');
    expect(screen.querySelector('h1')?.textContent.trim()).toBe('Pwy ydych chi?');
    expect(screen.innerText).toContain('Cofnodi heb ddatgloi');
    expect(screen.innerText).not.toMatch(ENGLISH);
    expect([1, 2, 3, 4, 6, 11].map((waiting) => said[waiting])).toEqual([
      '1 cofnod yn aros i gael ei anfon',
      '2 gofnod yn aros i gael ei anfon',
      '3 chofnod yn aros i gael ei anfon',
      '4 cofnod yn aros i gael ei anfon',
      '6 chofnod yn aros i gael ei anfon',
      '11 cofnod yn aros i gael ei anfon',
    ]);
  });

  test('takes a record, and says that nobody has been told, in Welsh', async () => {
    setUnlocked(jo);
    const form = await shown('heed-record-screen');
    await until('the account', () => form.querySelector('#what'));
    expect(form.querySelector('h1')?.textContent.trim()).toBe('Cofnodi pryder');
    expect(form.innerText).toContain('Beth welsoch neu glywsoch chi?');
    expect(form.innerText).toContain('Anfon');
    expect(form.innerText).not.toMatch(ENGLISH);

    const id = await send(jo, 'Bruise on left arm');
    const sent = await shown('heed-sent-screen', { id });
    await until('the ladder', () => sent.querySelector('.ladder'));
    expect(sent.innerText).toMatch(/Yn aros ar y (tabled|ffôn|cyfrifiadur) hwn/);
    expect(sent.innerText).toContain('Nid oes neb wedi cael gwybod eto.');
    expect(sent.innerText).not.toMatch(ENGLISH);
  });

  test('writes dates in Welsh, where Chromium itself cannot', () => {
    const noon = new Date(2026, 10, 30, 12, 43).getTime();
    const DAY = 86_400_000;
    expect(longDay(noon)).toBe('Dydd Llun 30 Tachwedd');
    expect(wholeMoment(noon)).toBe('30 Tach 2026, 12:43');
    expect(dayAndTime(noon, noon)).toBe('heddiw, 12:43');
    expect(dayAndTime(noon - DAY, noon)).toBe('ddoe, 12:43');
    expect(dayAndTime(noon - 10 * DAY, noon)).toBe('Gwen 20 Tach, 12:43');
  });

  test('lets a screen reader know which screens are in English still', async () => {
    expect((await shown('heed-help-screen')).lang).toBe('en-GB');
    expect((await shown('heed-lock-screen')).lang).toBe('');
  });
});
