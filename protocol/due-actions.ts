import * as v from 'valibot';
import { actionKinds } from './concern-actions';
import { endpoint } from './endpoint';
import { day, id, time } from './fields';

/** Something that is still to be done about a concern, or an answer that has not come. */
const dueActionSchema = v.object({
  actionId: id,
  /** Null: this person may not open the concern any more. */
  concernId: v.nullable(id),
  reference: v.string(),
  /** Its last day on the school's wall. */
  day,
  /** It is for whoever asks; else it waits for somebody else. */
  mine: v.boolean(),
  /** Null while this person may only know that something is due. */
  content: v.nullable(
    v.object({
      /** `referral`: an answer is due. */
      kind: v.picklist(actionKinds),
      /** To whom a referral went. */
      agency: v.optional(v.string()),
      text: v.string(),
      /** Whose it is; null for somebody whose name is not known any more. */
      owner: v.nullable(v.string()),
      /** An empty name: another pupil, whom a class restriction hides. */
      pupils: v.array(v.object({ name: v.string(), className: v.nullable(v.string()) })),
      /** Adults who work here whom the concern is about; null: it is about pupils alone. */
      about: v.nullable(v.array(v.string())),
    }),
  ),
});
export type DueAction = v.InferOutput<typeof dueActionSchema>;

export const listDueActions = endpoint({
  method: 'GET',
  path: '/api/actions',
  caller: 'session',
  action: 'inbox.list',
  activity: false,
  summary: 'What is due for one person, and what waits for others in concerns that they decide about.',
  reply: v.object({
    /** By their last day, the earliest first. */
    rows: v.array(dueActionSchema),
    /** Pupils who have left, and whose file is still to be handed on by the leads. */
    leavers: v.array(
      v.object({
        day,
        /** Null until they are elevated. */
        pupil: v.nullable(v.object({ id, name: v.string(), className: v.nullable(v.string()) })),
      }),
    ),
    /** Reviews whose day is over, of documents and plans, for the leads. */
    reviews: v.array(
      v.object({
        day,
        of: v.picklist(['document', 'plan']),
        /** Null until they are elevated. */
        pupil: v.nullable(v.object({ id, name: v.string(), className: v.nullable(v.string()) })),
      }),
    ),
    /** So many more wait for others than are shown. */
    more: v.number(),
    /** Today on the school's wall. */
    today: day,
    /** The person is of a higher-level group and not elevated: rows say only that something is due. */
    elevateToRead: v.boolean(),
    checkedAt: time,
  }),
});

const one = { caller: 'session', action: 'concern.act', params: v.strictObject({ id }) } as const;

export const finishDueAction = endpoint({
  ...one,
  method: 'POST',
  path: '/api/actions/:id/done',
  summary: 'Says that what was due is done or answered; Undo for 10 minutes.',
});

export const undoDueAction = endpoint({
  ...one,
  method: 'DELETE',
  path: '/api/actions/:id/done',
  summary: 'Takes "Done" back within 10 minutes: only who said it.',
});
