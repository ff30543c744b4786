import * as v from 'valibot';
import { id, shortText } from '../fields';

/** A day, yyyy-mm-dd. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the day as yyyy-mm-dd.'));

/** Somebody to ring about a pupil. */
export const contactSchema = v.strictObject({
  name: v.nullable(shortText),
  relationship: v.nullable(shortText),
  phone: v.nullable(shortText),
  parentalResponsibility: v.boolean(),
  /** Must not be contacted, whoever asks. */
  doNotContact: v.boolean(),
});
export type Contact = v.InferOutput<typeof contactSchema>;

/** What a school says of a pupil beside class and year group. */
export const pupilFacts = {
  /** How later imports know this pupil; where both are given, the UPN. */
  upn: v.nullable(shortText),
  pupilRef: v.nullable(shortText),
  firstName: shortText,
  lastName: shortText,
  preferredName: v.nullable(shortText),
  dateOfBirth: day,
  sex: v.nullable(shortText),
  /** K: support; E: education, health and care plan. */
  sen: v.nullable(v.picklist(['K', 'E'])),
  freeSchoolMeals: v.boolean(),
  lookedAfter: v.boolean(),
  eal: v.boolean(),
  contacts: v.pipe(v.array(contactSchema), v.maxLength(10)),
  /** Brothers and sisters at this school. */
  siblings: v.pipe(v.array(id), v.maxLength(20)),
};
export type PupilFacts = v.InferOutput<v.StrictObjectSchema<typeof pupilFacts, undefined>>;

/** Several pupils in one change: it waits, and is confirmed, as a whole. */
const pupilIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(3000));

export const pupilAdd = v.strictObject({
  kind: v.literal('pupil.add'),
  ...pupilFacts,
  classId: id,
  yearGroupId: id,
});
export const pupilChange = v.strictObject({ kind: v.literal('pupil.change'), pupilId: id, ...pupilFacts });
export const pupilMove = v.strictObject({
  kind: v.literal('pupil.move'),
  pupilIds,
  classId: id,
  yearGroupId: id,
});
/** Off the roll; the file stays. */
export const pupilLeave = v.strictObject({
  kind: v.literal('pupil.leave'),
  pupilIds,
  on: day,
  destination: v.nullable(shortText),
});
export const pupilReturn = v.strictObject({ kind: v.literal('pupil.return'), pupilIds });

const place = v.strictObject({ classId: id, yearGroupId: id });

/**
 * Many pupils of many classes at once, as at the end of a year: it waits, and is confirmed, as a whole. Each pupil is
 * named, so that exactly those move who were shown; whoever stands in `from` no longer is left where they are now.
 */
export const rollMove = v.strictObject({
  kind: v.literal('roll.move'),
  moves: v.pipe(v.array(v.strictObject({ from: place, to: place, pupilIds })), v.maxLength(500)),
  /** Of whatever class; they go off the roll on that day. */
  leavers: v.nullable(v.strictObject({ pupilIds, on: day, destination: v.nullable(shortText) })),
});
export type RollMove = v.InferOutput<typeof rollMove>;

/**
 * One pupil who was entered twice: records, connected staff, brothers and sisters and contacts of the one go to the
 * other, and the one is listed no more.
 */
export const pupilJoin = v.strictObject({ kind: v.literal('pupil.join'), pupilId: id, intoId: id });

/** Staff who are parents, relatives or otherwise close: they never see anything about this pupil. */
export const connectedAdd = v.strictObject({ kind: v.literal('connected.add'), pupilId: id, staffId: id });
export const connectedRemove = v.strictObject({
  kind: v.literal('connected.remove'),
  pupilId: id,
  staffId: id,
});
