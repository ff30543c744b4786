import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, named, time } from './fields';

const toOne = { caller: 'elevated', action: 'administer.staff', params: v.strictObject({ id }) } as const;

const heldConcernSchema = v.object({
  id,
  reference: v.string(),
  takenAt: time,
  /** Ids of the leads who may read it already, so that handing it over lets nobody read more. */
  mayTake: v.array(id),
});
export type HeldConcern = v.InferOutput<typeof heldConcernSchema>;

const holdingsSchema = v.object({
  /** Taken and not closed; without what whoever asks may not know of. Their references, never a word of them. */
  concerns: v.array(heldConcernSchema),
  /** The leads named in `mayTake`. */
  leads: v.array(named),
  unreadAlerts: v.number(),
  /** Records that they began and did not send, and that lie with the school. */
  unfinished: v.number(),
  /** Tablets on which this person records. */
  tablets: v.array(named),
  alertGroups: v.array(named),
});
export type Holdings = v.InferOutput<typeof holdingsSchema>;

export const readHoldings = endpoint({
  ...toOne,
  method: 'GET',
  path: '/api/admin/staff/:id/holdings',
  activity: false,
  summary:
    'What one person holds: taken concerns by reference, unread alerts, drafts left unsent, tablets, alert groups.',
  reply: holdingsSchema,
});

export const handOver = endpoint({
  ...toOne,
  method: 'POST',
  path: '/api/admin/staff/:id/hand-over',
  summary: 'Hands concerns that one person has taken to a lead who may read them already.',
  body: v.strictObject({ concerns: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)), to: id }),
});
