import { describe, expect, test } from 'vitest';
import type { Concern, ConcernNews } from '../../protocol/concerns';
import type { AlertRow } from '../../protocol/inbox';
import { mayUndo } from '../../client/screens/alerts/action-bar';
import { age, briefMoment, dayHeading, rowTime } from '../../client/screens/alerts/ages';
import { factsOf, stepsOf } from '../../client/screens/alerts/concern-words';
import { concernWords } from '../../protocol/words/concern';
import { deliveredWords, pupilLine } from '../../protocol/words/concern-said';
import { groupRows } from '../../client/screens/alerts/group-rows';
import { newsWords } from '../../client/screens/alerts/news';
import { rowWords } from '../../client/screens/alerts/row-words';
import { shortcutOf } from '../../client/screens/alerts/shortcuts';
import { aConcernRead, anAlert, content } from './made-alerts';

const at = (time: string, day = 23) =>
  new Date(2026, 10, day, ...(time.split(':').map(Number) as [number, number]));
const iso = (time: string, day = 23) => at(time, day).toISOString();
const NOW = at('13:05').getTime();
const brief = (at: string) => briefMoment(Date.parse(at), NOW);

const tom = { name: 'Tom Lowe', you: false };
const nadia = { name: 'Nadia Shah', you: true };

const said = (row: AlertRow) => rowWords(row, NOW);

describe('the order of the inbox', () => {
  test('begins with what nobody has picked up, urgent first, then whoever waits longest, then the days', () => {
    const rows = [
      anAlert('now', { at: iso('13:04') }),
      anAlert('closed', { at: iso('08:52'), concern: content({ status: 'closed', takenBy: tom }) }),
      anAlert('long', { at: iso('12:51') }),
      anAlert('taken on Friday', {
        at: iso('15:40', 20),
        concern: content({ status: 'taken', takenBy: tom }),
      }),
      anAlert('urgent', { at: iso('13:00'), urgent: true }),
      anAlert('checked', { at: iso('12:58'), concern: content({ status: 'being-checked' }) }),
      anAlert('yesterday', {
        at: iso('15:40', 22),
        concern: content({ status: 'taken', takenBy: tom }),
      }),
    ];
    expect(
      groupRows(rows, NOW).map(({ title, hot, rows: of }) => [title, hot, of.map((row) => row.alertId)]),
    ).toEqual([
      ['Nobody has picked this up yet', true, ['urgent', 'long', 'checked', 'now']],
      ['Today', false, ['closed']],
      ['Yesterday', false, ['yesterday']],
      ['Friday', false, ['taken on Friday']],
    ]);
  });

  test('says nothing of who waits for whom to somebody who has not elevated', () => {
    const locked = anAlert('a', { at: iso('12:51'), concern: null });
    expect(groupRows([locked], NOW).map(({ title, hot }) => [title, hot])).toEqual([['Today', false]]);
    expect(said(locked)).toMatchObject({
      who: 'Alert 4F2K',
      className: '',
      initials: '',
      preview: 'Elevate to read',
      category: null,
      late: '',
      time: '12:51',
    });
  });
});

describe('a row', () => {
  test('counts the minutes of what waits, and tells the time of what somebody has', () => {
    expect(said(anAlert('a', { at: iso('12:51') })).time).toBe('14 min');
    const taken = anAlert('b', {
      at: iso('08:52'),
      concern: content({ status: 'taken', takenBy: tom }),
    });
    expect(said(taken)).toMatchObject({ time: '08:52', note: 'With Tom Lowe' });
  });

  test('names the first child and how many others, without a class that is not theirs', () => {
    const [amira] = content({}).pupils;
    const three = content({ pupils: [amira!, { ...amira!, name: 'Leo O’Brien' }, { ...amira!, name: '' }] });
    expect(said(anAlert('a', { concern: three }))).toMatchObject({ who: 'Amira Khan +2', className: '' });
    expect(said(anAlert('a', {}))).toMatchObject({ who: 'Amira Khan', className: '4B', initials: 'AK' });
  });

  test('has its dot until its person opens it, read or not', () => {
    expect(said(anAlert('a', {})).unopened).toBe(true);
    expect(said(anAlert('a', { openedAt: iso('12:55') })).unopened).toBe(false);
    expect(said(anAlert('a', { readAt: iso('12:55') })).unopened).toBe(true);
  });

  test('keeps the name of a child that a class restriction hides', () => {
    const hidden = content({ pupils: [{ name: '', initials: '', className: null }] });
    expect(said(anAlert('a', { concern: hidden })).who).toBe('Another pupil');
  });

  test.each([
    [{ status: 'closed', takenBy: tom }, 'Closed'],
    [{ status: 'taken', takenBy: nadia }, 'With you'],
    [{ status: 'being-checked' }, 'Being checked'],
    [{ status: 'waiting', earlier: 2 }, '2 earlier records'],
    [{ status: 'waiting' }, ''],
  ] as const)('notes %o as “%s”', (given, note) => {
    expect(said(anAlert('a', { concern: content(given) })).note).toBe(note);
  });

  test('says how serious a lead finds it, and that there are many of one pupil', () => {
    const marked = content({ level: 'high', marker: { concerns: 3, days: 14 } });
    expect(said(anAlert('a', { concern: marked }))).toMatchObject({
      level: 'high',
      marker: '3 concerns in 14 days',
      note: '',
    });
    expect(said(anAlert('a', { concern: null }))).toMatchObject({ level: undefined, marker: '' });
  });

  test('says why a concern that was opened before is to be read again', () => {
    const again = content({ since: ['action-late', 'written-more'] });
    expect(said(anAlert('a', { concern: again })).since).toBe('An action is late. More was written');
    expect(said(anAlert('a')).since).toBe('');
  });

  test('says that it was written long before it came, and no longer “now” when it is not', () => {
    const late = { writtenAt: iso('09:04'), at: iso('13:04') };
    expect(said(anAlert('a', late)).late).toBe('Written 4 h ago, arrived now');
    expect(said(anAlert('a', { writtenAt: iso('09:04'), at: iso('11:04') })).late).toBe(
      'Written 2 h before it arrived',
    );
  });

  test('with text that waits for a lead says so, under its reference', () => {
    const sealed = content({ pupils: [], preview: '', status: 'being-checked' });
    expect(said(anAlert('a', { concern: sealed }))).toMatchObject({
      who: 'Alert 4F2K',
      preview: 'The text is shown to the first lead who takes it.',
    });
  });
});

