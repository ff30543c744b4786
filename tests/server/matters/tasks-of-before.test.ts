import { expect, test } from 'vitest';
import { up } from '../../../migrations/20261130145500_tasks_of_before';
import { uuidv7 } from '../../../protocol/identifiers';
import { DAY } from '../../../server/clock';
import { dateOldTasks } from '../../../server/matters/date-old-tasks';
import { AmirasYear, NADIA } from '../chronology/amiras-year';
import { sealOnline } from '../files/online-file';
import { leave } from './a-leaver';

const blank = { name: null, end: null, authority: null, worker: null, phone: null, note: null };

test('what was late before anybody was told of it is told of once, when the school is open, and stands on the list', async () => {
  const year = await AmirasYear.begin();
  const { house } = year;
  const { ground } = house;
  const nadia = await year.lead(NADIA);
  const params = { id: year.amira };
  const fresh = () => uuidv7(ground.clock.now());
  const add = async (review: string | null) => {
    const { file } = await sealOnline(Buffer.from('%PDF-1.7\nMinutes.\n'), 'Minutes.pdf');
    const body = { documentId: fresh(), file, kind: 'minutes', review, heldAt: null } as const;
    await nadia.must('addDocument', { params, body });
  };
  await add('2026-11-24');
  await add(null);
  const matterId = fresh();
  const begun = fresh();
  const plan = { kind: 'early-help', start: '2026-09-14', ...blank } as const;
  const keep = (after: string | null, review: string, versionId = fresh()) =>
    nadia.must('keepMatter', {
      params,
      body: { versionId, matterId, after, details: { ...plan, review } },
    });
  await keep(null, '2026-10-01', begun);
  house.clock.skip(1000);
  await keep(begun, '2027-03-01');
  await leave(year, [year.amira], '2026-11-23');
  // As an older version left them: no day beside the sealed words.
  await ground.database.write(async (trx) => {
    for (const table of ['pupil_documents', 'pupil_matters'] as const)
      await trx(table).update({ review_day: null, overdue_at: null });
    await trx('leaving').update({ overdue_at: null });
  });
  // Thursday 3 December, late in the evening.
  house.clock.skip(10 * DAY + DAY / 3);
  const look = async () => {
    const known = house.mails.length;
    await house.house.escalation.look();
    await house.settled();
    return house.mails.slice(known).map(({ to }) => to);
  };
  expect(await look()).toEqual([]);
  await ground.database.write((trx) => up(trx));
  expect(await look()).toEqual([]);
  await dateOldTasks(ground);
  const days = async (table: 'pupil_documents' | 'pupil_matters') =>
    (await ground.database.read(table).whereNotNull('review_day').pluck<string[]>('review_day')).sort();
  expect([await days('pupil_documents'), await days('pupil_matters')]).toEqual([
    ['2026-11-24'],
    ['2027-03-01'],
  ]);
  // Nobody is mailed at night, and everybody who leads in the morning.
  expect(await look()).toEqual([]);
  house.clock.skip(DAY / 2);
  expect(await look()).toEqual([NADIA]);
  expect(await look()).toEqual([]);
  const whats = await ground.database
    .read('audit')
    .where('what', 'like', '%overdue')
    .orderBy('what')
    .pluck('what');
  expect(whats).toEqual(['document.review-overdue', 'leaver.overdue']);
  // A server that is updated once more tells nobody again.
  await ground.database.write((trx) => up(trx));
  await dateOldTasks(ground);
  house.clock.skip(DAY);
  expect(await look()).toEqual([]);
  // Past its review, the plan of March is told of in its turn.
  house.clock.skip(90 * DAY);
  expect(await look()).toEqual([NADIA]);
});
