import { beforeEach, describe, expect, test } from 'vitest';
import type { RuleSentence } from '../../../protocol/automatic-alerts';
import { JO, NADIA, oakfield, openOffice, TOM, type Office } from '../oversight/office';
import { anAutomaticAlert, aPupil } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

let office: Office;

/** "When a concern is in … alert …"; what is not given is empty. */
function rule(
  category: string,
  given: { groups?: string[]; staff?: string[]; classes?: string[]; years?: string[] } = {},
): RuleSentence {
  return {
    categories: [office.id.category(category)],
    classes: (given.classes ?? []).map((name) => office.id.class(name)),
    years: (given.years ?? []).map((name) => office.id.year(name)),
    groups: (given.groups ?? []).map((name) => office.id.alertGroup(name)),
    staff: (given.staff ?? []).map((name) => office.id.staff(name)),
    daily: false,
  };
}

const preview = async (body: RuleSentence) => office.sue.must('previewAutomaticAlert', { body });

async function pupilIn(className: string): Promise<string> {
  const row = await office.house.ground.database
    .read('pupils')
    .where({ class_id: office.id.class(className) })
    .first('id');
  return row!.id;
}

/** Writes concerns on one tablet, one after another: category and class. */
async function write(email: string, ...concerns: [string, string][]): Promise<void> {
  const tablet = await Tablet.enrol(await office.house.loggedIn(email), `${email} tablet`);
  for (const [category, className] of concerns) {
    const pupilId = await pupilIn(className);
    const body = aConcern({ pupilId, categories: [office.id.category(category)] });
    await tablet.deliver((await tablet.seal(body)).bytes);
  }
  await office.house.settled();
}

beforeEach(async () => {
  office = await openOffice(
    oakfield({
      pupils: [
        aPupil({ className: '4B', yearGroup: 'Year 4' }),
        aPupil({ className: '6A', yearGroup: 'Year 6' }),
      ],
      alertGroups: [
        { name: 'Safeguarding team', members: [NADIA] },
        { name: 'Pastoral team', members: [JO, TOM] },
      ],
      automaticAlerts: [anAutomaticAlert({ category: 'Home', alertGroups: ['Pastoral team'] })],
    }),
  );
});

