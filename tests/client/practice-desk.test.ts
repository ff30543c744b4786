import { expect, test } from 'vitest';
import { acted, doneTasks, marked, opened, taken } from '../../client/screens/practice-desk/deeds';
import { inventedConcerns, rowOf } from '../../client/screens/practice-desk/invented-alerts';
import { guideDone } from '../../client/screens/practice/guide';
import { emptyContent } from '../../client/screens/record/record-content';
import { concernSchema } from '../../protocol/concerns';
import { alertRowSchema } from '../../protocol/inbox';
import * as v from 'valibot';

const NOW = Date.parse('2026-11-30T09:00:00.000Z');

test('an invented alert has everything that a real one has, so the real screens can draw it', () => {
  for (const concern of inventedConcerns(NOW, 'N. Shah')) {
    expect(v.safeParse(concernSchema, concern).success).toBe(true);
    expect(v.safeParse(alertRowSchema, rowOf(concern)).success).toBe(true);
  }
});

test('a lead who opens the urgent one, takes it, acts and marks it as read has done everything once', () => {
  const [urgent, other] = inventedConcerns(NOW, 'N. Shah');
  expect([...doneTasks([opened(other!, NOW)])]).toEqual([]);
  const worked = marked(
    acted(taken(opened(urgent!, NOW), 'N. Shah', NOW), 'N. Shah', 'Rang home.', NOW),
    true,
    NOW,
  );
  expect([...doneTasks([worked, other!])]).toEqual(['open', 'take', 'act', 'read']);
  expect(worked).toMatchObject({ status: 'taken', may: { take: false, markRead: false } });
  expect(marked(worked, false, NOW)).toMatchObject({ may: { markRead: true }, alert: { readAt: null } });
});

test('the guide of a first concern ticks what was written, and nothing else', () => {
  expect([...guideDone(emptyContent)]).toEqual([]);
  expect([...guideDone({ ...emptyContent, text: 'Robin sat alone.', told: 'not-yet' })]).toEqual([
    'what',
    'told',
  ]);
});
