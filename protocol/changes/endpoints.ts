import * as v from 'valibot';
import { endpoint } from '../endpoint';
import { id, time } from '../fields';
import { changeSchema } from './change';
import { wideningSchema } from './widening';

/** Changes of one call. Each reads the school's rules anew inside the one writer, so a call stays short. */
export const MOST_CHANGES = 200;

export const outcomeSchema = v.variant('outcome', [
  v.object({
    outcome: v.literal('made'),
    /** Id of what was added; null for other changes. */
    id: v.nullable(id),
  }),
  v.object({
    outcome: v.literal('waits'),
    /** Null in a rehearsal. */
    pendingId: v.nullable(id),
    widening: v.array(wideningSchema),
    /** Where nobody else can confirm it: when it takes effect by itself. */
    effectiveAt: v.nullable(time),
  }),
]);
export type Outcome = v.InferOutput<typeof outcomeSchema>;

export const makeChanges = endpoint({
  method: 'POST',
  path: '/api/admin/changes',
  caller: 'elevated',
  action: 'change.make',
  summary: 'Changes the school; what lets anybody read more waits for a second person.',
  maxBody: 512 * 1024,
  body: v.strictObject({
    changes: v.pipe(v.array(changeSchema), v.minLength(1), v.maxLength(MOST_CHANGES)),
    /** Only says what would come of it. */
    rehearse: v.optional(v.boolean(), false),
  }),
  /** In the order of the changes. */
  reply: v.object({ outcomes: v.array(outcomeSchema) }),
});

const pendingSchema = v.object({
  id,
  change: changeSchema,
  widening: v.array(wideningSchema),
  /** Marks this list of gains; whoever confirms says which list that was. */
  shown: v.string(),
  /** Words for the ids in `change` and `widening`. */
  names: v.record(v.string(), v.string()),
  madeBy: v.object({ id, name: v.string() }),
  madeAt: time,
  effectiveAt: v.nullable(time),
  mayDecide: v.boolean(),
  mayWithdraw: v.boolean(),
  /** Who can confirm it, by name. */
  confirmers: v.array(v.string()),
});
export type PendingChange = v.InferOutput<typeof pendingSchema>;

/** Somebody's first security key, saved more than a day after their first log-in (access.md, "a stolen password"). */
const waitingKeySchema = v.object({
  id,
  staffId: id,
  person: v.string(),
  keyName: v.string(),
  added: time,
  mayDecide: v.boolean(),
});
export type WaitingKey = v.InferOutput<typeof waitingKeySchema>;

export const listPendingChanges = endpoint({
  method: 'GET',
  path: '/api/admin/pending',
  caller: 'elevated',
  action: 'change.decide',
  activity: false,
  summary: 'Changes, and late first security keys, that wait for a second person.',
  reply: v.object({ pending: v.array(pendingSchema), keys: v.array(waitingKeySchema) }),
});

const decision = { method: 'POST', caller: 'elevated', params: v.strictObject({ id }) } as const;

export const confirmChange = endpoint({
  ...decision,
  path: '/api/admin/pending/:id/confirm',
  action: 'change.decide',
  summary: 'A second person confirms a change: it takes effect.',
  body: v.strictObject({ shown: v.pipe(v.string(), v.maxLength(64)) }),
});

export const refuseChange = endpoint({
  ...decision,
  path: '/api/admin/pending/:id/refuse',
  action: 'change.decide',
  summary: 'A second person refuses a change: it never takes effect.',
});

export const withdrawChange = endpoint({
  ...decision,
  path: '/api/admin/pending/:id/withdraw',
  action: 'change.withdraw',
  summary: 'Whoever made a change takes it back.',
});

export const confirmKey = endpoint({
  ...decision,
  path: '/api/admin/keys/:id/confirm',
  action: 'key.decide',
  summary: 'Lets the late first security key of another person count.',
});

export const refuseKey = endpoint({
  ...decision,
  path: '/api/admin/keys/:id/refuse',
  action: 'key.decide',
  summary: 'Takes the late first security key of another person away.',
});