describe('what a rule would have sent', () => {
  test('is counted for each person, whoever wrote it being left out', async () => {
    await write(JO, ['Home', '4B'], ['Neglect', '4B'], ['Attendance', '4B']);
    await write(TOM, ['Neglect', '6A']);
    const counted = await preview(rule('Home', { groups: ['Pastoral team'], staff: ['Nadia Shah'] }));
    expect(counted).toMatchObject({ concerns: 3, alerts: 6 });
    expect(
      counted.people.map(({ name, groups, alerts, leftOut }) => [name, groups, alerts, leftOut]),
    ).toEqual([
      ['Jo Price', ['Pastoral team'], 1, 2],
      ['Nadia Shah', [], 3, 0],
      ['Tom Lowe', ['Pastoral team'], 2, 1],
    ]);
    const narrow = await preview(rule('Home', { staff: ['Nadia Shah'], years: ['Year 6'] }));
    expect(narrow).toMatchObject({ concerns: 1, alerts: 1 });
  });

  test('looks back 30 days, at no quarantined concern', async () => {
    await write(JO, ['Home', '4B']);
    const sentence = rule('Home', { staff: ['Nadia Shah'] });
    expect((await preview(sentence)).alerts).toBe(1);
    await office.house.ground.database.write((trx) =>
      trx('concerns').update({ quarantine: 'possible-duplicate' }),
    );
    expect((await preview(sentence)).alerts).toBe(0);
    const before = new Date(office.house.clock.now() - 31 * 24 * 60 * 60 * 1000).toISOString();
    await office.house.ground.database.write((trx) =>
      trx('concerns').update({ quarantine: null, received_at: before }),
    );
    expect((await preview(sentence)).concerns).toBe(0);
  });

  test('stands beside each rule of the school', async () => {
    await write(JO, ['Home', '4B'], ['Neglect', '6A']);
    const { rules, choices } = await office.sue.must('readAutomaticAlerts');
    expect(rules).toMatchObject([{ on: true, reaches: 2, lately: { alerts: 2, people: 1 } }]);
    expect(choices.groups.map(({ name, people }) => [name, people])).toEqual([
      ['Safeguarding team', 1],
      ['Pastoral team', 2],
    ]);
  });

  test('names no pupil, no reference and no word of a concern', async () => {
    await write(JO, ['Home', '4B']);
    const answered = await office.sue.call('previewAutomaticAlert', {
      body: rule('Home', { staff: ['Nadia Shah'] }),
    });
    const text = Buffer.from(answered.bytes).toString();
    const { reference, id } = (await office.house.ground.database.read('concerns').first('reference', 'id'))!;
    expect(text).toContain('Nadia Shah');
    for (const secret of [reference, id, await pupilIn('4B'), 'forearm']) expect(text).not.toContain(secret);
  });

  test('an administrator whose own child it is cannot count the concern in any way', async () => {
    await write(JO, ['Home', '4B'], ['Home', '6A']);
    const sentence = rule('Home', { staff: ['Nadia Shah'] });
    const uses = async () =>
      (await office.sue.must('readCategories')).categories.find(({ name }) => name === 'Home')!.uses;
    expect((await preview(sentence)).concerns).toBe(2);
    expect(await uses()).toEqual({ concerns: 2, rules: 1, groups: 0 });
    await office.make({
      kind: 'connected.add',
      pupilId: await pupilIn('4B'),
      staffId: office.id.staff('Sue Coyle'),
    });
    expect(await preview(sentence)).toMatchObject({ concerns: 1, alerts: 1 });
    expect(await uses()).toEqual({ concerns: 1, rules: 1, groups: 0 });
    expect((await office.sue.must('readAutomaticAlerts')).rules[0]!.lately.alerts).toBe(1);
  });

  test('whose own child it is, of those who would be told, is counted as left out', async () => {
    await write(JO, ['Home', '4B']);
    await office.make({
      kind: 'connected.add',
      pupilId: await pupilIn('4B'),
      staffId: office.id.staff('Tom Lowe'),
    });
    const { people } = await preview(rule('Home', { staff: ['Tom Lowe', 'Nadia Shah'] }));
    expect(people.map(({ name, alerts, leftOut }) => [name, alerts, leftOut])).toEqual([
      ['Nadia Shah', 1, 0],
      ['Tom Lowe', 0, 1],
    ]);
  });

  test('is for whoever administers alerts and for nobody else', async () => {
    const nadia = (await elevatedLead(office.house, NADIA)).browser;
    await office.house.ground.database.write((trx) => trx('user_groups').update({ administration: 'staff' }));
    const body = rule('Home');
    expect((await nadia.call('previewAutomaticAlert', { body })).status).toBe(404);
    const nobody = { categoryId: null, classId: null, yearGroupId: null, draft: null };
    expect((await nadia.call('testAutomaticAlerts', { body: nobody })).status).toBe(404);
  });
});

