import * as v from 'valibot';
import { bodyMapSchema } from './body-map';
import { wellFormed } from './canonical-json';
import { instantSchema, uuidSchema } from './identifiers';
import { MAX_OTHERS_CHARS, MAX_TEXT_CHARS } from './text-limits';

export { MAX_OTHERS_CHARS, MAX_TEXT_CHARS };

/** What a pupil had to do with it, as far as the writer knows (product.md, Recording a concern). */
export const roles = ['was-hurt', 'may-have-hurt', 'saw-it', 'sibling', 'not-sure'] as const;

/** The parts of a school day that people remember better than a time. */
export const DAY_MOMENTS = ['before-school', 'break', 'lunch', 'afternoon', 'after-school'] as const;

/** Text that a person typed; half a character left by a cut is mended, never refused. */
export function typedText(minChars: number, maxChars: number) {
  return v.pipe(v.string(), v.transform(wellFormed), v.minLength(minChars), v.maxLength(maxChars));
}

// An empty list is left out of the bytes and read back as empty: each one costs room in every envelope.
const idList = (max: number) => v.optional(v.pipe(v.array(uuidSchema), v.maxLength(max)), []);
const role = v.optional(v.picklist(roles));
const description = typedText(1, 500);

const concernPupilSchema = v.variant('kind', [
  // `shown` is the name as the writer saw it: if the roll was out of date, a lead sees what they meant.
  v.strictObject({ kind: v.literal('listed'), pupilId: uuidSchema, shown: typedText(1, 200), role }),
  v.strictObject({ kind: v.literal('not-on-list'), description, role }),
  v.strictObject({ kind: v.literal('name-unknown'), description, role }),
]);

const concernWhenSchema = v.strictObject({
  kind: v.picklist(['just-now', 'earlier-today', 'another-day']),
  /** by the device's clock; the school keeps it beside its own */
  at: instantSchema,
  /** "about": the time is a guess */
  about: v.boolean(),
  moment: v.optional(v.picklist(DAY_MOMENTS)),
});

const concernWhereSchema = v.strictObject({
  placeId: v.optional(uuidSchema),
  other: v.optional(typedText(1, 200)),
});

/** Adults who work here, listed or described. It is never empty: an empty one would be left out of the bytes. */
const aboutAdultsSchema = v.pipe(
  v.strictObject({ staff: idList(20), described: v.optional(description) }),
  v.check(({ staff, described }) => staff.length > 0 || described !== undefined),
);

const concernEntries = v.strictObject({
  pupils: v.optional(v.pipe(v.array(concernPupilSchema), v.maxLength(60)), []),
  /** It goes its own way, to nobody but those whom that way names (access.md, "about a member of staff"). */
  about: v.optional(aboutAdultsSchema),
  text: typedText(1, MAX_TEXT_CHARS),
  when: concernWhenSchema,
  where: v.optional(concernWhereSchema, {}),
  /** ids; none = "I'm not sure" */
  categories: idList(50),
  /** whether someone has been told in person, and whom */
  told: v.strictObject({
    kind: v.picklist(['lead', 'someone', 'not-yet']),
    who: v.optional(typedText(1, 200)),
  }),
  /** named by hand, beside what the school's rules add */
  alert: v.optional(v.strictObject({ staff: idList(200), groups: idList(100) }), {}),
  agencies: idList(50),
  /** others involved who are no pupils */
  others: v.optional(typedText(1, MAX_OTHERS_CHARS)),
  /** where marks were seen on a child's body; left out where none was */
  bodyMap: v.optional(bodyMapSchema),
  startedAt: instantSchema,
  /** when Send was pressed, by the device's clock */
  sentAt: instantSchema,
});

/** What one concern says: about a pupil, or about an adult who works here. */
export const concernBodySchema = v.pipe(
  concernEntries,
  v.check(({ pupils, about }) => pupils.length > 0 || about !== undefined),
);

/** What one concern says. */
export type ConcernBody = v.InferOutput<typeof concernBodySchema>;
/** One child that a concern is about, listed or described. */
export type ConcernPupil = ConcernBody['pupils'][number];
/** What a pupil had to do with it. */
export type PupilRole = (typeof roles)[number];
