import { beforeEach, expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { HOUR } from '../../../server/clock';
import { cellsOf } from '../../../server/storage/cells';
import { AmirasYear, NADIA, RUTH, TOM } from '../chronology/amiras-year';
import type { Visitor } from '../visitor';
import { flat, readPdf } from './poppler';

let year: AmirasYear;
const page = () => ({ params: { id: year.amira } });

beforeEach(async () => {
  year = await AmirasYear.begin();
});

/** The newest row of the audit, of this kind. */
async function newestRow(what: string): Promise<{ seq: number; hash: string; facts: unknown }> {
  const row = await year.house.ground.database.read('audit').where({ what }).orderBy('seq', 'desc').first();
  return { seq: row!.seq, hash: row!.hash, facts: JSON.parse(row!.facts) as unknown };
}

async function threeThings(): Promise<{ shoes: string; bruise: string; fight: string }> {
  const record = (category: string, at: string, text: string, of = ['Amira']) =>
    year.record({ of, category, at, text });
  const bruise = await record('Physical injury', '2026-11-23T12:10:00.000Z', 'A bruise on her left forearm.');
  const shoes = await record('Behaviour', '2025-12-31T23:30:00.000Z', 'Her shoes were wet through.');
  const fight = await record('Behaviour', '2026-09-10T10:00:00.000Z', 'They pushed each other.', [
    'Amira',
    'Leo',
  ]);
  return { shoes, bruise, fight };
}

test('a lead takes Amira’s chronology to court: tagged, in order, numbered, and in the audit', async () => {
  const { bruise, shoes, fight } = await threeThings();
  const nadia = await year.lead(NADIA);
  await year.note(nadia, bruise, 'Rang children’s services for advice.');
  const answer = await nadia.call('printChronology', page());
  expect([
    answer.status,
    ...['content-type', 'cache-control'].map((name) => answer.headers.get(name)),
  ]).toEqual([200, 'application/pdf', 'no-store']);
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="chronology-\d{4}-\d\d-\d\d\.pdf"$/,
  );
  const pdf = await readPdf(answer.bytes);
  const { seq, hash, facts } = await newestRow('chronology.printed');
  expect(facts).toMatchObject({ elevated: true, entries: 4 });
  expect(JSON.stringify(facts)).not.toMatch(/Amira|bruise|Leo/);
  expect((facts as { concerns: string[] }).concerns.toSorted()).toEqual([bruise, fight, shoes].toSorted());

  expect(pdf.complaints).toBe('');
  expect(['Tagged', 'Title', 'PDF version'].map((name) => pdf.info.get(name))).toEqual([
    'yes',
    'Chronology of Amira Khan',
    '1.7',
  ]);
  expect(Buffer.from(answer.bytes).toString('latin1')).toMatch(
    /\/Lang \(en-GB\)[^]*\/DisplayDocTitle true|\/DisplayDocTitle true[^]*\/Lang \(en-GB\)/,
  );
  expect(pdf.fonts).toMatch(/SourceSans3-Regular +CID TrueType +Identity-H +yes yes yes/);
  expect(pdf.tags.slice(0, 3)).toEqual(['Document', 'P', 'H1']);
  expect(new Set(pdf.tags)).toEqual(
    new Set(['Document', 'Sect', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'TOC', 'TOCI']),
  );
  expect(Number(pdf.info.get('Pages'))).toBe(pdf.pages.length);
  for (const [at, one] of pdf.pages.entries()) expect(one).toContain(`${at + 1} of ${pdf.pages.length}`);

  const text = flat(pdf.pages);
  expect(text).toContain(`Entry ${seq}: ${hash}`);
  expect(text).toMatch(/Pupil Amira Khan Born .* Class Class 4B/);
  expect(text).toMatch(/Entries 4 entries Range Wednesday 31 December 2025 to .* Order Oldest first/);
  expect(text).toMatch(/Printed by Nadia Shah Printed on .*, school time/);
  expect(text).toContain('Entries that Nadia Shah may not read are not in it');
  expect(text).toMatch(/Contents 2025: 1 entry, page 2 2026: 3 entries, page 2/);
  expect(pdf.structure.replace(/\s+/g, ' ')).toMatch(
    /Her shoes were wet through\..*No entries for 36 weeks.*They pushed each other\..*With Leo O’Brien.*A bruise.*Rang children’s services/,
  );

  const one = await nadia.call('printChronology', {
    ...page(),
    query: { order: 'newest', category: year.category('Behaviour'), from: '2026-01-01' },
  });
  const filtered = flat((await readPdf(one.bytes)).pages);
  expect(filtered).toContain('Filter Category: Behaviour; from 1 January 2026 Order Newest first');
  expect(filtered).toContain('1 of 4 entries');
  expect(filtered).toContain('3 entries that do not fit the filter are left out.');
  expect(filtered).not.toMatch(/shoes|bruise/);
});

