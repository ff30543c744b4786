import { expect, test } from 'vitest';
import type { AlertRow } from '../../../protocol/inbox';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse, type TestHouse } from '../house';
import { aPupil, aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

const LEAD = 'nadia.shah@oakfield.example';
const JO = 'jo.price@oakfield.example';
const ALERTS = 250;
const PAGE = 100;

const amira = aPupil({ firstName: 'Amira', lastName: 'Khan' });
const leo = aPupil({ firstName: 'Leo', lastName: 'O’Brien' });

/** Of ten alerts in a row three are about Leo, and all of the fifty oldest. */
const isAboutLeo = (n: number) => n < 50 || n % 10 < 3;

/** A busy year: 250 concerns, the oldest first. Each is told to the lead. */
async function aBusyYear(house: TestHouse): Promise<void> {
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  const idOf = (first: string) => pupils.find((one) => one.first === first)!.id;
  for (let from = 0; from < ALERTS; from += 25) {
    const sealed = [];
    for (let n = from; n < from + 25; n += 1) {
      const body = aConcern({ pupilId: idOf(isAboutLeo(n) ? 'Leo' : 'Amira') });
      sealed.push((await tablet.seal(body)).bytes);
    }
    await tablet.deliver(...sealed);
  }
  await house.settled();
}

/** Presses "Show older alerts" for as long as it is there. */
async function pagesOf(lead: Visitor, view: 'to-read' | 'all'): Promise<AlertRow[][]> {
  const pages: AlertRow[][] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: AlertRow[]; cursor: string | null } = await lead.must('listInbox', {
      query: { view, ...(cursor === null ? {} : { cursor }) },
    });
    pages.push(page.rows);
    ({ cursor } = page);
  } while (cursor !== null);
  return pages;
}

test('the aunt of a child pages through 250 alerts: full pages, exact counts, and no trace of his', async () => {
  const house = await openHouse({ plan: aSchool({ pupils: [amira, leo] }) });
  await aBusyYear(house);
  const { browser: lead } = await elevatedLead(house, LEAD);
  const before = await pagesOf(lead, 'all');
  expect(before.map((rows) => rows.length)).toEqual([PAGE, PAGE, 50]);
  expect(new Set(before.flat().map((row) => row.alertId)).size).toBe(ALERTS);
  const hers = before.flat().filter((row) => row.concern?.pupils[0]?.name === 'Amira Khan');

  const plan = aSchool({ pupils: [amira, { ...leo, connectedStaff: [LEAD] }] });
  await importSchool(house.ground, plan, { actor: 'shell' });
  const after = await pagesOf(lead, 'to-read');
  expect(after.map((rows) => rows.length)).toEqual([PAGE, 40]);
  expect(after.flat().map((row) => row.alertId)).toEqual(hers.map((row) => row.alertId));
  expect((await lead.must('listInbox')).counts).toEqual({ toRead: 140, mine: 0, due: 0 });

  // Forty are read: a hundred are left, and behind them only what she may not know of.
  for (const row of after[1] ?? []) await lead.must('markRead', { params: { id: row.alertId } });
  house.clock.skip(9 * 60_000);
  await lead.must('stillTyping');
  house.clock.skip(2 * 60_000);
  const left = await lead.must('listInbox');
  expect([left.rows.length, left.cursor, left.counts.toRead]).toEqual([PAGE, null, PAGE]);
  await lead.must('endElevation');
  const waiting = await lead.must('listInbox');
  expect([waiting.rows.length, waiting.cursor, waiting.counts.toRead]).toEqual([PAGE, null, PAGE]);
  expect(waiting.rows.every((row) => row.concern === null)).toBe(true);
});

test('a place in the list that is none is refused, and one of nobody’s begins where it says', async () => {
  const house = await openHouse();
  const { browser: lead } = await elevatedLead(house, LEAD);
  for (const cursor of ['', '0', "2026-11-23T12:43:00.000Z~' or 1=1"]) {
    expect((await lead.call('listInbox', { query: { cursor } })).status).toBe(400);
  }
  const cursor = `2026-11-23T12:43:00.000Z~${crypto.randomUUID()}`;
  expect(await lead.must('listInbox', { query: { cursor } })).toMatchObject({ rows: [], cursor: null });
});
