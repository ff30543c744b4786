import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { DAY } from '../../../server/clock';
import { raiseLeaving } from '../../../server/pupils/raise-leaving';
import { AmirasYear, NADIA, RUTH } from '../chronology/amiras-year';
import { sealOnline } from '../files/online-file';
import { elevatedLead } from '../security-keys/phone';

const letter = Buffer.from('%PDF-1.7\nThe record of her first school.\n');
const plan = {
  kind: 'child-protection',
  name: null,
  start: '2026-09-14',
  end: null,
  authority: 'Oakshire Council',
  worker: null,
  phone: null,
  note: null,
} as const;

test('a review whose day is over and a leaver’s late file: each lead is told once, by a word that says nothing', async () => {
  const year = await AmirasYear.begin();
  const { house } = year;
  const { ground, schoolId } = house;
  const { browser: nadia, phone } = await elevatedLead(house, NADIA);
  const params = { id: year.amira };
  const fresh = () => uuidv7(ground.clock.now());
  const look = async () => {
    const known = house.mails.length;
    await house.house.escalation.look();
    await house.settled();
    return house.mails.slice(known).map(({ to, subject }) => [to, subject]);
  };
  // Monday 23 November: the plan is looked at on Tuesday, the letter on Wednesday.
  const { file } = await sealOnline(letter, 'First school.pdf');
  const documentId = fresh();
  const said = { kind: 'earlier-record', heldAt: null } as const;
  await nadia.must('addDocument', { params, body: { documentId, file, ...said, review: '2026-11-25' } });
  const matterId = fresh();
  const first = fresh();
  await nadia.must('keepMatter', {
    params,
    body: { versionId: first, matterId, after: null, details: { ...plan, review: '2026-11-24' } },
  });
  await ground.database.write((trx) =>
    raiseLeaving(
      { trx, ground, schoolId, at: new Date(ground.clock.now()).toISOString() },
      [year.amira],
      '2026-11-23',
    ),
  );
  expect(await look()).toEqual([]);
  const reviews = async () => (await nadia.must('listDueActions')).reviews;
  expect(await reviews()).toEqual([]);

  // Thursday morning: both days are over. One word for both, to Nadia alone, who leads.
  house.clock.skip(3 * DAY);
  const told = await look();
  expect(told).toEqual([[NADIA, expect.stringMatching(/^A safeguarding task is late/)]]);
  const { subject, text } = house.mailTo(NADIA);
  expect(subject + text).not.toMatch(/Amira|Khan|4B|plan|document|review/i);
  expect(await look()).toEqual([]);
  const again = await house.loggedIn(NADIA);
  // Before full access the word says no more than the mail.
  expect((await again.must('listDueActions')).reviews.map(({ pupil }) => pupil)).toEqual([null, null]);
  await again.must('elevate', { body: { code: phone.nextCode() } });
  const { reviews: shown } = await again.must('listDueActions');
  const amira = { id: year.amira, name: 'Amira Khan', className: '4B' };
  expect(shown).toEqual([
    { day: '2026-11-24', of: 'plan', pupil: amira },
    { day: '2026-11-25', of: 'document', pupil: amira },
  ]);
  const { due } = (await again.must('listInbox')).counts;
  expect(due).toBe(2);
  expect((await (await year.lead(RUTH)).must('listDueActions')).reviews).toEqual([]);

  // What is said anew with the same day is no news; a later day is told of when it is over.
  let after = documentId;
  const change = async (review: string | null) => {
    const versionId = fresh();
    await again.must('changeDocument', {
      params: { ...params, documentId },
      body: { ...said, review, removed: null, versionId, after },
    });
    after = versionId;
  };
  await change('2026-11-25');
  await again.must('keepMatter', {
    params,
    body: { versionId: fresh(), matterId, after: first, details: { ...plan, review: null } },
  });
  expect(await look()).toEqual([]);
  await change('2026-11-30');
  expect((await again.must('listDueActions')).reviews).toEqual([]);
  // The leaver's file had five school days, until Monday 30; so has the letter now.
  house.clock.skip(5 * DAY);
  expect(await look()).toEqual([[NADIA, expect.stringMatching(/^A safeguarding task is late/)]]);
  expect(await look()).toEqual([]);
  const audit = await ground.database
    .read('audit')
    .where('what', 'like', '%overdue')
    .orderBy('seq')
    .select('what', 'object');
  expect(audit.map(({ what }) => what)).toEqual([
    'document.review-overdue',
    'pupil.review-overdue',
    'document.review-overdue',
    'leaver.overdue',
  ]);
});
