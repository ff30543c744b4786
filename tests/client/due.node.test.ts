import { describe, expect, test } from 'vitest';
import type { DueAction } from '../../protocol/due-actions';
import { calendarFile, calendarOf, escaped } from '../../client/screens/actions/calendar-file';
import { countPressing, dayWords, groupDue } from '../../client/screens/actions/due-groups';
import { dueWords } from '../../client/screens/actions/due-words';

const TODAY = '2026-11-25';
const NOON = Date.parse('2026-11-25T12:00:00Z');

function aDue(day: string, given: Partial<DueAction> = {}): DueAction {
  const content = {
    kind: 'call' as const,
    text: 'Ring Mrs Khan about the bruise.',
    owner: 'Nadia Shah',
    pupils: [{ name: 'Amira Khan', className: '4B' }],
    about: null,
  };
  const ids = { actionId: `01a2086e-5cb4-7229-bd22-7a3d9886${day.slice(8)}9d`, concernId: 'c' };
  return { ...ids, reference: '4F2K', day, mine: true, content, ...given };
}

describe('what is due', () => {
  test('stands by its day in the week of the school, and what is for others apart', () => {
    const rows = ['2026-11-22', TODAY, '2026-11-26', '2026-11-29', '2026-11-30', '2027-01-04'].map((day) =>
      aDue(day),
    );
    const others = aDue('2026-11-20', { mine: false });
    const days = groupDue([others, ...rows], TODAY).map(({ group, rows: some }) => [
      group,
      some.map(({ day }) => day),
    ]);
    expect(days).toEqual([
      ['late', ['2026-11-22']],
      ['today', [TODAY]],
      ['week', ['2026-11-26', '2026-11-29']],
      ['later', ['2026-11-30', '2027-01-04']],
      ['others', ['2026-11-20']],
    ]);
    expect(countPressing([others, ...rows], TODAY)).toBe(2);
  });

  test('says its day in plain words', () => {
    const said = (day: string) => Object.values(dayWords(day, TODAY)).slice(0, 2).join(', ');
    expect(said('2026-11-24')).toBe('1 day late, Tue 24 Nov');
    expect(said('2026-11-02')).toBe('23 days late, Mon 2 Nov');
    expect(said(TODAY)).toBe('Today, Wed 25 Nov');
    expect(said('2026-11-26')).toBe('Tomorrow, Thu 26 Nov');
    expect(said('2026-12-01')).toBe('Tuesday, 1 Dec');
    expect(said('2026-12-02')).toBe('Wed 2 Dec, ');
    expect(said('2027-01-04')).toBe('4 Jan 2027, ');
  });

  test('says no name where there is none to say', () => {
    expect(dueWords(aDue(TODAY))).toMatchObject({ who: 'Amira Khan', facts: ['Phone call', 'Ref 4F2K'] });
    expect(dueWords(aDue(TODAY, { content: null }))).toEqual({
      who: 'Something is due',
      className: '',
      text: '',
      facts: ['Ref 4F2K'],
      finish: 'Done',
    });
    const { content } = aDue(TODAY);
    expect(dueWords(aDue(TODAY, { content: { ...content!, kind: 'referral' } })).finish).toBe(
      'Answer has come',
    );
    expect(dueWords(aDue(TODAY, { content: null, concernId: null })).text).toMatch(/no longer open/);
  });
});

/** Properties of a file as RFC 5545 has them: lines by CRLF, unfolded, each with name, parameters and value. */
function parse(file: string): { name: string; parameters: string; value: string }[] {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = file.slice(0, -2).split('\r\n');
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  return lines
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => {
      const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;,"]+)*):(.*)$/.exec(
        line,
      )!;
      return { name, parameters, value };
    });
}

describe('the file for a calendar', () => {
  const origin = 'https://st-brigids-and-all-angels-primary.safeguarding.example-trust.sch.uk';
  const file = calendarFile([aDue(TODAY), aDue('2026-12-31')], origin, NOON);
  const lines = parse(file);
  const valuesOf = (wanted: string) =>
    lines.filter(({ name }) => name === wanted).map(({ parameters, value }) => `${parameters}:${value}`);

  test('keeps the rules of RFC 5545', () => {
    const begun: string[] = [];
    for (const { name, value } of lines) {
      if (name === 'BEGIN') begun.push(value);
      if (name === 'END') expect(begun.pop()).toBe(value);
    }
    expect(begun).toEqual([]);
    expect(lines[0]).toMatchObject({ name: 'BEGIN', value: 'VCALENDAR' });
    expect([valuesOf('VERSION'), valuesOf('PRODID').length]).toEqual([[':2.0'], 1]);
    expect(valuesOf('BEGIN').filter((value) => value === ':VEVENT')).toHaveLength(2);
    expect(valuesOf('DTSTART')).toEqual([';VALUE=DATE:20261125', ';VALUE=DATE:20261231']);
    expect(valuesOf('DTEND')).toEqual([';VALUE=DATE:20261126', ';VALUE=DATE:20270101']);
    expect(valuesOf('DTSTAMP')).toEqual([':20261125T120000Z', ':20261125T120000Z']);
    expect(valuesOf('TRIGGER')).toEqual([';RELATED=START:PT8H', ';RELATED=START:PT8H']);
    expect(new Set(valuesOf('UID')).size).toBe(2);
  });

  test('names the same action the same, whenever it is made', () => {
    const later = parse(calendarFile([aDue(TODAY)], origin, NOON + 86_400_000));
    const uid = later.find(({ name }) => name === 'UID')!.value;
    expect(valuesOf('UID')[0]).toBe(`:${uid}`);
  });

  test('says nothing of a child, of a record, of what is to be done', () => {
    expect(file).not.toMatch(/Amira|Khan|4B|4F2K|bruise|call|Shah/i);
    expect(new Set(valuesOf('SUMMARY'))).toEqual(new Set([':Heed: something is due']));
    expect(new Set(valuesOf('URL'))).toEqual(new Set([`:${origin}/actions`]));
  });

  test('tears no character apart, and keeps commas and ends of lines out of its structure', () => {
    const long = `SUMMARY:${'Zoë 🧒 '.repeat(30)}`;
    const lines = calendarOf('Actions', [long]).split('\r\n');
    const parts = lines.slice(lines.indexOf('METHOD:PUBLISH') + 1, lines.indexOf('END:VCALENDAR'));
    expect(parts.length).toBeGreaterThan(4);
    for (const part of parts) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
    expect(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join('')).toBe(long);
    expect(escaped('Oak; Ash, \\ and\r\nElm')).toBe(String.raw`Oak\; Ash\, \\ and\nElm`);
  });
});
