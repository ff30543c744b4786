import * as v from 'valibot';
import { id, shortText } from '../fields';
import { day } from './pupils';

/** What an upload of a school's pupil export can bring. */
export const exportFields = [
  'upn',
  'pupilRef',
  'firstName',
  'lastName',
  'preferredName',
  'dateOfBirth',
  'sex',
  'class',
  'yearGroup',
] as const;
export type ExportField = (typeof exportFields)[number];

const heading = v.optional(v.pipe(v.string(), v.maxLength(200)));
/** The heading under which each field stands; a field that the export does not have is left out. */
export const matchingSchema = v.strictObject({
  upn: heading,
  pupilRef: heading,
  firstName: heading,
  lastName: heading,
  preferredName: heading,
  dateOfBirth: heading,
  sex: heading,
  class: heading,
  yearGroup: heading,
});
export type Matching = v.InferOutput<typeof matchingSchema>;

const facts = {
  upn: v.nullable(shortText),
  pupilRef: v.nullable(shortText),
  firstName: shortText,
  lastName: shortText,
  preferredName: v.nullable(shortText),
  dateOfBirth: day,
  sex: v.nullable(shortText),
};

/** More pupils than any one school has. */
const MOST = 5000;

/**
 * What an upload brings beside moves and leavers, which are a `roll.move`: new pupils, corrected facts, pupils who come
 * back; contacts, siblings and whatever an export does not say stay as they are.
 */
export const rollUpload = v.strictObject({
  kind: v.literal('roll.upload'),
  joiners: v.pipe(v.array(v.strictObject({ ...facts, classId: id, yearGroupId: id })), v.maxLength(MOST)),
  changed: v.pipe(v.array(v.strictObject({ ...facts, pupilId: id })), v.maxLength(MOST)),
  back: v.pipe(v.array(id), v.maxLength(MOST)),
  /** For the next upload. */
  matching: matchingSchema,
});
export type RollUpload = v.InferOutput<typeof rollUpload>;
