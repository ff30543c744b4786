import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Kept } from '../../../protocol/own-account';
import { appendAudit } from '../../../server/audit/append';
import { MINUTE } from '../../../server/clock';
import { JO, NADIA, RUTH, StaffStory, TEXT, TOM } from '../concerns/staff-story';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import { addKey, elevatedLead } from '../security-keys/phone';
import { Tablet } from '../tablet';
import type { Visitor } from '../visitor';

/** A download without what every download adds by itself: its own time, its own row, the time of the last click. */
function withoutItself(kept: Kept): Kept {
  return {
    ...kept,
    made: '',
    sessions: kept.sessions.map((one) => ({ ...one, lastActive: '', passwordTyped: '' })),
    audit: kept.audit.filter(({ what }) => !/kept-downloaded|password-again/.test(what)),
  };
}

async function download(house: TestHouse, browser: Visitor): Promise<Kept> {
  house.clock.skip(MINUTE);
  await browser.must('proveAgain', { body: { password: PASSWORD } });
  return browser.must('downloadKept');
}

test('a record about him leaves no trace in what he downloads, and nor does what others do about it', async () => {
  const story = await StaffStory.begin();
  const { house } = story;
  const { browser: tom } = await elevatedLead(house, TOM);
  const before = withoutItself(await download(house, tom));

  const id = await story.record({ names: ['Tom Lowe'] });
  const { browser: ruth } = await elevatedLead(house, RUTH);
  await ruth.must('readConcern', { params: { id } });
  await ruth.must('takeConcern', { params: { id } });
  await ruth.must('addAction', {
    params: { id },
    body: { actionId: uuidv7(house.clock.now()), text: 'Spoke with the chair about Tom.' },
  });
  const unrelated = await story.record(null);
  await tom.must('readConcern', { params: { id: unrelated } });

  const after = await download(house, tom);
  expect(withoutItself(after)).toEqual(before);
  const text = JSON.stringify(after);
  for (const other of [
    'Nadia',
    'Ruth',
    'Jo ',
    'Stone',
    JO,
    RUTH,
    NADIA,
    'Amira',
    TEXT,
    id,
    unrelated,
    'oncern',
  ])
    expect(text).not.toContain(other);
});

test('she gets what is kept about herself, without a secret, and the audit says that she did', async () => {
  const house = await openHouse();
  await house.visitor().must('askForLink', { body: { email: JO } });
  const jo = await house.loggedIn(JO);
  await addKey(house, jo);
  const tablet = await Tablet.enrol(jo);
  const kept = await jo.must('downloadKept');
  expect(kept).toMatchObject({
    school: 'Oakfield Primary',
    person: { firstName: 'Jo', lastName: 'Price', email: JO },
    account: { emailOfAlerts: true, schools: ['Oakfield Primary'] },
    securityKeys: [{ name: 'My phone', removed: null }],
    recoveryCodesLeft: 10,
    devices: [{ name: 'Playground tablet 2', left: null }],
    notifications: [],
    absence: null,
  });
  expect(kept.audit.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['link.mailed', 'password.chosen', 'session.begun', 'security-key.added']),
  );
  const { database } = house.ground;
  const account = await database.read('accounts').whereNotNull('password_hash').first();
  const session = await database.read('sessions').first();
  const secrets = [account!.password_hash!, session!.token_hash, account!.email_index, tablet.authorKeyId];
  for (const secret of secrets) expect(JSON.stringify(kept)).not.toContain(secret);
  const rows = await database.read('audit').where({ what: 'account.kept-downloaded' });
  expect(rows).toMatchObject([{ actor: tablet.staffId, facts: '{}' }]);
});

test('whoever finds her browser open five minutes later needs her password for it', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn(JO);
  house.clock.skip(6 * MINUTE);
  expect((await jo.call('downloadKept')).problem.code).toBe('password-needed');
  await jo.must('proveAgain', { body: { password: PASSWORD } });
  expect((await jo.call('downloadKept')).status).toBe(200);
  expect(await house.ground.database.read('audit').where({ what: 'account.kept-downloaded' })).toHaveLength(
    1,
  );
});

test('what a colleague did to her account is for the school to tell, and stands not in it', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn(JO);
  const { staffId } = (await jo.must('readSession')).session!;
  const lead = (await (await house.loggedIn(NADIA)).must('readSession')).session!;
  await house.ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId: house.schoolId,
      at: new Date(house.clock.now()).toISOString(),
      actor: lead.staffId,
      what: 'session.ended',
      object: `staff:${staffId}`,
      facts: { own: false, sessions: 1 },
    }),
  );
  const { audit } = await jo.must('downloadKept');
  expect(audit.map(({ what }) => what)).not.toContain('session.ended');
});
