import * as v from 'valibot';
import { contactSchema } from './changes/pupils';
import { endpoint } from './endpoint';
import { day, id, named, shortText, time } from './fields';
import { LONGEST_NOTE } from './text-limits';

/** Plans that others make for a child, and orders of a court. */
export const planKinds = [
  'child-protection',
  'child-in-need',
  'early-help',
  'looked-after',
  'court-order',
] as const;
export type PlanKind = (typeof planKinds)[number];

/** What stands of a pupil besides records: plans, agencies involved, other schools, and pupils who belong together. */
export const matterKinds = [...planKinds, 'agency', 'school', 'link'] as const;
export type MatterKind = (typeof matterKinds)[number];

export function isPlan(kind: MatterKind): kind is PlanKind {
  return planKinds.some((one) => one === kind);
}

const line = v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)));

/** What is said of one; a kind has some of it (`server/matters/check-matter.ts`). */
export const matterDetails = v.strictObject({
  kind: v.picklist(matterKinds),
  /** Of an agency or school its name, of a link what the other pupil is to this one. */
  name: v.nullable(shortText),
  start: v.nullable(day),
  review: v.nullable(day),
  end: v.nullable(day),
  authority: line,
  worker: line,
  phone: line,
  note: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NOTE))),
});
export type MatterDetails = v.InferOutput<typeof matterDetails>;

/** What was done with one: each stays as a version. `removed`: it was entered by mistake. */
export const matterDeeds = ['began', 'changed', 'ended', 'removed'] as const;
export type MatterDeed = (typeof matterDeeds)[number];

/** One as it stands, for a pupil's page. */
export const matterSchema = v.object({
  matterId: id,
  /** Its newest version. */
  versionId: id,
  details: v.object(matterDetails.entries),
  /** Of a link: who, where this person may open their page. */
  other: v.nullable(v.object({ ...named.entries, className: v.nullable(v.string()) })),
  /** It has not ended yet. */
  current: v.boolean(),
  /** Its day of review is over. */
  late: v.boolean(),
  by: v.nullable(v.string()),
  at: time,
});
export type Matter = v.InferOutput<typeof matterSchema>;

const keeping = {
  method: 'POST',
  caller: 'elevated',
  action: 'pupil.keep',
  params: v.strictObject({ id }),
} as const;

export const keepMatter = endpoint({
  ...keeping,
  path: '/api/pupils/:id/matters',
  summary:
    'Writes down, changes or ends a plan, an agency, another school or a linked pupil; what stood before stays as a version.',
  body: v.strictObject({
    /** Both made by the page, so that a repeated send writes nothing twice. */
    versionId: id,
    matterId: id,
    /** The version that was changed; null: it is new. */
    after: v.nullable(id),
    details: matterDetails,
    /** Of a link that is new. */
    otherId: v.optional(v.nullable(id), null),
    /** It was entered by mistake; `note` says why. */
    removed: v.optional(v.boolean(), false),
  }),
});

export const barContact = endpoint({
  ...keeping,
  path: '/api/pupils/:id/barred',
  summary: 'Marks a contact of a pupil as *do not contact*, or takes the mark off, with a reason.',
  body: v.strictObject({
    versionId: id,
    contact: v.strictObject({
      name: contactSchema.entries.name,
      relationship: contactSchema.entries.relationship,
      phone: contactSchema.entries.phone,
    }),
    barred: v.boolean(),
    reason: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1, 'Write why. It stands in the chronology.'),
      v.maxLength(LONGEST_NOTE),
    ),
  }),
});
