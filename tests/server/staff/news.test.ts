import { expect, test } from 'vitest';
import { JO, openOffice, TOM } from '../oversight/office';

test('whoever was told what is new is not told again, and nobody is told for them', async () => {
  const { house } = await openOffice();
  const [jo, tom] = [await house.loggedIn(JO), await house.loggedIn(TOM)];
  expect(await jo.must('readNews')).toEqual({ seen: null });
  await jo.must('noteNews', { body: { version: '1.9.0' } });
  expect(await jo.must('readNews')).toEqual({ seen: '1.9.0' });
  await jo.must('noteNews', { body: { version: '1.10.0' } });
  // A tablet that still has an older Heed.
  await jo.must('noteNews', { body: { version: '1.9.0' } });
  await jo.must('noteNews', { body: { version: '1.10.0' } });
  expect(await jo.must('readNews')).toEqual({ seen: '1.10.0' });
  expect(await tom.must('readNews')).toEqual({ seen: null });

  const rows = await house.ground.database.read('audit').where({ what: 'staff.news-seen' }).orderBy('seq');
  expect(rows.map(({ facts }) => facts)).toEqual(['{"version":"1.9.0"}', '{"version":"1.10.0"}']);
  const refused = await jo.call('noteNews', { body: { version: 'newest' } });
  expect(refused.problem).toMatchObject({ status: 400, field: 'body.version' });
});