describe('ages', () => {
  test('are “now” for a clock that was set back', () => {
    expect([-5 * 60_000, 59_000, 60_000, 3_600_000, 86_400_000, 2 * 86_400_000].map(age)).toEqual([
      'now',
      'now',
      '1 min',
      '1 h',
      '1 day',
      '2 days',
    ]);
  });

  test('name a weekday only where it cannot be the week before', () => {
    expect(dayHeading(at('12:00', 17).getTime(), NOW)).toBe('Tuesday');
    expect(dayHeading(at('12:00', 16).getTime(), NOW)).toBe('16 November');
    expect(dayHeading(new Date(2025, 10, 16).getTime(), NOW)).toBe('16 November 2025');
    expect(rowTime(at('12:00', 17).getTime(), NOW)).toBe('Tue');
    expect(rowTime(at('12:00', 16).getTime(), NOW)).toBe('16 Nov');
  });
});

describe('a concern', () => {
  const facts = (given: Partial<Concern> = {}) => Object.fromEntries(factsOf(aConcernRead(given), NOW));

  test('tells what happened where, whom somebody told, and on which tablet it was written', () => {
    const happened = { at: iso('12:10'), about: true, kind: 'earlier-today', moment: 'lunch' };
    const written = {
      at: iso('12:43'),
      device: 'Playground tablet 2',
      receivedAt: iso('12:51'),
      clockOff: false,
    };
    expect(facts({ happened, written, place: 'Playground', told: { kind: 'lead', who: null } })).toEqual({
      'Told in person': 'A safeguarding lead',
      Happened: 'Today, about 12:10, lunch, Playground',
      Written: 'Today 12:43, Playground tablet 2',
      Received: 'Today 12:51',
      Reference: '4F2K',
    });
  });

  test('whose text is not shown gives away nothing of it either', () => {
    expect(Object.keys(facts({ text: null, others: 'An uncle', place: 'Playground' }))).toEqual([
      'Written',
      'Reference',
    ]);
  });

  test('says what each child had to do with it, and nobody’s name that is hidden', () => {
    const [amira] = aConcernRead({}).pupils;
    const hidden = { ...amira!, name: '', className: null, hidden: true, role: 'saw-it' as const };
    const pupils = [{ ...amira!, role: 'was-hurt' as const, siblings: ['Yusuf Khan, 1A'] }, hidden];
    expect(facts({ pupils })['Involved']).toBe('Amira Khan: was hurt, Another pupil: saw it');
    expect(pupilLine(pupils[0]!)).toBe('Class 4B, age 8. Brother or sister: Yusuf Khan, 1A.');
    expect(pupilLine(hidden)).toBe('');
    expect(pupilLine({ ...hidden, hidden: false, unmatched: true })).toBe('Not matched to a pupil yet');
  });

  test('tells in order who was alerted, who opened it and what was added', () => {
    const recipient = {
      name: 'Nadia Shah',
      you: true,
      why: [],
      alertedAt: iso('12:51'),
      delivered: [],
      waits: null,
      away: null,
      openedAt: iso('13:02'),
    };
    const note = { id: 'n', kind: 'note' as const, by: 'Tom Lowe', at: iso('12:58'), text: 'Rang home.' };
    const received = { id: 'r', kind: 'received' as const, by: null, at: iso('12:50'), text: null };
    const steps = stepsOf(aConcernRead({ recipients: [recipient], history: [note, received] }), NOW);
    expect(steps.map(({ words, text }) => [words, text])).toEqual([
      ['Received by the school', ''],
      ['1 person alerted', ''],
      ['Tom Lowe added', 'Rang home.'],
      ['Opened by Nadia Shah', ''],
    ]);
  });

  test('never calls delivered what no channel has accepted', () => {
    const recipient = {
      name: 'Nadia Shah',
      you: true,
      why: [],
      alertedAt: iso('12:51'),
      waits: null,
      away: null,
      openedAt: null,
    };
    const delivered = [
      { channel: 'inbox' as const, state: 'sent' as const, at: iso('12:51') },
      { channel: 'push' as const, state: 'queued' as const, at: null },
      { channel: 'email' as const, state: 'sent' as const, at: iso('12:52') },
    ];
    expect(deliveredWords({ ...recipient, delivered }, brief)).toEqual({
      at: '12:51',
      channels: 'e-mail, push not yet',
    });
    expect(deliveredWords({ ...recipient, delivered: [delivered[1]!] }, brief)).toEqual({
      at: 'Not yet',
      channels: 'push not yet',
    });
  });

  test('names nobody for whoever was told instead and is shown no more, and leaves no gap', () => {
    expect(concernWords.away(['Tom Lowe', 'Eva Moss'])).toBe('Away: told Tom Lowe, Eva Moss instead');
    expect(concernWords.away([])).toBe('Away: told somebody else instead');
  });

  test('says that a notification failed, and does not wait for it for ever', () => {
    const recipient = {
      name: 'Nadia Shah',
      you: true,
      why: [],
      alertedAt: iso('12:51'),
      waits: null,
      away: null,
      openedAt: null,
    };
    const delivered = [
      { channel: 'inbox' as const, state: 'sent' as const, at: iso('12:51') },
      { channel: 'push' as const, state: 'failed' as const, at: null },
      { channel: 'email' as const, state: 'queued' as const, at: null },
    ];
    expect(deliveredWords({ ...recipient, delivered }, brief)).toEqual({
      at: '12:51',
      channels: 'inbox, push failed, e-mail not yet',
    });
  });

  test('can be put back among those to read for ten minutes', () => {
    const read = aConcernRead({ alert: { id: 'a', readAt: iso('12:56'), undo: true } });
    expect(mayUndo(read, NOW)).toBe(true);
    expect(mayUndo(read, NOW + 60_000)).toBe(false);
  });
});

