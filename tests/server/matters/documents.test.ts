import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { MINUTE } from '../../../server/clock';
import { readEarlier } from '../../../server/matters/earlier-documents';
import { AmirasYear, NADIA, RUTH, TOM } from '../chronology/amiras-year';
import { flat, readPdf } from '../papers/poppler';
import { putChunk, sealOnline } from '../files/online-file';
import type { Visitor } from '../visitor';

const content = Buffer.from('%PDF-1.7\nThe record of her first school.\n');

test('a lead puts an earlier record on Amira’s page, reads it again, and takes it off with a reason', async () => {
  const year = await AmirasYear.begin();
  const nadia = await year.lead(NADIA);
  const { pupils } = await nadia.must('matchNumbers', {
    body: { numbers: ['a100000000001', 'B999999999999', 'A100000000001 '] },
  });
  expect(pupils.map((one) => one?.name ?? null)).toEqual(['Amira Khan', null, 'Amira Khan']);

  const sealed = await sealOnline(content, '../A100000000001.pdf');
  const documentId = uuidv7(year.house.clock.now());
  const said = { kind: 'earlier-record', review: '2026-11-01', heldAt: 'Millbrook Infants' } as const;
  const params = { id: year.amira };
  const body = { documentId, file: sealed.file, ...said };
  expect((await nadia.call('addDocument', { params, body })).status).toBe(204);
  expect((await nadia.call('addDocument', { params, body })).status).toBe(204);
  const list = async () => (await nadia.must('listDocuments', { params })).documents;
  expect((await list()).map(({ file: { state } }) => state)).toEqual(['coming']);
  await putChunk(nadia, sealed, 1);
  await year.house.settled();
  const [kept] = await list();
  expect(kept).toMatchObject({
    ...said,
    late: true,
    by: 'Nadia Shah',
    file: { state: 'here', type: 'application/pdf', size: content.length },
  });
  expect(kept!.file.name).not.toContain('/');
  const entries = async (who: Visitor) => {
    const { entries: all } = await who.must('readChronology', { params, query: { kind: 'document' } });
    return all.map(({ text, by }) => ({ text, by }));
  };
  const text = `Earlier record: ${kept!.file.name}\nReview on 1 November 2026\nOriginal held at Millbrook Infants`;
  expect(await entries(nadia)).toEqual([{ text, by: 'Nadia Shah' }]);
  const one = { id: year.amira, documentId };
  const opened = await nadia.call('openDocument', { params: one });
  expect(Buffer.from(opened.bytes).equals(content)).toBe(true);
  expect(opened.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(opened.headers.get('content-security-policy')).toContain('sandbox');

  // A document has no category: like a record without one it is for the leads alone.
  for (const email of [TOM, RUTH]) {
    const other = await year.lead(email);
    expect((await other.call('openDocument', { params: one })).status).toBe(404);
    expect((await other.call('listDocuments', { params })).status).toBe(404);
    expect(await entries(other)).toEqual([]);
  }
  expect((await nadia.call('openDocument', { params: { ...one, id: year.pupil('Yusuf') } })).status).toBe(
    404,
  );

  const change = async (given: object) => {
    const after = (await list())[0]!.versionId;
    const versionId = uuidv7(year.house.clock.now());
    return nadia.call('changeDocument', {
      params: one,
      body: { ...said, versionId, after, removed: null, ...given },
    });
  };
  await change({ review: '2027-05-01' });
  expect((await list())[0]).toMatchObject({ review: '2027-05-01', late: false });
  expect((await change({ removed: 'Another child’s record.' })).status).toBe(204);
  expect(await list()).toEqual([]);
  expect(await entries(nadia)).toEqual([]);
  expect((await nadia.call('openDocument', { params: one })).status).toBe(404);

  const rows = await year.house.ground.database
    .read('audit')
    .where({ object: `pupil:${year.amira}` })
    .orderBy('seq');
  const whats = rows.map(({ what }) => what).filter((what) => !/^documents\.shown|^chronology/.test(what));
  expect(whats).toEqual([
    'document.added',
    'file.arrived',
    'document.opened',
    'document.changed',
    'document.removed',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Millbrook|pdf|A1000/);
});

test('a late review is put off, then the document is taken off: what stood, who changed it and why stays readable', async () => {
  const year = await AmirasYear.begin();
  const { clock, ground } = year.house;
  const nadia = await year.lead(NADIA);
  const params = { id: year.amira };
  const fresh = () => uuidv7(clock.now());
  const documentId = fresh();
  const { file } = await sealOnline(content, 'first-school.pdf');
  const said = { kind: 'earlier-record', review: '2026-11-01', heldAt: 'Millbrook' } as const;
  await nadia.must('addDocument', { params, body: { documentId, file, ...said } });
  const change = async (given: object) => {
    clock.skip(MINUTE);
    const { documents } = await nadia.must('listDocuments', { params });
    const after = documents[0]!.versionId;
    const body = { ...said, versionId: fresh(), after, removed: null, ...given };
    await nadia.must('changeDocument', { params: { ...params, documentId }, body });
  };
  const query = { kind: 'document,document-changed', order: 'oldest' } as const;
  const entries = async () => {
    const { entries: all } = await nadia.must('readChronology', { params, query });
    return all.map(({ kind, text, by }) => [kind, text?.split('\n').slice(1), by]);
  };
  await change({ review: '2028-05-01', heldAt: 'Elsewhere' });
  await change({ review: null, heldAt: 'Elsewhere' });
  expect(await entries()).toEqual([
    ['document', ['Review on 1 November 2026', 'Original held at Millbrook'], 'Nadia Shah'],
    ['document-changed', ['Review on 1 May 2028', 'Original held at Elsewhere'], 'Nadia Shah'],
    ['document-changed', ['Original held at Elsewhere'], 'Nadia Shah'],
  ]);
  const paper = await nadia.call('printChronology', { params });
  expect(flat((await readPdf(paper.bytes)).pages)).toMatch(/Document changed.*Review on 1 May 2028/);

  // Another child's leaves the chronology, and its paper, at once; the leads alone read on the card why.
  await change({ kind: 'other', removed: 'It is Leo’s.' });
  expect(await entries()).toEqual([]);
  const { documents, takenOff } = await nadia.must('listDocuments', { params });
  expect(documents).toEqual([]);
  expect(takenOff).toMatchObject([
    {
      ...{ documentId, kind: 'earlier-record', review: null, heldAt: 'Elsewhere' },
      ...{ name: 'first-school.pdf', reason: 'It is Leo’s.', by: 'Nadia Shah' },
    },
  ]);
  const kept = await readEarlier(ground.database.read, ground, year.house.schoolId, [documentId]);
  expect(kept.get(documentId)?.map(({ details }) => [details.review, details.heldAt])).toEqual([
    ['2026-11-01', 'Millbrook'],
    ['2028-05-01', 'Elsewhere'],
    [null, 'Elsewhere'],
  ]);
  const facts = await ground.database
    .read('audit')
    .where({ what: 'document.changed' })
    .pluck<string[]>('facts');
  expect(new Set(facts.map((one) => (JSON.parse(one) as { version: string }).version)).size).toBe(2);
});
