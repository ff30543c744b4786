import * as v from 'valibot';
import { endpoint } from './endpoint';

/** What a school does before everybody begins, in this order (product.md, section 2). */
export const firstSteps = [
  'key',
  'alert-groups',
  'automatic-alerts',
  'restrictions',
  'test',
  'practice',
  'share',
] as const;
export type FirstStep = (typeof firstSteps)[number];

/** How far a school is. Codes and numbers only, so that it can be shown before full access. */
export const firstStepsSchema = v.object({
  steps: v.array(
    v.object({
      step: v.picklist(firstSteps),
      /** As the school's data say, never because somebody ticked it; `not-needed` was said by a person. */
      state: v.picklist(['done', 'open', 'not-needed']),
      /** What is still missing: groups without anybody, kinds that reach no lead, people not invited; else 0. */
      missing: v.number(),
    }),
  ),
  /** This person has put the list away. */
  away: v.boolean(),
  /** Whether the school's rules alert this person, so that a test of theirs counts. */
  alerted: v.boolean(),
});
export type FirstSteps = v.InferOutput<typeof firstStepsSchema>;

const own = { caller: 'session', action: 'steps.show' } as const;

export const readFirstSteps = endpoint({
  ...own,
  method: 'GET',
  path: '/api/first-steps',
  activity: false,
  summary: 'How far the school is with its first steps, for whoever administers, also before full access.',
  reply: firstStepsSchema,
});

export const putFirstStepsAway = endpoint({
  ...own,
  method: 'PUT',
  path: '/api/first-steps/away',
  summary: 'Puts the list of first steps away for this person, or brings it back.',
  body: v.strictObject({ away: v.boolean() }),
  reply: firstStepsSchema,
});

export const settleRestrictions = endpoint({
  method: 'PUT',
  path: '/api/admin/first-steps/restrictions',
  caller: 'elevated',
  action: 'administer.groups',
  summary: 'Says that the school needs no class restrictions, or takes that back.',
  body: v.strictObject({ needed: v.boolean() }),
  reply: firstStepsSchema,
});

export const noteTestArrived = endpoint({
  method: 'POST',
  path: '/api/notifications/test/arrived',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'This person has seen the test alert arrive that went out to them in the last day.',
});
