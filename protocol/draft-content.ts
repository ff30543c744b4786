import * as v from 'valibot';
import { draftMarkSchema, MAX_MARKS } from './body-map';
import { MAX_OTHERS_CHARS, MAX_TEXT_CHARS, roles, typedText } from './concern-body';
import { isUuid } from './identifiers';

/*
 * What a draft keeps, as the school reads it when one that was left is opened: the answers of the record form
 * (client/screens/record/record-content.ts), of any build. Nothing of it is asked for, nothing that does not fit stops
 * the rest: a child may depend on what is readable.
 */

const text = v.fallback(v.string(), '');
const ids = v.pipe(
  v.fallback(v.array(v.unknown()), []),
  v.transform((given) => given.filter((id): id is string => typeof id === 'string' && isUuid(id))),
);
const role = v.fallback(v.optional(v.picklist(roles)), undefined);
const description = v.pipe(
  text,
  v.transform((typed) => typed.trim().slice(0, 500)),
);

const pupilSchema = v.variant('kind', [
  v.object({
    kind: v.literal('listed'),
    pupil: v.object({ id: v.pipe(v.string(), v.check(isUuid)), name: typedText(1, 200) }),
    role,
  }),
  v.object({ kind: v.picklist(['not-on-list', 'name-unknown']), description, role }),
]);
export type DraftPupil = v.InferOutput<typeof pupilSchema>;

const pupils = v.pipe(
  v.fallback(v.array(v.unknown()), []),
  v.transform((given) =>
    given.flatMap((one) => {
      const read = v.safeParse(pupilSchema, one);
      return read.success ? [read.output] : [];
    }),
  ),
);

const marks = v.pipe(
  v.fallback(v.array(v.unknown()), []),
  v.transform((given) =>
    given
      .flatMap((one) => {
        const read = v.safeParse(draftMarkSchema, one);
        return read.success ? [read.output] : [];
      })
      .slice(0, MAX_MARKS),
  ),
);

const aboutSchema = v.object({
  staff: v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((given) => {
      const named = given.map((one) => (typeof one === 'object' && one && 'id' in one ? one.id : null));
      return named.filter((id): id is string => typeof id === 'string' && isUuid(id));
    }),
  ),
  described: description,
});

const when = v.fallback(
  v.object({
    kind: v.picklist(['just-now', 'earlier-today', 'another-day']),
    moment: text,
    time: text,
    date: text,
    about: v.fallback(v.boolean(), true),
  }),
  { kind: 'just-now', moment: '', time: '', date: '', about: true },
);

const draftContentSchema = v.object({
  text: v.pipe(
    text,
    v.transform((typed) => typed.trim().slice(0, MAX_TEXT_CHARS)),
  ),
  pupils,
  // Whatever cannot be read of it, it goes the way of what is about a member of staff.
  about: v.nullable(v.fallback(aboutSchema, { staff: [], described: '' })),
  when,
  otherPlace: text,
  place: text,
  categories: ids,
  told: v.fallback(v.picklist(['lead', 'someone', 'not-yet']), 'not-yet'),
  toldWho: text,
  agencies: ids,
  others: v.pipe(
    text,
    v.transform((typed) => typed.trim().slice(0, MAX_OTHERS_CHARS)),
  ),
  marks,
  startedAt: v.fallback(v.number(), 0),
});
/** The answers of a draft, as far as they can be read. */
export type DraftContent = v.InferOutput<typeof draftContentSchema>;

const empty = {
  ...{ text: '', pupils: [], about: null, when: null, otherPlace: '', place: '', categories: [] },
  ...{ told: '', toldWho: '', agencies: [], others: '', marks: [], startedAt: 0 },
};

/** Reads what a draft kept; null for what is no record form at all. */
export function readDraftContent(kept: unknown): DraftContent | null {
  if (typeof kept !== 'object' || kept === null || !('text' in kept)) return null;
  const read = v.safeParse(draftContentSchema, { ...empty, ...kept });
  return read.success ? read.output : null;
}
