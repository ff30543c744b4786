import { describe, expect, test } from 'vitest';
import { templateNames } from '../../../server/messages/templates/names';
import { templates } from '../../../server/messages/templates/index';

const place = { origin: 'https://heed.oakfield.example', alertId: null };
const person = { to: 'jo.price@oakfield.example', name: 'Jo Price', schoolName: 'Oakfield Primary' };
const contents = {
  welcome: { ...person, supportEmail: 'help@heed.example', supportPhone: '020 7946 0000' },
  link: { ...person, url: 'https://heed.oakfield.example/password#t=abc', minutes: 60 },
  alert: { reference: '4F2K', schoolName: null },
  'urgent-alert': { reference: '4F2K', schoolName: null },
  waiting: { reference: '4F2K', schoolName: null, waited: 30 * 60_000 },
  'urgent-waiting': { reference: '4F2K', schoolName: null, waited: 150 * 60_000 },
  'daily-summary': { reference: '4F2K', schoolName: null },
  overdue: { reference: '4F2K', schoolName: null },
  'files-late': { reference: '4F2K', schoolName: null },
  'task-late': { reference: '', schoolName: null },
  reply: { reference: '4F2K', schoolName: null },
  addition: { reference: '4F2K', schoolName: null },
  test: {},
  'sign-in-change': { ...person, what: 'From now on you can sign in to Heed with your account at Google.' },
  'key-change': { ...person, what: 'A new security key was added to your account.' },
  'codes-guessed': person,
  'password-changed': person,
  'passwords-guessed': person,
  'site-invitation': {
    ...person,
    site: 'riverside',
    url: 'https://heed.oakfield.example/set-up#abc',
    days: 14,
  },
  'trust-change': { ...person, step: 'add' },
  'new-browser': { ...person, browser: 'Chrome on Android' },
  'rights-change': { ...person, step: 'waits' },
  'second-person': { ...person, deed: 'remove', owner: 'Sue Hall', code: '4F2K8Q7M' },
  'address-change': { ...person, step: 'waits' },
  'membership-offer': { ...person, url: 'https://heed.oakfield.example/join#abc', days: 7 },
  'membership-accepted': person,
  absence: { ...person, step: 'covers', other: 'Sue Hall', days: 'from 2 March 2027 to 5 March 2027' },
  practice: person,
  support: { to: person.to, reference: 'HD-7K2M9', text: 'Request HD-7K2M9. The page stays empty.' },
  unfinished: { ...person, step: 'left', began: 'Monday 23 November at 12:43' },
} as const;

const alerts = [
  'alert',
  'urgent-alert',
  'waiting',
  'urgent-waiting',
  'daily-summary',
  'overdue',
  'files-late',
  'addition',
] as const;

describe('every mail', () => {
  test.each(templateNames)('"%s" is plain, calm, and fits any window', (name) => {
    const { subject, text } = templates[name].mail(contents[name], place);

    expect(subject).toMatch(/^[A-Z][^\n!]{5,77}$/);
    expect(text).toMatch(/\.|example|0000/);
    expect(text).not.toMatch(/undefined|null|\[object|<[a-z]|!/);
    expect(text.endsWith('\n')).toBe(true);
    const long = text.split('\n').filter((line) => line.length > 72 && !/^\S+$/.test(line));
    expect(long).toEqual([]);
  });

  test.each(templateNames)('"%s" is refused when a fact is missing', (name) => {
    const [first] = Object.keys(contents[name]);
    const lacking = Object.entries(contents[name]).filter(([key]) => key !== first);
    const given = name === 'test' ? 'no facts' : Object.fromEntries(lacking);
    expect(() => templates[name].mail(given, place)).toThrow();
  });
});

test('the welcome of a new school answers what its main contact will ask, in order', () => {
  const { text } = templates.welcome.mail(contents.welcome, place);

  const asked = [
    'https://heed.oakfield.example',
    'the set-up spreadsheet names you as the main contact',
    'else was mailed',
    'YOUR FIRST LOG-IN',
    '"Forgotten your password or using Heed for the first time?"',
    'YOUR SECURITY KEY',
    '"Elevate Your Access"',
    'THEN, IN THIS ORDER',
    '"Share with staff"',
    'Training and guides: https://heed.oakfield.example/help',
    'Support: help@heed.example or 020 7946 0000',
  ].map((words) => text.replace(/\n(?=\S)/g, ' ').indexOf(words));
  expect(asked.every((at) => at >= 0)).toBe(true);
  expect(text.replace(/\s+/g, ' ')).toContain('Nobody else was mailed.');
});

test('an invitation says that it is good for days, a reset for minutes', () => {
  const good = (minutes: number) => templates.link.mail({ ...contents.link, minutes }, place).text;
  expect(good(7 * 24 * 60)).toContain('good for 7 days');
  expect(good(60)).toContain('good for 60 minutes');
});

test('only alerts, late tasks, replies and tests are ever pushed to a lock screen', () => {
  const pushed = templateNames.filter((name) => templates[name].push !== null);
  expect(pushed).toEqual([...alerts, 'task-late', 'reply', 'test']);
});

test.each(alerts)('"%s" says how many it stands for, and opens the list', (name) => {
  const one = { ...place, alertId: 'a1' };
  const said = (alerts: number) => ({
    mail: templates[name].mail(contents[name], { ...one, alerts }),
    push: templates[name].push!.text(contents[name], { ...one, alerts }),
  });
  expect(said(1)).toEqual({
    mail: templates[name].mail(contents[name], one),
    push: templates[name].push!.text(contents[name], one),
  });
  expect(said(1).push.navigate).toMatch(/\/alerts\/a1$/);
  expect(said(7).mail.subject).toMatch(/afeguarding (alert|summary) 4F2K and 6 more$/);
  expect(said(7).push).toMatchObject({ title: said(7).mail.subject, navigate: `${place.origin}/alerts` });
  expect(new Set([1, 2, 7, 2000].map((count) => said(count).mail.text.length)).size).toBe(1);
});

test('a concern that nobody took says how long it waits, in words of a lock screen', () => {
  const said = (waited: number) =>
    templates.waiting.push!.text({ ...contents.waiting, waited: waited * 60_000 }, place).title;
  expect(said(30)).toBe('Still waiting, 30 min: safeguarding alert 4F2K');
  expect(said(90)).toBe('Still waiting, 90 min: safeguarding alert 4F2K');
  expect(said(17 * 60 + 12)).toBe('Still waiting, 17 h: safeguarding alert 4F2K');
  expect(said(66 * 60)).toBe('Still waiting, 2 days: safeguarding alert 4F2K');
});

test('an alert holds its reference, and nothing of what its message was given besides', () => {
  const told = {
    ...contents.waiting,
    pupil: 'Ellie Marsh',
    author: 'Jo Price',
    category: 'Neglect',
    className: '5B',
    year: 'Year 5',
  };
  for (const name of [...alerts, 'reply'] as const) {
    const mail = templates[name].mail(told, place);
    const push = templates[name].push!.text(told, place);
    const said = JSON.stringify([mail, push]);
    expect(said).toContain('4F2K');
    expect(said).not.toMatch(/Ellie|Marsh|EM|Jo|Price|Neglect|5B|Year/);
    const where = name === 'reply' ? '/mine' : '/alerts';
    expect(mail.text).toContain(`https://heed.oakfield.example${where}\n`);
  }
});
