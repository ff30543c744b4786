import * as v from 'valibot';
import { quarantineReasons } from './concerns';
import { endpoint } from './endpoint';
import { id, time } from './fields';

export const decisions = ['accepted', 'joined', 'dismissed'] as const;
export type Decision = (typeof decisions)[number];
const decision = v.picklist(decisions);

/** A record that arrived with a doubt, without its text. */
const quarantinedSchema = v.object({
  id,
  reference: v.string(),
  reason: v.picklist(quarantineReasons),
  urgent: v.boolean(),
  device: v.nullable(v.string()),
  receivedAt: time,
  /** Name of the lead who has opened it. */
  openedBy: v.nullable(v.string()),
  decision: v.nullable(v.object({ what: decision, by: v.string(), at: time })),
});
export type Quarantined = v.InferOutput<typeof quarantinedSchema>;

const openedSchema = v.object({
  ...quarantinedSchema.entries,
  /** Null where the envelope could not be opened: then only its bytes are kept. */
  text: v.nullable(v.string()),
  author: v.object({ name: v.string(), confirmed: v.boolean() }),
  writtenAt: v.nullable(time),
  /** As its author named or described them; `pupilId` where the pupil is on the roll. */
  pupils: v.array(v.object({ name: v.string(), pupilId: v.nullable(id) })),
  /** Records of the same draft, which this one may be a second version of. */
  twins: v.array(v.string()),
});
export type OpenedQuarantined = v.InferOutput<typeof openedSchema>;

const one = { caller: 'session', action: 'quarantine.check', params: v.strictObject({ id }) } as const;

export const listQuarantine = endpoint({
  method: 'GET',
  path: '/api/quarantine',
  caller: 'session',
  action: 'quarantine.check',
  activity: false,
  summary: 'Records that arrived with a doubt, for the leads, or who stands in for them; no text.',
  reply: v.object({ records: v.array(quarantinedSchema) }),
});

export const openQuarantined = endpoint({
  ...one,
  method: 'POST',
  path: '/api/quarantine/:id/open',
  summary: 'Opens one; the first who does has taken it. In the audit.',
  reply: openedSchema,
});

export const acceptQuarantined = endpoint({
  ...one,
  method: 'POST',
  path: '/api/quarantine/:id/accept',
  summary: 'Accepts it as a record about these pupils; from then on it is one like any other.',
  body: v.strictObject({
    /** In the order of its pupils; null leaves a child unmatched. */
    pupils: v.pipe(v.array(v.nullable(id)), v.maxLength(50)),
  }),
});

export const joinQuarantined = endpoint({
  ...one,
  method: 'POST',
  path: '/api/quarantine/:id/join',
  summary: 'Adds its text to another record. It is kept.',
  body: v.strictObject({
    reference: v.pipe(
      v.string(),
      v.trim(),
      v.toUpperCase(),
      v.minLength(1, 'Write a reference.'),
      v.maxLength(8),
    ),
  }),
});

export const dismissQuarantined = endpoint({
  ...one,
  method: 'POST',
  path: '/api/quarantine/:id/dismiss',
  summary: 'Needs nothing more, for a reason. It is kept.',
  body: v.strictObject({
    reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'Write why.'), v.maxLength(2000)),
  }),
});
