import * as v from 'valibot';
import { quarantineReasons } from './concerns';
import { endpoint } from './endpoint';
import { id, named, time } from './fields';
import { waits } from './waits';

/** Where one page ends: time and id of its last envelope. */
const cursor = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[\w-]{16,24}$/, 'This is not a place in the list.'),
);

export const deliveryStates = ['received', 'recorded', 'duplicate', 'quarantined', 'kept'] as const;

const deliveredSchema = v.object({
  reference: v.string(),
  receivedAt: time,
  kind: v.picklist(['concern', 'action', 'addendum', 'attachment', 'parked']),
  /** Name of the device that wrote it; null for one that is not known here. */
  device: v.nullable(v.string()),
  /** `received`: not looked at yet. `kept`: no record of its own, such as the beginning of a draft. */
  state: v.picklist(deliveryStates),
  judgedAt: v.nullable(time),
  /** Why it is being checked. */
  reason: v.nullable(v.picklist(quarantineReasons)),
  /** People alerted. */
  alerted: v.number(),
  /** People who were away, so that others were alerted in their place. */
  away: v.number(),
  /** Push and e-mail to so many of them wait; the last goes at that time. */
  waits: v.nullable(v.object({ ...waits.entries, people: v.number() })),
  /** Another envelope came under the same id, and was refused; both are kept. */
  conflict: v.boolean(),
});
export type Delivered = v.InferOutput<typeof deliveredSchema>;

export const listDelivered = endpoint({
  method: 'GET',
  path: '/api/admin/delivery',
  caller: 'elevated',
  action: 'delivery.show',
  activity: false,
  summary: 'What arrived, newest first, and what became of it: no content, no pupil, no author.',
  query: v.strictObject({
    device: v.optional(id),
    reference: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.toUpperCase(),
        v.regex(/^[A-Z0-9]{1,8}$/, 'A reference looks like 4F2K.'),
      ),
    ),
    cursor: v.optional(cursor),
  }),
  reply: v.object({
    envelopes: v.array(deliveredSchema),
    cursor: v.nullable(cursor),
    devices: v.array(named),
  }),
});
