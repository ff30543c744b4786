import * as v from 'valibot';
import { actionText, levels } from './concern-actions';
import { concernSchema } from './concerns';
import { endpoint } from './endpoint';
import { day, id, named, time } from './fields';
import { LONGEST_ACTION, LONGEST_REPLY } from './text-limits';

/** Why something was decided; it stands in the concern's history. */
const reason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'Write why. It stands in the history of the concern.'),
  v.maxLength(LONGEST_ACTION),
);

/**
 * Which of the texts that an entry has: of a record the account, the others involved, who was told, where, which adult, the
 * name that its author typed, a child or a mark by its place; of a link why it began or ended; of a record or an action the
 * name of a file by its place among all files of the record.
 */
const textPart = v.pipe(
  v.string(),
  v.regex(
    /^(text|others|told|where|about|author|reason|ended|(pupil|mark)-\d{1,2}|file-\d{1,4})$/,
    'There is no such text.',
  ),
);

const decided = { caller: 'session', action: 'concern.lead', reply: concernSchema } as const;

export const closeConcern = endpoint({
  ...decided,
  method: 'POST',
  path: '/api/concerns/:id/close',
  summary:
    'Closes a concern, with a reason and a decision: one that was added since it was last open, or this one.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    /** Made by the page, so that a repeated send closes nothing twice. */
    actionId: id,
    reason,
    decision: v.optional(v.nullable(v.strictObject({ actionId: id, text: actionText })), null),
  }),
});

export const reopenConcern = endpoint({
  ...decided,
  method: 'POST',
  path: '/api/concerns/:id/reopen',
  summary: 'Opens a closed concern again, with a reason; whoever does so has it.',
  params: v.strictObject({ id }),
  body: v.strictObject({ actionId: id, reason }),
});

export const setLevel = endpoint({
  ...decided,
  method: 'POST',
  path: '/api/concerns/:id/level',
  summary: 'Says how serious a concern is: low, medium or high, with a reason.',
  params: v.strictObject({ id }),
  body: v.strictObject({ actionId: id, level: v.picklist(levels, 'Choose a level.'), reason }),
});

export const sortConcern = endpoint({
  ...decided,
  method: 'POST',
  path: '/api/concerns/:id/categories',
  summary: 'Sorts a concern into categories, with a reason; whom the rules name for them is alerted.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    actionId: id,
    categories: v.pipe(v.array(id), v.minLength(1, 'Tick at least one category.'), v.maxLength(50)),
    reason,
  }),
});

export const giveConcern = endpoint({
  ...decided,
  method: 'POST',
  path: '/api/concerns/:id/give',
  summary: '"Give to…": another lead who may read it already has it from now on, and is alerted.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    actionId: id,
    to: id,
    note: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_ACTION))), null),
  }),
});

export const markEntry = endpoint({
  ...decided,
  caller: 'elevated',
  action: 'entry.mark',
  method: 'POST',
  path: '/api/concerns/:id/significant',
  summary:
    'Marks an entry of the chronology as significant, or takes the mark off, with a reason: the record itself or an action of it. Both stay in its history.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    actionId: id,
    /** The concern's own id, or that of an action. */
    entryId: id,
    significant: v.boolean(),
    reason,
  }),
});

export const correctPupil = endpoint({
  ...decided,
  caller: 'elevated',
  action: 'concern.correct',
  method: 'POST',
  path: '/api/concerns/:id/pupil',
  summary:
    'Says which pupil a child of the record is, with a reason: another than it said, or one whom nobody had matched. Who read it by the first alone reads it no more; whom the rules name now is alerted.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    actionId: id,
    /** The child's place in the concern, from 0 on. */
    position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(59)),
    /** Who the child was when the page was read; null: nobody. */
    was: v.nullable(id),
    pupilId: id,
    reason,
  }),
});

export const listLeftPupils = endpoint({
  method: 'GET',
  path: '/api/concerns/:id/left-pupils',
  caller: 'elevated',
  action: 'concern.correct',
  activity: false,
  summary: 'Pupils who have left and whom this lead may name for a child of the record.',
  params: v.strictObject({ id }),
  reply: v.object({ pupils: v.array(v.object({ ...named.entries, leftOn: day })) }),
});

export const correctWhen = endpoint({
  ...decided,
  caller: 'elevated',
  action: 'concern.correct',
  method: 'POST',
  path: '/api/concerns/:id/when',
  summary:
    'Says when it happened, with a reason, where the record is wrong about it. What it said before stays in it.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    actionId: id,
    /** What the page showed as when it happened. */
    was: time,
    at: time,
    /** The time is a guess. */
    about: v.boolean(),
    reason,
  }),
});

export const coverPassage = endpoint({
  ...decided,
  caller: 'elevated',
  action: 'concern.correct',
  method: 'POST',
  path: '/api/concerns/:id/cover',
  summary:
    'Covers a passage of any text of a concern, with a reason: it is kept, and shown to leads who ask for it and to nobody else.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    actionId: id,
    /** The concern's own id, or that of an action or a link. */
    entryId: id,
    part: v.optional(textPart, 'text'),
    /** Where the passage begins and ends in the whole text, in UTF-16 code units. */
    start: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    end: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    reason,
  }),
});

export const readWhole = endpoint({
  method: 'GET',
  path: '/api/concerns/:id/whole',
  caller: 'elevated',
  action: 'concern.correct',
  summary:
    'Every text of a concern with the passages that are covered, for a lead who asks; it is in the audit.',
  params: v.strictObject({ id }),
  reply: v.object({
    texts: v.array(
      v.object({
        /** The concern's own id, or that of an action or a link. */
        id,
        part: textPart,
        /** `concern`, or the kind of an action or of a line of a link. */
        kind: v.string(),
        at: time,
        text: v.string(),
        covers: v.array(v.object({ start: v.number(), end: v.number() })),
      }),
    ),
  }),
});

export const sendReply = endpoint({
  ...decided,
  method: 'POST',
  path: '/api/concerns/:id/reply',
  summary:
    'A short reply to whoever recorded a concern, who alone reads it there; they are told that there is one.',
  params: v.strictObject({ id }),
  body: v.strictObject({
    /** Made by the page, so that a repeated send replies nothing twice. */
    actionId: id,
    text: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1, 'Write your reply.'),
      v.maxLength(LONGEST_REPLY, `A reply has at most ${String(LONGEST_REPLY)} characters.`),
    ),
  }),
});
