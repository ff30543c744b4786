import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SET_UP_HEADER } from '../../../protocol/set-up';
import { verifyAudit } from '../../../server/audit/verify';
import { DAY } from '../../../server/clock';
import { appointFromShell, TrustFault } from '../../../server/trust/appoint';
import { openHouse, type TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';

const NADIA = 'nadia.shah@oakfield.example';
const KIM = 'k.hilll@willowbank.example';
const INVITED = 'Set up Heed for your school';

/** The spreadsheet of Willow Bank, whose site is `willowbank`. */
const willowBank = () => new Uint8Array(readFileSync('client/public/set-up/heed-set-up-sample.xlsx'));

/** Nadia, a lead of Oakfield, looks after the schools of the trust as well. */
async function aTrust(): Promise<{ house: TestHouse; nadia: Visitor }> {
  const house = await openHouse();
  await appointFromShell(house.ground, ['add', NADIA]);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  return { house, nadia };
}

const invite = (nadia: Visitor, given: Partial<{ site: string; email: string }> = {}) =>
  nadia.call('inviteSite', { body: { site: 'willowbank', contactName: 'Kim Hill', email: KIM, ...given } });

/** Opens the link that Kim was mailed last. */
async function kimsLink(house: TestHouse): Promise<{ token: string; headers: Record<string, string> }> {
  await house.settled();
  const mail = house.mails.findLast(({ to, subject }) => to === KIM && subject === INVITED);
  const token = /\/set-up#([\w-]{43})/.exec(mail!.text)![1]!;
  return { token, headers: { [SET_UP_HEADER]: token } };
}

test('a main contact sets up the site that the trust reserved, and the trust reads nothing of it', async () => {
  const { house, nadia } = await aTrust();
  expect((await invite(nadia)).status).toBe(200);
  const { token, headers } = await kimsLink(house);
  const kim = house.visitor();
  expect(await kim.must('checkSetUp', { body: { token } })).toMatchObject({
    works: true,
    site: 'willowbank',
  });
  expect((await kim.must('previewSchool', { body: willowBank(), headers })).faults).toEqual([]);
  const done = await kim.must('confirmSchool', { body: willowBank(), headers });
  expect(new URL(done.address).hostname).toBe('willowbank.localhost');

  const { sites, invitations } = await nadia.must('listSites');
  expect(sites.map(({ site, begun }) => [site, begun])).toEqual([
    ['oakfield', true],
    ['willowbank', false],
  ]);
  expect(invitations).toEqual([]);
  // She is no member there: her session is one of Oakfield alone.
  expect((await nadia.must('readSession')).session!.schoolId).toBe(house.schoolId);
  expect((await kim.call('confirmSchool', { body: willowBank(), headers })).problem.code).toBe('link-used');
  await house.settled();
  expect(house.mailTo(KIM).subject).not.toBe(INVITED);
});

test('the link is for its own site alone, and opens no demo', async () => {
  const { house, nadia } = await aTrust();
  await invite(nadia, { site: 'riverside' });
  const { token, headers } = await kimsLink(house);
  const kim = house.visitor();
  const { faults } = await kim.must('previewSchool', { body: willowBank(), headers });
  expect(faults[0]).toMatchObject({ sheet: 'School', cell: 'Site', mend: 'Write “riverside” beside Site' });
  expect((await kim.call('confirmSchool', { body: willowBank(), headers })).problem.code).toBe(
    'spreadsheet-faults',
  );
  expect((await kim.call('tryDemo', { body: { token } })).problem.code).toBe('link-used');
});

test('a name that is taken, reserved or no part of an address is refused with what to write', async () => {
  const { nadia } = await aTrust();
  await invite(nadia);
  for (const site of ['oakfield', 'willowbank', 'authenticator', 'river side', 'río']) {
    const { problem } = await invite(nadia, { site });
    expect([site, problem.code, problem.field]).toEqual([site, 'not-valid', 'body.site']);
    expect(problem.title).toMatch(/^[A-Z“].*\.$/);
  }
});

test('a link that was withdrawn, or is two weeks old, opens nothing, and its name is free again', async () => {
  const { house, nadia } = await aTrust();
  const { reply: first } = await invite(nadia);
  const withdrawn = await kimsLink(house);
  await nadia.must('withdrawSite', { params: { id: first.id } });
  const kim = house.visitor();
  expect(await kim.must('checkSetUp', { body: { token: withdrawn.token } })).toMatchObject({ works: false });
  expect((await nadia.call('withdrawSite', { params: { id: first.id } })).problem.code).toBe('not-found');

  expect((await invite(nadia)).status).toBe(200);
  const old = await kimsLink(house);
  house.clock.skip(14 * DAY + 1000);
  expect((await kim.call('previewSchool', { body: willowBank(), headers: old.headers })).problem.code).toBe(
    'link-used',
  );
});

test('nobody keeps sites but whom the shell appointed, and only with full access', async () => {
  const house = await openHouse();
  const { browser: nadia, phone } = await elevatedLead(house, NADIA);
  expect((await nadia.call('listSites')).problem.code).toBe('not-found');
  expect((await invite(nadia)).problem.code).toBe('not-found');

  await appointFromShell(house.ground, ['add', NADIA]);
  expect((await nadia.must('readSession')).session!.keepsSites).toBe(true);
  expect((await nadia.call('listSites')).status).toBe(200);
  await nadia.must('endElevation');
  expect((await nadia.call('listSites')).problem.code).toBe('elevation-needed');
  await nadia.must('elevate', { body: { code: phone.nextCode() } });

  await appointFromShell(house.ground, ['end', NADIA]);
  expect((await nadia.call('listSites')).problem.code).toBe('not-found');
  await house.settled();
  const told = house.mails.filter(({ subject }) => subject === 'Setting up schools in Heed');
  expect(told.map(({ to }) => to)).toEqual([NADIA, NADIA]);
});

test('the shell appoints somebody of a school, says who they are, and each deed stands in the audit', async () => {
  const { house, nadia } = await aTrust();
  await expect(appointFromShell(house.ground, ['add', 'nobody@oakfield.example'])).rejects.toThrow(
    TrustFault,
  );
  await expect(appointFromShell(house.ground, ['crown', NADIA])).rejects.toThrow(TrustFault);
  expect(await appointFromShell(house.ground, ['list'])).toBe(NADIA);

  await invite(nadia);
  const { headers } = await kimsLink(house);
  await house.visitor().must('confirmSchool', { body: willowBank(), headers });
  const rows = await house.ground.database.read('audit').where({ school_id: house.schoolId });
  expect(rows.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['trust.appointed', 'site.invited', 'site.set-up']),
  );
  expect((await verifyAudit(house.ground.database.read, house.schoolId)).whole).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(KIM);
});
