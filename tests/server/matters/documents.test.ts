import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { AmirasYear, NADIA, RUTH, TOM } from '../chronology/amiras-year';

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
  const text = `Earlier record: ${kept!.file.name}\nOriginal held at Millbrook Infants`;
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
