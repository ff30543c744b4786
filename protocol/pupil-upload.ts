import * as v from 'valibot';
import { exportFields, matchingSchema } from './changes/upload';
import { outcomeSchema } from './changes/endpoints';
import { day } from './changes/pupils';
import { endpoint } from './endpoint';
import { id, named, shortText } from './fields';
import { faultSchema } from './set-up';

/** Ten megabytes as base64, and the words around them. */
const MOST_BYTES = 14 * 1024 * 1024;

const file = {
  /** Tells .csv from .xlsx. */
  name: v.pipe(v.string(), v.maxLength(255)),
  /** The file's bytes in base64. */
  file: v.pipe(v.string(), v.maxLength(MOST_BYTES)),
};

const uploadPreview = v.object({
  sheet: v.string(),
  /** As they stand in the file, from left to right. */
  headings: v.array(v.string()),
  matching: matchingSchema,
  /** What matched last time in this school. */
  remembered: v.boolean(),
  rows: v.number(),
  /** Nothing is written while any is left. */
  faults: v.array(faultSchema),
  /** Classes that the export names and the school does not have; the year group is the one most of its pupils have. */
  missingClasses: v.array(v.object({ name: v.string(), pupils: v.number(), yearGroupId: v.nullable(id) })),
  years: v.array(named),
  joiners: v.array(
    v.object({
      row: v.number(),
      name: v.string(),
      className: v.string(),
      /** `twin`: somebody of this name and date of birth is here already under another number */
      note: v.nullable(v.picklist(['twin'])),
    }),
  ),
  /** On the list of leavers here, and in the export again. */
  back: v.array(v.object({ ...named.entries, className: v.string() })),
  changed: v.array(v.object({ ...named.entries, fields: v.array(v.picklist(exportFields)) })),
  movers: v.array(v.object({ ...named.entries, from: v.string(), to: v.string() })),
  /** On roll here and not in the export: proposed, each to be ticked. */
  leavers: v.array(v.object({ ...named.entries, className: v.string() })),
  same: v.number(),
  /** The moves let somebody read more: they wait for a second person. */
  waits: v.boolean(),
  /** Marks what is shown; whoever confirms says which preview that was. */
  mark: v.string(),
});
export type UploadPreview = v.InferOutput<typeof uploadPreview>;

export const previewPupilExport = endpoint({
  method: 'POST',
  path: '/api/admin/pupils/upload/preview',
  caller: 'elevated',
  action: 'administer.pupils',
  summary: 'Reads a school’s pupil export: joiners, movers, proposed leavers and faults; writes nothing.',
  limit: { most: 60, seconds: 600, per: 'account' },
  maxBody: MOST_BYTES + 64 * 1024,
  body: v.strictObject({
    ...file,
    /** Null: as last time in this school, else guessed from the headings. */
    matching: v.nullable(matchingSchema),
  }),
  reply: uploadPreview,
});

export const confirmPupilExport = endpoint({
  method: 'POST',
  path: '/api/admin/pupils/upload/confirm',
  caller: 'elevated',
  action: 'administer.pupils',
  summary: 'Writes a pupil export as it was previewed, in one transaction, and remembers its columns.',
  limit: { most: 60, seconds: 600, per: 'account' },
  maxBody: MOST_BYTES + 512 * 1024,
  body: v.strictObject({
    ...file,
    matching: matchingSchema,
    mark: v.pipe(v.string(), v.maxLength(64)),
    /** Those of the proposed leavers who were ticked. */
    leavers: v.pipe(v.array(id), v.maxLength(3000)),
    on: day,
    destination: v.nullable(shortText),
  }),
  reply: v.object({ outcomes: v.array(outcomeSchema) }),
});
