import * as v from 'valibot';
import { shownBodyMapSchema } from './body-map';
import {
  actionChoicesSchema,
  concernActionSchema,
  deedKinds,
  levels,
  newActionSchema,
} from './concern-actions';
import { shownFileSchema } from './concern-files';
import { linkKinds, shownLinkSchema } from './concern-links';
import { endpoint } from './endpoint';
import { id, time } from './fields';
import { roles } from './payload';
import { waits } from './waits';

export const quarantineReasons = [
  'author-unconfirmed',
  'author-left',
  'slip-ended',
  'device-revoked',
  'signature-wrong',
  'cannot-open',
  'unknown-schema',
  'category-gone',
  'possible-duplicate',
  // Left before it was sent; a lead has opened it.
  'unfinished',
  // Adds to a record that somebody else wrote, or to one that has not come for a day.
  'addition-of-another',
  'addition-alone',
  // An action that waited on a device (docs/specs/delivery.md): its author may not add it, or not any more, …
  'action-not-allowed',
  // … its concern was closed meanwhile, or is not here, …
  'action-closed',
  'action-alone',
  // … it was written long before it came, or names what is no longer there.
  'action-late',
  'action-unfit',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** Why nothing more may be said to whoever recorded a concern. */
export const noReplyReasons = [
  'unconfirmed',
  'left',
  'of-staff',
  'about-author',
  'connected',
  'own',
] as const;
export type NoReply = (typeof noReplyReasons)[number];

const status = v.picklist(['waiting', 'taken', 'closed', 'being-checked']);

const recipientSchema = v.object({
  name: v.string(),
  you: v.boolean(),
  /** Why this person was alerted, as sentences: "Safeguarding team, by rule: Child protection". */
  why: v.array(v.string()),
  alertedAt: time,
  /** Every message about it: waiting to be sent, accepted by its channel, or never to arrive. */
  delivered: v.array(
    v.object({
      channel: v.picklist(['inbox', 'push', 'email']),
      state: v.picklist(['queued', 'sent', 'failed']),
      /** When the channel accepted it; null before, and for what failed. */
      at: v.nullable(time),
    }),
  ),
  /** Push and e-mail wait until then; null where they do not, or no more. */
  waits: v.nullable(waits),
  openedAt: v.nullable(time),
  /** Since when their alert gives access no more: the record was moved to another pupil. For leads. */
  withdrawnAt: v.optional(time),
  /**
   * They were away each time: who was told in their place; nobody is named whose own alert was taken back. Null: they were
   * told themselves.
   */
  away: v.nullable(v.object({ told: v.array(v.string()) })),
  /** They were told themselves and, at another time, were away: who was told in their place then. */
  onceAway: v.optional(v.array(v.string())),
});

/** When something happened, as it was said. */
const momentSaid = {
  at: time,
  /** The time is a guess. */
  about: v.boolean(),
  /** A moment of the school day. */
  moment: v.nullable(v.string()),
};

/** When a concern was said to have happened, before a lead put that right. */
export const correctedMomentSchema = v.object({
  was: v.object(momentSaid),
  by: v.nullable(v.string()),
  at: time,
  reason: v.string(),
});
export type CorrectedMoment = v.InferOutput<typeof correctedMomentSchema>;

/** A concern as one person may see it: text, facts, who was alerted and why, what has happened since. */
export const concernSchema = v.object({
  id,
  reference: v.string(),
  urgent: v.boolean(),
  status,
  /** How serious a lead finds it; none was set yet. */
  level: v.optional(v.picklist(levels)),
  quarantine: v.nullable(v.picklist(quarantineReasons)),
  /** Null when the text waits for the first lead who takes it. */
  text: v.nullable(v.string()),
  author: v.object({ name: v.string(), confirmed: v.boolean() }),
  pupils: v.array(
    v.object({
      pupilId: v.nullable(id),
      name: v.string(),
      initials: v.string(),
      className: v.nullable(v.string()),
      age: v.nullable(v.number()),
      role: v.nullable(v.picklist(roles)),
      siblings: v.array(v.string()),
      /** Described by its author; a lead matches the child later. */
      unmatched: v.boolean(),
      /** Hidden by a class restriction: shown as "another pupil". */
      hidden: v.boolean(),
      /** Whether this person may open the pupil's page now. */
      opens: v.boolean(),
    }),
  ),
  /** Adults who work here whom it is about, by name or as described; null: it is about pupils alone. */
  about: v.nullable(v.array(v.object({ name: v.string(), described: v.boolean() }))),
  categories: v.array(v.object({ id, name: v.string(), colour: v.string() })),
  /** What its author ticked, where a lead has sorted it since; none: "I'm not sure". */
  ticked: v.optional(v.array(v.string())),
  told: v.object({ kind: v.picklist(['lead', 'someone', 'not-yet']), who: v.nullable(v.string()) }),
  happened: v.object({
    ...momentSaid,
    kind: v.string(),
    /** What it said before, oldest first, each with who put it right and why; none: it stands as its author said. */
    corrected: v.optional(v.array(correctedMomentSchema)),
  }),
  place: v.nullable(v.string()),
  agencies: v.array(v.string()),
  others: v.nullable(v.string()),
  /** Marks on a child's body; each `pupil` is a place in `pupils`. Null: none was made. */
  bodyMap: v.nullable(shownBodyMapSchema),
  /** In the order in which they were chosen; none where the text waits for a lead. */
  files: v.optional(v.array(shownFileSchema)),
  written: v.object({ at: time, device: v.nullable(v.string()), receivedAt: time, clockOff: v.boolean() }),
  takenBy: v.nullable(v.object({ name: v.string(), you: v.boolean(), at: time })),
  recipients: v.array(recipientSchema),
  /** With other concerns, also ended ones; oldest first. */
  links: v.optional(v.array(shownLinkSchema)),
  history: v.array(concernActionSchema),
  /** Why this person may read it: alerted, by their group, or as keeper of what is about staff. */
  because: v.picklist(['alerted', 'group', 'kept']),
  alert: v.nullable(v.object({ id, readAt: v.nullable(time), undo: v.boolean() })),
  may: v.object({
    act: v.boolean(),
    take: v.boolean(),
    markRead: v.boolean(),
    /** Decides about it as a lead: every kind of action, and whose it is. */
    lead: v.boolean(),
    /** Says which pupils it is about, and covers passages. */
    correct: v.optional(v.boolean()),
    /** May have it as a PDF. */
    print: v.optional(v.boolean()),
    /** Why whoever recorded it cannot be sent a reply; null: they can, or this person does not decide about it. */
    noReply: v.nullable(v.picklist(noReplyReasons)),
  }),
  /**
   * The school's word that this person had it open just now, and with what access: what they write about it without a
   * connection is taken by it later. Only where they may add an action.
   */
  pass: v.optional(v.string()),
});
export type Concern = v.InferOutput<typeof concernSchema>;

export const readConcern = endpoint({
  method: 'GET',
  path: '/api/concerns/:id',
  caller: 'session',
  action: 'concern.read',
  summary: 'One concern, as far as this person may see it; the reading is in the audit.',
  params: v.strictObject({ id }),
  reply: concernSchema,
});

const concernNewsSchema = v.object({
  status,
  /** Oldest first; the ids are those of the concern's history. */
  deeds: v.array(
    v.object({
      id,
      kind: v.picklist([...deedKinds, ...linkKinds]),
      by: v.nullable(v.string()),
      you: v.boolean(),
    }),
  ),
  /** How far its files have come, those of its actions too. */
  files: v.optional(v.array(v.pick(shownFileSchema, ['fileId', 'state', 'type', 'held']))),
});
export type ConcernNews = v.InferOutput<typeof concernNewsSchema>;

export const readConcernNews = endpoint({
  method: 'GET',
  path: '/api/concerns/:id/news',
  caller: 'session',
  action: 'concern.read',
  activity: false,
  summary: 'What has been done about an open concern: who and what kind, never the words. Not an opening.',
  params: v.strictObject({ id }),
  reply: concernNewsSchema,
});

export const addAction = endpoint({
  method: 'POST',
  path: '/api/concerns/:id/actions',
  caller: 'session',
  action: 'concern.act',
  summary: 'Adds an action to a concern: a note, a call, a referral, a decision.',
  params: v.strictObject({ id }),
  body: newActionSchema,
  reply: concernSchema,
});

export const readActionChoices = endpoint({
  method: 'GET',
  path: '/api/concerns/:id/choices',
  caller: 'session',
  action: 'concern.act',
  activity: false,
  summary: 'Whose an action may be, the school’s agencies, and contacts marked "do not contact".',
  params: v.strictObject({ id }),
  reply: actionChoicesSchema,
});

export const finishAction = endpoint({
  method: 'POST',
  path: '/api/concerns/:id/done',
  caller: 'session',
  action: 'concern.act',
  summary: 'Says that what was due is done or answered: its owner, or who decides about the concern.',
  params: v.strictObject({ id }),
  body: v.strictObject({ actionId: id }),
  reply: concernSchema,
});

export const takeConcern = endpoint({
  method: 'POST',
  path: '/api/concerns/:id/take',
  caller: 'session',
  action: 'concern.take',
  summary: '"I’ll take this": a lead takes the concern.',
  params: v.strictObject({ id }),
  reply: concernSchema,
});
