import { describe, expect, test } from 'vitest';
import { readSite } from '../../../server/school/site-names';
import { importSchool } from '../../../server/set-up/import/import-school';
import { whySiteRefused } from '../../../server/set-up/site-place';
import { openHouse } from '../house';
import { aSchool } from '../school-builder';
import { aSchool as aSheet, places } from '../set-up/small-school';
import { aConcern, Tablet } from '../tablet';
import { HAZEL, OMAR, openTrust } from './trust';

describe('the name of a site', () => {
  test.each(['authenticator', 'www', 'mail', 'api', 'autodiscover'])(
    '"%s" is kept for something else',
    (site) => {
      const sheet = aSheet();
      const cell = `B${String(1 + sheet.rows('School').findIndex(([name]) => name === 'Site'))}`;
      const { faults, plan } = sheet.set('School', cell, site).plan();
      expect(plan).toBeNull();
      expect(places(faults)).toEqual([`School!${cell}`]);
      expect(faults[0]!.mend).toBe('Write another name');
    },
  );

  test.each([
    '-hazel',
    'hazel-',
    'Hazel',
    'hazel.primary',
    'xn--hzel-0qa',
    'häzel',
    'a'.repeat(64),
    'ha zel',
  ])('"%s" can stand in no address', (site) => {
    expect(readSite(site)).toBeNull();
  });

  test('a name that another school has is refused with a sentence, and its school is left alone', async () => {
    const { house } = await openTrust();
    const why = (site: string, name: string) => whySiteRefused(house.ground, { site, name });
    expect(await why('hazel', 'Hawthorn Primary')).toMatch(
      /“hazel” is taken by Hazel Primary, and this spreadsheet is of Hawthorn Primary\. Write another Site/,
    );
    expect(await why('hazel', 'Hazel  primary')).toBeNull();
    expect(await why('hawthorn', 'Hawthorn Primary')).toBeNull();
  });

  test('a server whose address is a number takes no second school', async () => {
    const house = await openHouse({ environment: { PUBLIC_URL: 'http://127.0.0.1:8080' } });
    expect(await whySiteRefused(house.ground, { site: 'hazel', name: 'Hazel' })).toMatch(/needs a host name/);
    expect(await whySiteRefused(house.ground, { site: 'oakfield', name: 'Oakfield Primary' })).toBeNull();
  });
});

test('a second school has an address, keys, bundle, alerts and audit of its own at once', async () => {
  const { house, hazelId, oakfieldId, audit } = await openTrust();
  const omar = await house.loggedIn(OMAR, HAZEL);
  const tablet = await Tablet.enrol(omar);
  expect(tablet.bundle.schoolId).toBe(hazelId);
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const reader = house.ground.database.read;
  expect(await reader('concerns').pluck('school_id')).toEqual([hazelId]);
  expect(await reader('alerts').distinct().pluck('school_id')).toEqual([hazelId]);
  const kinds = await reader('keys').where({ scope: hazelId }).distinct().orderBy('kind').pluck('kind');
  expect(kinds).toEqual(['data', 'envelope', 'identity', 'index', 'receipt']);
  expect(await audit(oakfieldId)).toEqual(['school.imported']);
  // The first school has one address, its home; its own name in front of it is nobody's.
  const nowhere = house.visitor('oakfield.heed.test:8080');
  expect((await nowhere.call('readPlace')).status).toBe(404);
  expect((await house.visitor().must('readPlace')).schoolName).toBe('Oakfield Primary');
  expect((await house.visitor(HAZEL).must('readPlace')).schoolName).toBe('Hazel Primary');
});

test('a main contact who has an account elsewhere is asked to join, and told how', async () => {
  const { house } = await openTrust();
  const plan = aSchool({ site: 'rowan', name: 'Rowan Primary' });
  await importSchool(house.ground, plan, { actor: 'shell' });
  await house.settled();
  const mails = house.mails.filter(({ text }) => text.includes('Rowan Primary'));
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    'Heed is ready for Rowan Primary',
    'Rowan Primary asks you to join it in Heed',
  ]);
  expect(mails.every(({ to }) => to === plan.school.mainContact.email)).toBe(true);
  const [welcome] = mails.filter(({ subject }) => subject.startsWith('Heed is ready'));
  expect(welcome!.text).toContain('Open the mail "Rowan Primary asks you to join it in Heed"');
  expect(welcome!.text).not.toContain('Forgotten your password');
});