test('what somebody may not read is on no paper of theirs, and hidden is absent', async () => {
  const { bruise, fight } = await threeThings();
  const tom = await year.lead(TOM);
  const { bytes } = await tom.call('printChronology', page());
  const text = flat((await readPdf(bytes)).pages);
  expect(text).toContain('2 entries');
  expect(text).toContain('With another pupil');
  expect(text).not.toMatch(/Leo|O’Brien|bruise|Physical/);
  const shared = await tom.call('printConcern', { params: { id: fight } });
  expect(flat((await readPdf(shared.bytes)).pages)).not.toMatch(/Leo|O’Brien/);

  const ruth = await year.lead(RUTH);
  const absent = await ruth.call('printConcern', { params: { id: uuidv7(1) } });
  for (const hidden of [
    await ruth.call('printConcern', { params: { id: fight } }),
    await ruth.call('printChronology', { params: { id: year.pupil('Leo') } }),
    await tom.call('printConcern', { params: { id: bruise } }),
  ])
    expect([hidden.status, Buffer.from(hidden.bytes).toString()]).toEqual([
      404,
      Buffer.from(absent.bytes).toString(),
    ]);
  await ruth.must('endElevation');
  for (const name of ['printConcern', 'printChronology'] as const)
    expect((await ruth.call(name, { params: { id: year.amira } })).problem.code).toBe('elevation-needed');
});

test('one concern: what was written, its answers, the drawing with its marks, who was told and what happened', async () => {
  const id = await year.record({
    of: ['Amira', 'Leo'],
    category: 'Physical injury',
    at: '2026-11-23T12:10:00.000Z',
    text: 'She said: “It hurts.”\n\nI told Mrs Shah.',
    others: 'Her cousin',
    bodyMap: {
      marks: [
        {
          view: 'child-front',
          x: 290,
          y: 330,
          part: 'left-forearm',
          size: '3-cm',
          colours: ['yellow', 'green'],
          pupil: 0,
        },
        { view: 'hands-palms', x: 330, y: 200, part: 'left-palm', note: 'Hot.', pupil: 0 },
      ],
    },
  });
  const nadia = await year.lead(NADIA);
  await nadia.must('takeConcern', { params: { id } });
  await year.note(nadia, id, 'Rang children’s services.');
  const { reference } = await nadia.must('readConcern', { params: { id } });
  const answer = await nadia.call('printConcern', { params: { id } });
  const pdf = await readPdf(answer.bytes);
  const text = flat(pdf.pages);
  expect([pdf.complaints, pdf.info.get('Tagged'), pdf.info.get('Title')]).toEqual([
    '',
    'yes',
    `Concern ${reference}`,
  ]);
  expect(answer.headers.get('content-disposition')).toMatch(/filename="concern-[\d-]+\.pdf"/);
  for (const said of [
    'What Jo Price recorded She said: “It hurts.” I told Mrs Shah.',
    'Others involved Her cousin',
    '1 Left forearm, front On Amira Khan About 3 cm, yellow and green.',
    '2 Left palm On Amira Khan Hot.',
    'Left and right are the child’s own.',
    'Who it is about Amira Khan Class 4B',
    'Who and why Delivered Opened',
    'Taken by Nadia Shah',
    'Nadia Shah added Rang children’s services.',
  ])
    expect(text).toContain(said);
  expect(pdf.structure).toMatch(/Figure/);
  expect(pdf.structure).toMatch(/Table[^]*TR[^]*TH[^]*TD/);
  // Opened from Leo's page it begins with Leo; the marks stay on the child on whom they were seen.
  const ofLeo = async () => {
    const { bytes } = await nadia.call('printConcern', {
      params: { id },
      query: { pupil: year.pupil('Leo') },
    });
    return flat((await readPdf(bytes)).pages);
  };
  const fromLeo = await ofLeo();
  expect(fromLeo).toContain('Who it is about Leo O’Brien Class 6A');
  expect(fromLeo).toContain('2 Left palm On Amira Khan Hot.');
  expect((await nadia.call('printConcern', { params: { id }, query: { pupil: 'Leo' } })).status).toBe(400);
  expect(await newestRow('concern.printed')).toMatchObject({
    facts: { because: 'alerted', elevated: true },
  });
});

