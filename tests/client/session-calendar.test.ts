import { expect, test } from 'vitest';
import { sessionCalendar } from '../../client/screens/training/session-calendar';

test('a session goes into a calendar with its times in UTC, its link, and an id that stays the same', () => {
  const session = {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    title: 'Leads: taking, deciding; closing',
    audience: 'leads' as const,
    starts: '2026-12-01T15:45:00.000Z',
    ends: '2026-12-01T16:30:00.000Z',
    url: 'https://meet.example/heed?pwd=4711',
    coming: true,
    count: 3,
  };
  const file = sessionCalendar(
    session,
    'https://heed.oakfield.example',
    Date.parse('2026-11-30T09:00:00.000Z'),
  );
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toContain('UID:01890a5d-ac96-774b-bcce-b302099a8057@heed.oakfield.example');
  expect(lines).toContain('DTSTART:20261201T154500Z');
  expect(lines).toContain('DTEND:20261201T163000Z');
  expect(lines).toContain(String.raw`SUMMARY:Leads: taking\, deciding\; closing`);
  expect(lines).toContain('LOCATION:https://meet.example/heed?pwd=4711');
  expect(file.split('\r\n').every((line) => line.length <= 75)).toBe(true);
});
