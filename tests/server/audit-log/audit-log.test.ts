import { expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../house';
import { aPupil, aSafeguardingLead, aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';
import { appendAudit } from '../../../server/audit/append';
import { csvLine } from '../../../server/http/csv-line';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';
const TOM = 'tom.lowe@oakfield.example';
const JO = 'jo.price@oakfield.example';

/** Oakfield, where Tom, a lead who may read the audit as well, is the uncle of Leo. */
function withAnUncle() {
  const base = aSchool();
  return aSchool({
    staff: [...base.staff, aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM })],
    pupils: [
      aPupil({ firstName: 'Amira', lastName: 'Khan' }),
      aPupil({ firstName: 'Leo', lastName: 'Lowe', connectedStaff: [TOM] }),
    ],
  });
}

async function record(house: TestHouse, first: string): Promise<void> {
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  const pupilId = pupils.find((one) => one.first === first)!.id;
  await tablet.deliver((await tablet.seal(aConcern({ pupilId, text: `About ${first}` }))).bytes);
  await house.settled();
}

/** Nadia reads everything that waits, which the audit notes. */
async function readAll(lead: Visitor): Promise<string[]> {
  const { rows } = await lead.must('listInbox', { query: { view: 'all' } });
  for (const { concernId } of rows) await lead.must('readConcern', { params: { id: concernId } });
  return rows.map(({ reference }) => reference);
}

async function csv(visitor: Visitor): Promise<string> {
  const { status, bytes } = await visitor.call('exportAudit');
  expect(status).toBe(200);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

test('who opened which record, why they might, and who looked into the audit', async () => {
  const house = await openHouse();
  await record(house, 'Amira');
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const [reference] = await readAll(nadia);
  await nadia.must('listAudit');
  const { entries, people, head } = await nadia.must('listAudit', { query: { kind: 'records' } });
  expect(entries.slice(0, 3)).toMatchObject([
    { who: 'Nadia Shah', what: 'audit.searched' },
    { who: 'Nadia Shah', what: 'audit.searched' },
    { who: 'Nadia Shah', what: 'concern.opened', object: { kind: 'concern', name: reference } },
  ]);
  expect(entries[2]?.facts).toContainEqual({ name: 'because', value: 'alerted' });
  expect(people.map(({ name }) => name)).toContain('Jo Price');
  expect(head.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(entries)).not.toMatch(/Amira|About|Khan/);
});

test('the audit is searched by person, by day and by reference', async () => {
  const house = await openHouse();
  await record(house, 'Amira');
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const [reference] = await readAll(nadia);
  const jo = (await nadia.must('listAudit')).people.find(({ name }) => name === 'Jo Price')!;
  const search = async (query: object) => (await nadia.must('listAudit', { query })).entries;
  const hers = await search({ who: jo.id });
  expect(hers.length).toBeGreaterThan(2);
  expect(hers.every(({ who }) => who === 'Jo Price')).toBe(true);
  const about = await search({ reference: reference!.toLowerCase() });
  expect(about.map(({ what }) => what)).toEqual(['concern.opened']);
  expect(await search({ to: '2026-11-22' })).toEqual([]);
  expect((await search({ from: '2026-11-23', to: '2026-11-23' })).length).toBeGreaterThan(5);
  expect((await nadia.call('listAudit', { query: { from: 'yesterday' } })).status).toBe(400);
});

test('page by page every entry comes once, and a place in the list that is none is refused', async () => {
  const house = await openHouse();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const { staffId } = (await nadia.must('readSession')).session!;
  const at = new Date(house.clock.now()).toISOString();
  const looks = Array.from({ length: 120 }, (_, n) => ({
    schoolId: house.schoolId,
    at,
    actor: staffId,
    what: `look.${String(n).padStart(3, '0')}`,
    object: `staff:${staffId}`,
  }));
  await house.ground.database.write((trx) => appendAudit(trx, ...looks));
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page: { entries: { at: string; what: string }[]; cursor: string | null } = await nadia.must(
      'listAudit',
      {
        query: cursor ? { cursor } : {},
      },
    );
    seen.push(...page.entries.map(({ at, what }) => `${at} ${what}`));
    ({ cursor } = page);
  } while (cursor);
  const shown = seen.filter((line) => line.includes(' look.'));
  expect(shown).toEqual(looks.map(({ what }) => `${at} ${what}`).toReversed());
  expect((await nadia.call('listAudit', { query: { cursor: 'AAAA' } })).status).toBe(400);
});

test('a lead finds no trace of a record about a child he is close to: not in the list, nor the export, nor by reference', async () => {
  const house = await openHouse({ plan: withAnUncle() });
  await record(house, 'Leo');
  await record(house, 'Amira');
  const { browser: nadia } = await elevatedLead(house, NADIA);
  await readAll(nadia);
  const { browser: tom } = await elevatedLead(house, TOM);
  const opened = async (who: Visitor) =>
    (await who.must('listAudit', { query: { kind: 'records' } })).entries.filter(
      ({ what }) => what === 'concern.opened',
    );
  expect(await opened(nadia)).toHaveLength(2);
  expect(await opened(tom)).toHaveLength(1);
  const seen = new Set((await opened(tom)).map(({ object }) => object.name));
  const hidden = (await opened(nadia)).find(({ object }) => !seen.has(object.name))!.object.name!;
  expect((await tom.must('listAudit', { query: { reference: hidden } })).entries).toEqual([]);
  expect(await csv(nadia)).toContain(hidden);
  expect(await csv(tom)).not.toContain(hidden);
});

test('the export opens in a spreadsheet as text, whatever somebody is called', async () => {
  expect(csvLine(['=1+1', '+44', '-1', '@x', '\tx', 'plain', 'a "b", c'])).toBe(
    `'=1+1,'+44,'-1,'@x,'\tx,plain,"a ""b"", c"\r\n`,
  );
  const base = aSchool();
  const [lead, ...others] = base.staff;
  const house = await openHouse({
    plan: aSchool({
      staff: [{ ...lead!, firstName: '=HYPERLINK("http://x")', lastName: 'Shah' }, ...others],
    }),
  });
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const text = await csv(nadia);
  expect(text.startsWith('\uFEFFTime (UTC),Who,What')).toBe(true);
  expect(text).toContain(`,"'=HYPERLINK(""http://x"") Shah",elevation.begun,`);
});

test('the chain is unbroken, until somebody changes an entry in the database', async () => {
  const house = await openHouse();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const whole = await nadia.must('checkAudit');
  expect(whole).toMatchObject({ whole: true });
  if (!whole.whole) throw new Error('not whole');
  expect(whole.entries).toBe(whole.head.seq);
  await house.ground.database.write((trx) => trx('audit').where({ seq: 3 }).update({ actor: 'nobody' }));
  expect(await nadia.must('checkAudit')).toMatchObject({
    whole: false,
    seq: 3,
    at: expect.any(String) as string,
  });
});

test('who does not hold the right Audit finds none of it', async () => {
  const base = aSchool();
  const userGroups = base.userGroups.map((group) => ({
    ...group,
    administration: group.administration.filter((right) => right !== 'audit'),
  }));
  const house = await openHouse({ plan: { ...base, userGroups } });
  const { browser: ruth } = await elevatedLead(house, RUTH);
  for (const name of ['listAudit', 'exportAudit', 'checkAudit'] as const)
    expect((await ruth.call(name)).status, name).toBe(404);
});