/** Five hundred notes about Amira. */
async function fiveHundred(): Promise<void> {
  const { house } = year;
  const id = await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2024-01-08T09:00:00.000Z',
    text: 'The first.',
  });
  const cells = cellsOf(house.ground.keys, house.schoolId, 'concern_actions');
  const day = Date.parse('2024-01-08T09:00:00.000Z');
  const rows = Array.from({ length: 499 }, (_, n) => {
    const actionId = uuidv7(day + n);
    return {
      school_id: house.schoolId,
      id: actionId,
      concern_id: id,
      kind: 'note' as const,
      staff_id: year.tablet.staffId,
      at: new Date(day + n * 86_400_000).toISOString(),
      ...cells.seal(actionId, {
        text: `Note ${n}. She came in late and without a coat again, and was cold.`,
      }),
    };
  });
  await house.ground.database.write((trx) => trx.batchInsert('concern_actions', rows, 50));
}

test('five hundred entries are printed while others are answered, and end with the access they were asked with', async () => {
  await fiveHundred();
  const nadia = await year.lead(NADIA);
  const progress = { printed: false };
  const printing = nadia.call('printChronology', page()).then((answer) => {
    progress.printed = true;
    return answer;
  });
  let answered = 0;
  while (!progress.printed) {
    await nadia.must('readSession');
    answered += 1;
    // Somebody at a desk, not a flood.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(answered).toBeGreaterThan(10);
  const pdf = await readPdf((await printing).bytes);
  expect(pdf.info.get('Pages')).toBe(String(pdf.pages.length));
  expect(pdf.pages.at(-1)).toContain(`${pdf.pages.length} of ${pdf.pages.length}`);
  const text = flat(pdf.pages);
  const notes = [...text.matchAll(/Note (\d+)\./g)].map(([, n]) => Number(n));
  expect(notes).toEqual(Array.from({ length: 499 }, (_, n) => n));
  const [, page2025] = /2025: \d+ entries, page (\d+)/.exec(text)!;
  expect(pdf.pages[Number(page2025) - 1]).toMatch(/2025: \d+ entries/);

  expect(await endsInTheMiddle(nadia)).toBe(true);
}, 180_000);

/** Whether a paper breaks off when its reader's elevation ends while it is made. */
async function endsInTheMiddle(nadia: Visitor): Promise<boolean> {
  const answer = await fetch(`${nadia.origin}/api/pupils/${year.amira}/chronology/paper`, {
    headers: { cookie: [...nadia.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  // The answer begins before the first of its entries is read.
  year.house.clock.skip(HOUR);
  return answer.arrayBuffer().then(
    () => false,
    () => true,
  );
}