describe('news of an open concern', () => {
  const taken = { id: 't', kind: 'taken' as const, by: 'Tom Lowe', you: false };
  const note = { id: 'n', kind: 'note' as const, by: 'Tom Lowe', you: false };
  const step = ({ id, kind, by }: typeof taken | typeof note) => ({
    id,
    kind,
    by,
    at: iso('12:58'),
    text: null,
  });
  const heard = (deeds: ConcernNews['deeds'], given: Partial<Concern> = {}, status = given.status) =>
    newsWords(aConcernRead(given), { status: status ?? 'waiting', deeds });

  test('say who did what since it was read, and nothing of what was read already', () => {
    expect(heard([])).toBe('');
    expect(heard([note])).toBe('Tom Lowe added an action.');
    expect(heard([taken, note])).toBe('Tom Lowe has taken this. Tom Lowe added an action.');
    expect(heard([taken, note], { history: [step(taken)] })).toBe('Tom Lowe added an action.');
    expect(heard([taken, note], { history: [step(taken), step(note)] })).toBe('');
    expect(heard([{ ...note, you: true }])).toBe('You added an action in another window.');
    expect(heard([taken, note, { ...note, id: 'm' }])).toBe('3 new entries since you opened this.');
  });

  test('that are older than what the reader has done herself since say nothing', () => {
    expect(heard([], { status: 'taken', history: [step(taken)] }, 'waiting')).toBe('');
  });

  test('say that it was closed', () => {
    expect(heard([], { status: 'taken' }, 'closed')).toBe('This has been closed.');
  });
});

describe('a key', () => {
  const press = (key: string, given: Partial<KeyboardEvent> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...given,
  });
  const free = { typing: false, inList: false, lettersOn: true };

  test('is a shortcut only where nobody types and nothing else wants it', () => {
    expect(shortcutOf(press('t'), free)).toBe('take');
    expect(shortcutOf(press('t'), { ...free, typing: true })).toBeNull();
    expect(shortcutOf(press('a', { ctrlKey: true }), free)).toBeNull();
    expect(shortcutOf(press('ArrowDown'), free)).toBeNull();
    expect(shortcutOf(press('ArrowDown'), { ...free, inList: true })).toBe('next');
  });

  test('of a single letter can be turned off, arrows in the list cannot', () => {
    const off = { typing: false, inList: true, lettersOn: false };
    expect(['j', 'k', 'e', 't', 'a', '/', '?'].map((key) => shortcutOf(press(key), off))).toEqual(
      Array(7).fill(null),
    );
    expect(shortcutOf(press('ArrowUp'), off)).toBe('previous');
  });
});
