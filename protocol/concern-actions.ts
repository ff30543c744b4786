import * as v from 'valibot';
import { actionKinds, type ActionKind } from './action-kinds';
import { shownFileSchema } from './concern-files';
import { linkKinds } from './concern-links';
import { day, id, named, time } from './fields';
import { newFilesSchema } from './online-files';
import { LONGEST_ACTION } from './text-limits';

export { actionKinds, type ActionKind };

/** What only who decides about the concern adds: others tell what they did, and decide nothing. */
export const leadKinds: readonly ActionKind[] = ['referral', 'advice', 'decision'];

/** A mark "significant" on an entry of the chronology, set and taken off: each stays for good. */
export const markKinds = ['marked', 'unmarked'] as const;

/** A child of the record that is another pupil than it said, or one whom nobody had matched: leads alone read of it. */
export const matchKinds = ['wrong-pupil', 'matched'] as const;

/** Lines of the history for leads alone: in no chronology, on no paper and found by no search. */
export const quietKinds = [...matchKinds, 'covered'] as const;

/** Everything that is kept of a concern after its arrival. */
export const deedKinds = [
  ...actionKinds,
  'taken',
  'given',
  'level',
  'sorted',
  'redated',
  'closed',
  'reopened',
  ...markKinds,
  ...quietKinds,
  'reply',
  // What its author wrote after sending it.
  'addendum',
] as const;
export type DeedKind = (typeof deedKinds)[number];

export const levels = ['low', 'medium', 'high'] as const;
export type Level = (typeof levels)[number];

/** A level that is looked for; `none`: none was set. */
export const levelChoices = ['high', 'medium', 'low', 'none'] as const;
export type LevelChoice = (typeof levelChoices)[number];

/** What was typed about something that was done or decided. */
export const actionText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'Write what you did or decided.'),
  v.maxLength(LONGEST_ACTION),
);

const dueSchema = v.object({
  day,
  /** Its last day is over, and it is not done. */
  late: v.boolean(),
  /** Whose it is; null for somebody whose name is not known any more. */
  owner: v.nullable(v.string()),
  you: v.boolean(),
  done: v.nullable(v.object({ by: v.nullable(v.string()), at: time })),
  /** This person may say that it is done. */
  finish: v.boolean(),
});

/** One line of what has happened to a concern. */
export const concernActionSchema = v.object({
  id,
  kind: v.picklist([...deedKinds, ...linkKinds, 'opened', 'alerted', 'received']),
  by: v.nullable(v.string()),
  /** When it was added. */
  at: time,
  text: v.nullable(v.string()),
  /** When it happened, where that was said apart. */
  happenedAt: v.optional(time),
  /** To whom a referral went. */
  agency: v.optional(v.string()),
  due: v.optional(dueSchema),
  /** Of a mark: whether it is about the record itself or an action of it. */
  marked: v.optional(v.picklist(['concern', 'action'])),
  /** Under whom a child of the record stood before and stands now; null: nobody, or a pupil whom this person may not see. */
  match: v.optional(v.object({ was: v.nullable(v.string()), now: v.nullable(v.string()) })),
  /** Of a link: the reference of the other concern. */
  other: v.optional(v.string()),
  /** What it was set to. */
  level: v.optional(v.picklist(levels)),
  /** When whoever recorded it first read a reply; null: not yet. */
  readAt: v.optional(v.nullable(time)),
  /** Who has had it from then on. */
  to: v.optional(v.string()),
  /** Its files, as far as they have come. */
  files: v.optional(v.array(shownFileSchema)),
});

/** What the page for an action offers: whose it may be, the school's agencies, whom nobody may contact. */
export const actionChoicesSchema = v.object({
  /** Who may read the concern, whoever asks first. */
  owners: v.array(v.object({ ...named.entries, you: v.boolean() })),
  agencies: v.array(named),
  /** Whom this person may alert to it: colleagues who may be told of it, and alert groups with such a member. */
  alert: v.object({ staff: v.array(named), groups: v.array(named) }),
  /** Leads who could have the concern instead: those who may read it already; oneself where somebody else has it. */
  takers: v.array(v.object({ ...named.entries, you: v.boolean() })),
  /** Categories that this person may sort it into, as a tree in the school's order, and which it has. */
  categories: v.array(v.object({ ...named.entries, within: v.nullable(id), chosen: v.boolean() })),
  /** It can be closed: a decision was added since it was last opened. */
  decided: v.boolean(),
  /** Contacts of its pupils that are marked *do not contact*. */
  doNotContact: v.array(v.object({ pupil: v.string(), contact: v.string() })),
  /** Orders of a court that are in force; null: there is one, and who may open the pupil's page reads it. */
  courtOrders: v.array(v.object({ pupil: v.string(), text: v.nullable(v.string()) })),
  /** Today on the school's wall: no earlier day can be due. */
  today: day,
});
export type ActionChoices = v.InferOutput<typeof actionChoicesSchema>;

const alerted = v.pipe(v.array(id), v.maxLength(50));

/** An action as the page sends it. */
export const newActionSchema = v.strictObject({
  /** Made by the page, so that a repeated send adds nothing twice. */
  actionId: id,
  kind: v.optional(v.picklist(actionKinds), 'note'),
  text: actionText,
  /** When it happened; null: now. */
  happenedAt: v.optional(v.nullable(time), null),
  /** Of a referral. */
  agencyId: v.optional(v.nullable(id), null),
  /** By which day something is to be done about it, or answered, and whose that is. */
  due: v.optional(v.nullable(v.strictObject({ day, ownerId: id })), null),
  /** Whom a lead has told of it: colleagues, and members of alert groups. */
  alert: v.optional(v.strictObject({ staff: alerted, groups: alerted }), { staff: [], groups: [] }),
  /** Their chunks follow (online-files.ts). */
  files: newFilesSchema,
});
export type NewAction = v.InferOutput<typeof newActionSchema>;
