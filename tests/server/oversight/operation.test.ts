import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeBackup } from '../../../server/backup/make-backup';
import { SECOND } from '../../../server/clock';
import { rotateKey } from '../../../server/school/rotate-key';
import { openHouse, waitFor } from '../house';
import { aSchool } from '../school-builder';
import { aConcern, Tablet } from '../tablet';
import { addKey, elevatedLead } from '../security-keys/phone';

const NADIA = 'nadia.shah@oakfield.example';

test('S13: while the mail server is down the administrators are told, and no longer once it is back', async () => {
  let down = false;
  const mails: { to: string; text: string; subject: string }[] = [];
  const house = await openHouse({
    mailer: {
      works: true,
      send: async (mail) => {
        if (down) throw Object.assign(new Error('nobody listens there'), { code: 'ECONNREFUSED' });
        mails.push(mail);
        house.mails.push(mail);
      },
    },
  });
  const jo = await house.loggedIn('jo.price@oakfield.example');
  const { browser: nadia, phone } = await elevatedLead(house, NADIA);
  expect((await nadia.must('readOperation')).mail).toEqual({ stuck: 0, since: null });

  await house.settled();
  down = true;
  const tablet = await Tablet.enrol(jo);
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  expect((await nadia.must('readOperation')).mail).toMatchObject({
    stuck: 1,
    since: expect.any(String) as string,
  });

  down = false;
  house.clock.skip(120 * SECOND);
  await waitFor(async () => {
    await house.settled();
    if ((await nadia.call('readOperation')).status === 403)
      await nadia.must('elevate', { body: { code: phone.nextCode() } });
    return (await nadia.must('readOperation')).mail.stuck === 0;
  });
  expect(mails.some(({ to, text }) => to === NADIA && text.includes('afeguarding alert'))).toBe(true);
});

test('a school that depends on one person is told so until a second one has a security key', async () => {
  const house = await openHouse();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  expect((await nadia.must('readOperation')).standIns).toMatchObject({ administrators: 1, leads: 1 });

  await addKey(house, await house.loggedIn('ruth.grey@oakfield.example'));
  // Ruth is head: she keeps staff, and is no safeguarding lead.
  expect((await nadia.must('readOperation')).standIns).toMatchObject({ administrators: 2, leads: 1 });

  await addKey(house, await house.loggedIn('jo.price@oakfield.example'));
  expect((await nadia.must('readOperation')).standIns).toMatchObject({ administrators: 2, leads: 1 });

  await house.ground.database.write((trx) =>
    trx('staff')
      .where({ school_id: house.schoolId })
      .whereIn('id', trx('duty_list').where({ role: 'head' }).select('staff_id'))
      .update({ disabled_at: '2026-11-23T12:45:00.000Z' }),
  );
  expect((await nadia.must('readOperation')).standIns).toMatchObject({ administrators: 1, leads: 1 });
});

test('a school whose head alone hears of concerns about staff is told that a second person must exist', async () => {
  const house = await openHouse();
  const { browser: nadia } = await elevatedLead(house, 'nadia.shah@oakfield.example');
  expect((await nadia.must('readOperation')).standIns.staffConcerns).toBe(1);
  const base = aSchool();
  const school = { ...base.school, chair: { name: 'Carol Stone', email: 'c.stone@governors.example' } };
  const other = await openHouse({ plan: { ...base, school } });
  const { browser } = await elevatedLead(other, 'nadia.shah@oakfield.example');
  expect((await browser.must('readOperation')).standIns.staffConcerns).toBe(2);
});

test('backup and kept keys are red until they are so, and a new key asks again', async () => {
  const base = aSchool();
  const house = await openHouse({
    plan: aSchool({
      userGroups: base.userGroups.map((group) =>
        group.higherLevel && group.unrestricted
          ? { ...group, administration: [...group.administration, 'settings' as const] }
          : group,
      ),
    }),
  });
  const { browser: nadia } = await elevatedLead(house, NADIA);
  expect(await nadia.must('readOperation')).toMatchObject({ backup: null, keysKept: null });
  const to = mkdtempSync(join(tmpdir(), 'heed-operation-'));
  onTestFinished(() => rmSync(to, { recursive: true, force: true }));
  await makeBackup(house.ground, { to, keysTo: null, isElsewhere: () => true });
  await nadia.must('confirmKeysKept');
  expect(await nadia.must('readOperation')).toMatchObject({
    backup: { elsewhere: true },
    keysKept: { by: 'Nadia Shah' },
  });
  house.clock.skip(SECOND);
  await rotateKey(house.ground, house.schoolId, 'shell');
  expect((await nadia.must('readOperation')).keysKept).toBeNull();
  const jo = await house.loggedIn('jo.price@oakfield.example');
  expect((await jo.call('confirmKeysKept')).status).not.toBe(200);
});
