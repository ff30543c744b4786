import { expect, test } from 'vitest';
import { nextStep, type Waiting } from '../../../server/alerts/escalation/steps';

const duty = [
  { role: 'lead', staffId: 'shah' },
  { role: 'deputy', staffId: 'lowe' },
  { role: 'deputy', staffId: 'obi' },
  { role: 'head', staffId: 'grey' },
  { role: 'chair', staffId: 'stone' },
] as const;
const everybody = () => true;
const alerted = (...staffIds: string[]) => staffIds.map((staffId) => ({ staffId, readAt: null }));
const waiting = (given: Partial<Waiting>): Waiting => ({
  step: 0,
  quarantined: false,
  staffPath: false,
  alerted: alerted('shah', 'price'),
  ...given,
});

test('at first those who were alerted are told again', () => {
  expect(nextStep(waiting({}), duty, everybody)).toEqual({ again: ['shah', 'price'], added: null });
});

test('a teacher who marked it as read is done; a lead who did has still not taken it', () => {
  const read = { readAt: '2026-11-23T13:00:00.000Z' };
  const given = waiting({
    alerted: [
      { staffId: 'shah', ...read },
      { staffId: 'price', ...read },
    ],
  });
  expect(nextStep(given, duty, everybody)).toEqual({ again: ['shah'], added: null });
});

test('then the duty list goes on, one at a time, and ends with the head', () => {
  const known = ['shah', 'price'];
  const asked: (string | null | undefined)[] = [];
  for (let step = 1; step < 6; step++) {
    const added = nextStep(waiting({ step, alerted: alerted(...known) }), duty, everybody)?.added;
    asked.push(added);
    if (added) known.push(added);
  }
  expect(asked).toEqual(['lowe', 'obi', 'grey', undefined, undefined]);
});

test('whoever may not know of it is passed over, at every step', () => {
  const may = (staffId: string) => staffId !== 'shah' && staffId !== 'lowe';
  expect(nextStep(waiting({}), duty, may)).toEqual({ again: ['price'], added: null });
  expect(nextStep(waiting({ step: 1 }), duty, may)).toEqual({ again: [], added: 'obi' });
});

test('where nobody who was alerted is left, the next is asked at once', () => {
  expect(nextStep(waiting({ alerted: [] }), duty, everybody)).toEqual({ again: [], added: 'shah' });
});

test('a record that needs checking goes to leads and deputies alone', () => {
  const all = waiting({ step: 3, quarantined: true, alerted: alerted('shah', 'lowe', 'obi') });
  expect(nextStep(all, duty, everybody)).toBeNull();
});
