import { beforeEach, expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import type { MatterDetails, MatterKind } from '../../../protocol/pupil-matters';
import { DAY } from '../../../server/clock';
import { AmirasYear, NADIA, RUTH, TOM } from '../chronology/amiras-year';
import { flat, readPdf } from '../papers/poppler';
import type { Visitor } from '../visitor';

let year: AmirasYear;
beforeEach(async () => {
  year = await AmirasYear.begin();
});

const blank = { name: null, start: null, review: null, end: null, authority: null, worker: null };
const said = (kind: MatterKind, given: Partial<MatterDetails> = {}): MatterDetails => ({
  kind,
  ...blank,
  phone: null,
  note: null,
  ...given,
});
const fresh = () => uuidv7(year.house.clock.now());
const pageOf = (who: Visitor, first = 'Amira') =>
  who.must('readPupilPage', { params: { id: year.pupil(first) } });
const plan = said('child-protection', {
  start: '2026-09-14',
  review: '2026-11-02',
  authority: 'Oakshire Council',
  worker: 'Dilys Owen',
  phone: '01632 960077',
  note: 'Core group on Mondays.',
});

function keep(
  who: Visitor,
  details: MatterDetails,
  given: { of?: string; matterId?: string; after?: string | null; otherId?: string; removed?: boolean } = {},
) {
  year.house.clock.skip(1000);
  const { of = 'Amira', matterId = fresh(), after = null, ...more } = given;
  const body = { versionId: fresh(), matterId, after, details, ...more };
  return who.call('keepMatter', { params: { id: year.pupil(of) }, body });
}

test('a child protection plan begins, is changed and ends: head, chronology, paper and audit say so', async () => {
  const nadia = await year.lead(NADIA);
  expect((await keep(nadia, plan)).status).toBe(204);
  const [begun] = (await pageOf(nadia)).matters;
  // Its review was due four weeks ago.
  expect(begun).toMatchObject({ details: plan, current: true, late: true, by: 'Nadia Shah' });
  const again = { matterId: begun!.matterId, after: begun!.versionId };
  expect((await keep(nadia, { ...plan, review: '2027-02-01' }, again)).status).toBe(204);
  // Somebody who saw what stood before is told, and overwrites nothing.
  expect((await keep(nadia, { ...plan, worker: 'Somebody else' }, again)).problem.code).toBe('conflict');
  const [changed] = (await pageOf(nadia)).matters;
  expect([changed!.details.review, changed!.late]).toEqual(['2027-02-01', false]);
  const ending = { ...plan, review: null, end: '2026-11-20' };
  await keep(nadia, ending, { matterId: begun!.matterId, after: changed!.versionId });
  expect((await pageOf(nadia)).matters[0]).toMatchObject({ current: false, details: { end: '2026-11-20' } });

  const read = (query: object = {}) => nadia.must('readChronology', { params: { id: year.amira }, query });
  const { entries } = await read({ order: 'oldest' });
  // What has a day of its own stands at that day, by the school's clock.
  expect(entries.map(({ at, matter, dayOnly }) => [at, matter?.deed, dayOnly])).toEqual([
    ['2026-09-13T23:00:00.000Z', 'began', true],
    ['2026-11-20T00:00:00.000Z', 'ended', true],
    [expect.stringMatching(/^2026-11-2/), 'changed', false],
  ]);
  expect(entries[0]!.text).toContain('Oakshire Council. Dilys Owen, 01632 960077.\nCore group on Mondays.');
  expect((await read({ kind: 'plan' })).found).toBe(3);
  expect((await read({ category: year.category('Behaviour') })).found).toBe(0);
  const paper = await nadia.call('printChronology', { params: { id: year.amira } });
  expect(flat((await readPdf(paper.bytes)).pages)).toContain('Child protection plan began');

  const rows = await year.house.ground.database
    .read('audit')
    .where('what', 'like', 'pupil.matter-%')
    .orderBy('seq');
  expect(rows.map(({ what }) => what)).toEqual([
    'pupil.matter-began',
    'pupil.matter-changed',
    'pupil.matter-ended',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Oakshire|Dilys|protection/);
  const stored = await year.house.ground.database.read('pupil_matters');
  expect(JSON.stringify(stored.map(({ details }) => details.toString('latin1')))).not.toMatch(
    /Oakshire|plan|prot/,
  );
});

test('what is missing or cannot be is said with its field; what was entered by mistake leaves the page with a reason', async () => {
  const nadia = await year.lead(NADIA);
  for (const [details, field] of [
    [{ ...plan, start: null }, 'start'],
    [{ ...plan, end: '2026-09-01' }, 'end'],
    [said('agency'), 'name'],
    [said('school'), 'name'],
  ] as const)
    expect((await keep(nadia, details)).problem.field).toBe(`body.details.${field}`);
  await keep(nadia, said('agency', { name: 'Speech therapy', worker: 'Ann Rees' }));
  const [agency] = (await pageOf(nadia)).matters;
  const out = { matterId: agency!.matterId, after: agency!.versionId, removed: true };
  expect((await keep(nadia, agency!.details, out)).problem.field).toBe('body.details.note');
  const tom = await year.lead(TOM);
  const endedOf = async (who: Visitor) => (await who.must('readSession')).session!.rightsEnded;
  const before = [await endedOf(nadia), await endedOf(tom)];
  expect((await keep(nadia, { ...agency!.details, note: 'Another child.' }, out)).status).toBe(204);
  expect([await endedOf(nadia), (await endedOf(tom)) - 1]).toEqual(before);
  expect((await pageOf(nadia)).matters).toEqual([]);
  const shown = await nadia.must('readChronology', { params: { id: year.amira } });
  expect(shown.entries.map(({ matter }) => matter?.deed)).toEqual(['removed', 'began']);
});

test('a court order and "do not contact" stand before whoever is about to contact home', async () => {
  const nadia = await year.lead(NADIA);
  const order = said('court-order', { start: '2026-10-01', note: 'Father has no contact.' });
  await keep(nadia, order);
  const concernId = await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2026-11-20T12:10:00.000Z',
    text: 'Her shoes were wet through.',
  });
  const [, omar] = (await pageOf(nadia)).contacts;
  const bar = (barred: boolean) =>
    nadia.call('barContact', {
      params: { id: year.amira },
      body: {
        versionId: fresh(),
        contact: { name: omar!.name, relationship: omar!.relationship, phone: omar!.phone },
        barred,
        reason: 'By the order of 1 October.',
      },
    });
  expect((await bar(true)).status).toBe(204);
  expect((await bar(true)).problem.code).toBe('conflict');
  const choices = await nadia.must('readActionChoices', { params: { id: concernId } });
  expect(choices.doNotContact).toEqual([{ pupil: 'Amira Khan', contact: 'Omar Khan' }]);
  expect(choices.courtOrders).toEqual([
    { pupil: 'Amira Khan', text: 'From 1 October 2026.\nFather has no contact.' },
  ]);
  const contacts = await nadia.must('readChronology', {
    params: { id: year.amira },
    query: { kind: 'contact' },
  });
  expect(contacts.entries.map(({ text }) => text)).toEqual(['Omar Khan\nBy the order of 1 October.']);
  // An order that has ended warns nobody.
  const [standing] = (await pageOf(nadia)).matters;
  await keep(
    nadia,
    { ...order, end: '2026-11-01' },
    { matterId: standing!.matterId, after: standing!.versionId },
  );
  expect((await nadia.must('readActionChoices', { params: { id: concernId } })).courtOrders).toEqual([]);
});

