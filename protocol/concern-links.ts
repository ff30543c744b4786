import * as v from 'valibot';
import { LONGEST_ACTION } from './text-limits';
import { id, time } from './fields';

/** A concern beside another one, as briefly as a link says it: which, when, about whom. No text of it. */
export const otherConcernSchema = v.object({
  concernId: id,
  reference: v.string(),
  /** When it happened; when it arrived, where nobody knows. */
  at: time,
  /** Hidden by a class restriction: "another pupil", without name or id. */
  pupils: v.array(v.object({ pupilId: v.nullable(id), name: v.string(), hidden: v.boolean() })),
  /** Adults who work here whom it is about; null: it is about pupils alone. */
  about: v.nullable(v.array(v.string())),
  categories: v.array(v.string()),
});
export type OtherConcern = v.InferOutput<typeof otherConcernSchema>;

/** A link with another concern that this person may read as well; of any other link nothing is said. */
export const shownLinkSchema = v.object({
  id,
  other: otherConcernSchema,
  by: v.nullable(v.string()),
  at: time,
  reason: v.string(),
  /** Null: it stands. */
  ended: v.nullable(v.object({ id, by: v.nullable(v.string()), at: time, reason: v.string() })),
});
export type ShownLink = v.InferOutput<typeof shownLinkSchema>;

/** Lines of the history that two concerns share: they lie apart from the deeds of either. */
export const linkKinds = ['linked', 'unlinked'] as const;

export const linkReason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'Write why. It stands with the link.'),
  v.maxLength(LONGEST_ACTION),
);
