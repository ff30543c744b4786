import * as v from 'valibot';
import { wellFormed } from './canonical-json';
import { partsOf, type Part } from './body-map/parts';
import { views, viewSizes } from './body-map/views';

/** Most marks of one concern. */
export const MAX_MARKS = 40;
/** Longest note of a mark, in UTF-16 code units. */
export const MAX_MARK_NOTE = 300;

export const markSizes = ['dot', 'coin', '3-cm', 'palm', 'larger'] as const;
export const markShapes = ['round', 'oval', 'line', 'curved', 'patchy', 'other'] as const;
export const markColours = ['red', 'purple', 'blue', 'black', 'yellow', 'green', 'brown', 'pale'] as const;
/** What somebody who looks, and does not touch, can answer. */
export const lookedAnswers = ['yes', 'no', 'cannot-tell'] as const;

/** Whole units of the view (body-map/views.ts). */
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const looked = v.optional(v.picklist(lookedAnswers));

/** One mark: where it is, and what could be seen. What was not answered is left out. */
const entries = {
  view: v.picklist(views),
  x: whole,
  y: whole,
  /** The part as its author saw it named; the words of a later build stand on this, not on the place. */
  part: v.string(),
  size: v.optional(v.picklist(markSizes)),
  shape: v.optional(v.picklist(markShapes)),
  /** Never an empty list: that is left out. */
  colours: v.optional(
    v.pipe(v.array(v.picklist(markColours)), v.minLength(1), v.maxLength(markColours.length)),
  ),
  skinBroken: looked,
  swelling: looked,
  note: v.optional(v.pipe(v.string(), v.transform(wellFormed), v.minLength(1), v.maxLength(MAX_MARK_NOTE))),
};

interface Placed {
  view: (typeof views)[number];
  x: number;
  y: number;
  part: string;
}

/** Whether a mark lies on its picture, at a part that the picture shows. */
function isOnPicture({ view, x, y, part }: Placed): boolean {
  const { width, height } = viewSizes[view];
  return x <= width && y <= height && partsOf(view).some((one) => one === part);
}

/** A mark as a draft keeps it: `child` is the pupil's id, or how one who is not on the list is described. */
export const draftMarkSchema = v.pipe(
  v.object({ ...entries, child: v.optional(v.string()) }),
  v.check((mark) => isOnPicture(mark)),
  v.transform((mark) => ({ ...mark, part: mark.part as Part })),
);
export type DraftMark = v.InferOutput<typeof draftMarkSchema>;

/** A mark as it is sealed: `pupil` is the place in the concern's `pupils`, left out where nobody said. */
export const markSchema = v.pipe(
  v.strictObject({ ...entries, pupil: v.optional(whole) }),
  v.check((mark) => isOnPicture(mark)),
  v.transform((mark) => ({ ...mark, part: mark.part as Part })),
);
export type Mark = v.InferOutput<typeof markSchema>;

/** Marks on the body, in the order of their numbers. Left out of a concern that has none. */
export const bodyMapSchema = v.strictObject({
  marks: v.pipe(v.array(markSchema), v.minLength(1), v.maxLength(MAX_MARKS)),
});
export type BodyMap = v.InferOutput<typeof bodyMapSchema>;

/** The body map as a lead reads it; it was checked when it came in. */
export const shownBodyMapSchema = v.object({
  marks: v.array(
    v.object({
      view: v.picklist(views),
      x: v.number(),
      y: v.number(),
      part: v.string(),
      size: entries.size,
      shape: entries.shape,
      colours: v.optional(v.array(v.picklist(markColours))),
      skinBroken: looked,
      swelling: looked,
      note: v.optional(v.string()),
      pupil: v.optional(v.number()),
    }),
  ),
});
export type ShownMark = v.InferOutput<typeof shownBodyMapSchema>['marks'][number];