test('who may open the page reads plans and changes none; for everybody else there is nothing', async () => {
  const nadia = await year.lead(NADIA);
  await keep(nadia, plan);
  const tom = await year.lead(TOM);
  const head = await pageOf(tom);
  expect([head.mayKeep, head.matters.length]).toEqual([false, 1]);
  expect((await keep(tom, said('early-help', { start: '2026-11-01' }))).status).toBe(404);
  // Ruth Grey is Leo's aunt: she neither keeps his page nor learns of him by a link.
  const ruth = await year.lead(RUTH);
  expect((await keep(ruth, plan, { of: 'Leo' })).status).toBe(404);
  const link = said('link', { name: 'cousin' });
  expect((await keep(ruth, link, { otherId: year.pupil('Leo') })).status).toBe(404);
  expect((await keep(nadia, link, { otherId: year.amira })).problem.field).toBe('body.otherId');
  expect((await keep(nadia, link, { otherId: year.pupil('Leo') })).status).toBe(204);
  const linked = async (who: Visitor, first: string) =>
    (await pageOf(who, first)).matters.flatMap(({ other, details }) =>
      other ? [`${other.name}: ${details.name!}`] : [],
    );
  expect(await linked(nadia, 'Amira')).toEqual(['Leo O’Brien: cousin']);
  expect(await linked(nadia, 'Leo')).toEqual(['Amira Khan: cousin']);
  expect([await linked(tom, 'Amira'), await linked(ruth, 'Amira')]).toEqual([[], []]);
  // Elevation ends: so does all of it.
  year.house.clock.skip(DAY);
  expect((await nadia.call('readPupilPage', { params: { id: year.amira } })).status).toBe(401);
});
