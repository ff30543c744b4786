import { beforeEach, expect, test, vi } from 'vitest';
import { supportText } from '../../../protocol/words/support';
import { DAY } from '../../../server/clock';
import { JO, openOffice, TOM, type Office } from '../oversight/office';
import type { Visitor } from '../visitor';
import { aReport, anAsked } from './a-request';

const HELP = 'it@oakfield.example';

let office: Office;
let jo: Visitor;
beforeEach(async () => {
  office = await openOffice();
  jo = await office.house.loggedIn(JO);
});

const nameSupport = (email: string | null = HELP) =>
  office.outcomeOf({
    kind: 'settings.set',
    to: { setting: 'support', value: { email, phone: '01632 960104', hours: 'School days, 8 to 4' } },
  });
const ask = (given: Partial<ReturnType<typeof anAsked>> = {}, more: object = {}) =>
  jo.call('askSupport', { body: { asked: anAsked(given), way: 'mail', answer: false, ...more } });

/** The mail server takes nothing until the story lets it. */
function holdMailsBack(): () => void {
  const { mailer } = office.house.house;
  const send = mailer.send.bind(mailer);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  vi.spyOn(mailer, 'send').mockImplementation(async (mail) => {
    await held;
    return send(mail);
  });
  return letGo;
}

test('whom to ask stands on the log-in page for everybody, as soon as an administrator has said it', async () => {
  const place = () => office.house.visitor().must('readPlace');
  expect((await place()).support).toBeNull();
  expect(await nameSupport()).toBe('made');
  expect((await place()).support).toEqual({
    email: HELP,
    phone: '01632 960104',
    hours: 'School days, 8 to 4',
  });
  expect((await office.sue.must('readSettings')).settings.support.email).toBe(HELP);
});

test('support gets what its author was shown, word for word, and the subject says a reference alone', async () => {
  await nameSupport();
  const letGo = holdMailsBack();
  const { requests } = (await ask()).reply;
  expect(requests).toMatchObject([{ reference: 'HD-7K2M9', state: 'queued' }]);
  letGo();
  await office.house.settled();
  const mail = office.house.mailTo(HELP);
  expect(mail.subject).toBe('Heed support request HD-7K2M9');
  const asShown = supportText(anAsked(), null);
  expect(requests[0]!.text).toBe(asShown);
  expect(mail.text.replace(/\s+/g, ' ')).toBe(asShown.replace(/\s+/g, ' '));
  expect(asShown).toContain('Records waiting: 3, of them held back: 1');
  // A device that cannot read what it keeps does not say that nothing waits.
  const unread = supportText(anAsked({ report: { ...aReport, records: null } }), null);
  expect(unread).toContain('Records waiting: not known');
  expect(asShown).toContain('Clock: 140 s fast');
  for (const name of ['Jo', 'Price', JO, 'Amira', 'Oakfield Primary']) expect(mail.text).not.toContain(name);
  expect((await jo.must('listSupportRequests')).requests).toMatchObject([{ state: 'sent' }]);
});

test('one’s own address goes along only where one has said so', async () => {
  await nameSupport();
  await ask({}, { answer: true });
  await office.house.settled();
  expect(office.house.mailTo(HELP).text).toContain(`Answer to: ${JO}`);
});

test('a name, a text or an id has no place in what the device tells of itself', async () => {
  await nameSupport();
  for (const report of [
    { ...aReport, pupil: 'Amira Khan' },
    { ...aReport, browser: 'Amira Khan was hurt in Year 4' },
    { ...aReport, delivery: ['amira-khan'] },
    { ...aReport, records: { waiting: 'Amira', held: 0, beingChecked: 0 } },
  ])
    expect((await ask({ report: report as never })).problem).toMatchObject({ status: 400 });
  expect((await jo.must('listSupportRequests')).requests).toEqual([]);
});

test('asked again with the same reference it is one request; a colleague’s reference is refused', async () => {
  await nameSupport();
  await ask();
  await ask({ words: 'Once more.' });
  const tom = await office.house.loggedIn(TOM);
  expect((await tom.must('listSupportRequests')).requests).toEqual([]);
  const taken = await tom.call('askSupport', { body: { asked: anAsked(), way: 'mail', answer: false } });
  expect(taken.problem.code).toBe('conflict');
  await office.house.settled();
  expect(office.house.mails.filter(({ to }) => to === HELP)).toHaveLength(1);
  expect((await jo.must('listSupportRequests')).requests).toHaveLength(1);
});

test('a school that names no address sends nothing, and a file is noted as one', async () => {
  expect((await ask()).problem).toMatchObject({ code: 'conflict' });
  const { requests } = (await ask({}, { way: 'file' })).reply;
  expect(requests).toMatchObject([{ state: 'file' }]);
});

test('six requests a day, each of at most a thousand characters, and the seventh says to ring', async () => {
  await nameSupport();
  expect((await ask({ words: 'x'.repeat(1001) })).problem.field).toBe('body.asked.words');
  for (const letter of 'ABCDEF') expect((await ask({ reference: `HD-2222${letter}` })).status).toBe(200);
  const seventh = await ask({ reference: 'HD-2222G' });
  expect(seventh.problem).toMatchObject({ code: 'too-many' });
  expect(seventh.problem.title).toContain('Ring support');
  office.house.clock.skip(DAY);
  jo = await office.house.loggedIn(JO);
  expect((await ask({ reference: 'HD-2222G' })).status).toBe(200);
});

test('the audit says that somebody asked, and nothing of what', async () => {
  await nameSupport();
  await ask();
  const rows = await office.house.ground.database.read('audit').where({ what: 'support.asked' });
  expect(rows).toHaveLength(1);
  expect(rows[0]!.facts).toBe('{"way":"mail"}');
});
