import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openGround } from '../../../server/open-ground';
import { importSchool } from '../../../server/set-up/import/import-school';
import { planSchool } from '../../../server/set-up/plan-school';
import type { SchoolPlan } from '../../../server/set-up/school-plan';
import { readWorkbook } from '../../../server/set-up/workbook/read-xlsx';
import { openHouse, type TestHouse } from '../house';
import { aPupil, aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';

const sample = () => new Uint8Array(readFileSync('client/public/set-up/heed-set-up-sample.xlsx'));

function samplePlan(): SchoolPlan {
  return planSchool(readWorkbook(sample()), '2026-11-23').plan!;
}

async function count(house: TestHouse, table: string): Promise<number> {
  const rows = await house.ground.database
    .read(table)
    .where({ school_id: house.schoolId })
    .count<{ n: number | string }[]>({ n: '*' });
  return Number(rows[0]!.n);
}

test('the sample school takes effect: everybody, every class, every rule', async () => {
  const house = await openHouse({ plan: samplePlan() });
  const found = {
    staff: await count(house, 'staff'),
    pupils: await count(house, 'pupils'),
    classes: await count(house, 'classes'),
    categories: await count(house, 'categories'),
    rules: await count(house, 'automatic_alerts'),
    restrictions: await count(house, 'class_restrictions'),
    places: await count(house, 'places'),
    agencies: await count(house, 'agencies'),
    duty: await count(house, 'duty_list'),
  };
  // 38 staff and the chair of governors
  expect(found).toEqual({
    staff: 39,
    pupils: 420,
    classes: 14,
    categories: 14,
    rules: 5,
    restrictions: 14,
    places: 7,
    agencies: 6,
    duty: 4,
  });
});

test('only the main contact of a fresh school is mailed, once', async () => {
  const house = await openHouse({ plan: samplePlan() });
  await house.settled();
  expect(house.mails.map((mail) => mail.to)).toEqual(['k.hilll@willowbank.example']);
  expect(house.mails[0]!.text).toMatch(/Nobody\s+else\s+was\s+mailed/);
  await importSchool(house.ground, samplePlan(), { actor: 'shell' });
  await house.settled();
  expect(house.mails).toHaveLength(1);
});

test('the same sheet again changes nothing; a changed one changes only what differs and deletes nothing', async () => {
  const amira = aPupil({ firstName: 'Amira', lastName: 'Khan' });
  const leo = aPupil({ firstName: 'Leo', lastName: 'O’Brien', className: '6A', yearGroup: 'Year 6' });
  const plan = aSchool({ pupils: [amira, leo] });
  const house = await openHouse({ plan });
  const again = await importSchool(house.ground, plan, { actor: 'shell' });
  expect(Object.values(again.counts).every((one) => one.added === 0 && one.changed === 0)).toBe(true);
  const moved = { ...plan, pupils: [{ ...amira, className: '6A', yearGroup: 'Year 6' }] };
  const third = await importSchool(house.ground, moved, { actor: 'shell' });
  expect(third.counts['pupils']).toEqual({ added: 0, changed: 1 });
  expect(await count(house, 'pupils')).toBe(2);
});

test('once a lead has logged in, a sheet that lets somebody read more is told to the leads and counted in the audit', async () => {
  const plan = aSchool();
  const house = await openHouse({ plan });
  await house.loggedIn('nadia.shah@oakfield.example');
  const known = house.mails.length;
  await importSchool(house.ground, plan, { actor: 'shell' });
  await house.settled();
  expect(house.mails).toHaveLength(known);
  const staff = plan.staff.map((one) =>
    one.userGroup === 'Teachers' ? { ...one, userGroup: 'Safeguarding leads' } : one,
  );
  await importSchool(house.ground, { ...plan, staff }, { actor: 'shell' });
  await house.settled();
  expect(house.mails.slice(known).map((mail) => mail.to)).toEqual(['nadia.shah@oakfield.example']);
  expect(house.mailTo('nadia.shah@oakfield.example').text.replace(/\s+/g, ' ')).toContain(
    'An import from the server’s shell changed who may read or be told what. It is in force now.',
  );
  const rows = await house.ground.database.read('audit').where({ what: 'school.imported' }).orderBy('seq');
  expect(rows.map((row) => /"widened":\[[^\]]*"view-concerns:1"/.test(row.facts))).toEqual([
    false,
    false,
    true,
  ]);
});

test('two thousand pupils come in with one transaction', async () => {
  const pupils = Array.from({ length: 2000 }, () => aPupil());
  const house = await openHouse({ plan: null });
  const { schoolId } = await importSchool(house.ground, aSchool({ pupils }), { actor: 'shell' });
  expect(await count({ ...house, schoolId }, 'pupils')).toBe(2000);
  expect(await count({ ...house, schoolId }, 'audit')).toBe(1);
});

test('an import that fails half-way leaves nothing behind', async () => {
  const house = await openHouse({ plan: null });
  const failing = importSchool(house.ground, aSchool(), {
    actor: 'shell',
    finally: () => Promise.reject(new Error('the link was used')),
  });
  await expect(failing).rejects.toThrow('the link was used');
  for (const table of ['schools', 'staff', 'pupils', 'accounts', 'audit', 'messages']) {
    expect(await house.ground.database.read(table).select('*'), table).toEqual([]);
  }
});

test('the roll finds siblings, teachers and one’s own classes; the board says whom to find', async () => {
  const amira = aPupil({ firstName: 'Amira', lastName: 'Khan' });
  const yusuf = aPupil({
    firstName: 'Yusuf',
    lastName: 'Khan',
    siblingOf: amira.upn!,
    className: '6A',
    yearGroup: 'Year 6',
  });
  const base = aSchool();
  const staff = base.staff.map((one) =>
    one.email === 'jo.price@oakfield.example' ? { ...one, classes: ['4B'] } : one,
  );
  const plan = aSchool({
    staff,
    pupils: [amira, yusuf],
    classes: [
      { name: '4B', yearGroup: 'Year 4', teacherEmail: 'jo.price@oakfield.example' },
      { name: '6A', yearGroup: 'Year 6' },
    ],
  });
  const house = await openHouse({ plan });
  const roll = await (await house.loggedIn('jo.price@oakfield.example')).must('readRoll');
  const first = roll.pupils.find((pupil) => pupil.first === 'Amira')!;
  expect(first).toMatchObject({ className: '4B', teacher: 'Ms Price', year: 'Year 4' });
  expect(first.siblings).toEqual([roll.pupils.find((pupil) => pupil.first === 'Yusuf')!.id]);
  expect(roll.ownClasses).toEqual(['4B']);
});

test('the matrix of the sheet decides what a group may view: a row overrides *, a parent covers its children', async () => {
  const plan = aSchool({
    categories: [
      { ...aSchool().categories[1]!, name: 'Behaviour' },
      { ...aSchool().categories[1]!, name: 'Bullying', parent: 'Behaviour' },
      { ...aSchool().categories[1]!, name: 'Attendance' },
    ],
    permissions: [
      {
        userGroup: 'Safeguarding leads',
        category: '*',
        viewPupils: true,
        viewConcerns: true,
        addConcerns: true,
      },
      { userGroup: 'Teachers', category: '*', viewPupils: false, viewConcerns: false, addConcerns: false },
      {
        userGroup: 'Teachers',
        category: 'Behaviour',
        viewPupils: false,
        viewConcerns: true,
        addConcerns: true,
      },
    ],
    automaticAlerts: [],
  });
  const house = await openHouse({ plan });
  const { browser } = await elevatedLead(house, 'jo.price@oakfield.example');
  const { mayAdd } = await browser.must('readRoll');
  expect(mayAdd).toHaveLength(2);
});

test('a school that the shell sets up beside a running server is there at the next request', async () => {
  const house = await openHouse({ plan: null });
  expect((await house.visitor().must('readPlace')).setUp).toBe(false);
  const shell = await openGround(house.settings, { log: house.ground.log });
  onTestFinished(() => shell.close());
  await importSchool(shell, aSchool(), { actor: 'shell' });
  expect(await house.visitor().must('readPlace')).toMatchObject({
    schoolName: 'Oakfield Primary',
    setUp: true,
  });
});