describe('a test without sending', () => {
  const tried = async (given: {
    category: string | null;
    className?: string;
    year?: string;
    draft?: { ruleId: string | null; rule: RuleSentence };
  }) => {
    const body = {
      categoryId: given.category === null ? null : office.id.category(given.category),
      classId: given.className ? office.id.class(given.className) : null,
      yearGroupId: given.year ? office.id.year(given.year) : null,
      draft: given.draft ?? null,
    };
    const { people } = await office.sue.must('testAutomaticAlerts', { body });
    return people.map(({ name, why }) => [
      name,
      ...why.map(({ code, group, category }) => [code, group, category].filter(Boolean).join(' ')),
    ]);
  };

  test('says who would be alerted and why, and alerts nobody', async () => {
    expect(await tried({ category: 'Neglect', className: '4B' })).toEqual([
      ['Jo Price', 'rule Pastoral team Home'],
      ['Tom Lowe', 'rule Pastoral team Home'],
    ]);
    await office.house.settled();
    expect(await office.house.ground.database.read('alerts')).toEqual([]);
    expect(office.house.mails.filter(({ subject }) => /alert/i.test(subject))).toEqual([]);
  });

  test('says who is told where no rule speaks, and where nothing was ticked', async () => {
    const fallback = [['Nadia Shah', 'fallback Safeguarding team']];
    expect(await tried({ category: 'Behaviour', className: '4B' })).toEqual(fallback);
    expect(await tried({ category: null })).toEqual(fallback);
  });

  test('takes in a rule that is not saved yet, in place of the one that it changes', async () => {
    const saved = (await office.sue.must('readAutomaticAlerts')).rules[0]!;
    const draft = { ruleId: saved.id, rule: rule('Home', { staff: ['Tom Lowe'], years: ['Year 6'] }) };
    expect(await tried({ category: 'Home', className: '6A', draft })).toEqual([['Tom Lowe', 'rule Home']]);
    expect(await tried({ category: 'Home', year: 'Year 6', draft })).toEqual([['Tom Lowe', 'rule Home']]);
    expect(await tried({ category: 'Home', className: '4B', draft })).toEqual([
      ['Nadia Shah', 'fallback Safeguarding team'],
    ]);
  });

  test('leaves out a rule that is switched off; a concern then alerts the fallback', async () => {
    const { id } = (await office.sue.must('readAutomaticAlerts')).rules[0]!;
    const off = { kind: 'automatic-alert.switch', ruleId: id, on: false } as const;
    expect(await office.outcomeOf(off)).toBe('made');
    expect((await office.sue.must('readAutomaticAlerts')).rules).toMatchObject([
      { id, on: false, reaches: 2 },
    ]);
    const fallback = [['Nadia Shah', 'fallback Safeguarding team']];
    expect(await tried({ category: 'Home', className: '4B' })).toEqual(fallback);
    await write(TOM, ['Home', '4B']);
    const told = await office.house.ground.database.read('alerts').pluck('staff_id');
    expect(told).toEqual([office.id.staff('Nadia Shah')]);
    // Switched on again, it lets Jo read more: a second person confirms.
    expect(await office.outcomeOf({ ...off, on: true })).toEqual([
      'Jo Price: told Home',
      'Jo Price: told Neglect',
    ]);
    await office.confirmAll();
    expect((await office.sue.must('readAutomaticAlerts')).rules).toMatchObject([{ id, on: true }]);
  });
});

test('rules stand in the order that the school gives them; one that reaches nobody is not switched on', async () => {
  const second = { kind: 'automatic-alert.add', ...rule('Behaviour', { staff: ['Tom Lowe'] }) } as const;
  await office.make(second);
  const before = (await office.sue.must('readAutomaticAlerts')).rules.map(({ id }) => id);
  await office.make({ kind: 'automatic-alert.order', order: [...before].reverse() });
  const after = (await office.sue.must('readAutomaticAlerts')).rules;
  expect(after.map(({ id }) => id)).toEqual([...before].reverse());
  const ruleId = after[0]!.id;
  await office.make({ kind: 'automatic-alert.switch', ruleId, on: false });
  await office.house.ground.database.write((trx) =>
    trx('staff')
      .where({ id: office.id.staff('Tom Lowe') })
      .update({ disabled_at: new Date(office.house.clock.now()).toISOString() }),
  );
  expect(await office.refusalOf({ kind: 'automatic-alert.switch', ruleId, on: true })).toMatch(
    /^This would alert nobody\./,
  );
});
