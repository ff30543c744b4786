import * as v from 'valibot';
import { shownFileSchema } from './concern-files';
import { endpoint } from './endpoint';
import { day, id, named, shortText, time } from './fields';
import { newFileSchema } from './online-files';

/** What a document of a pupil is. */
export const documentKinds = [
  'earlier-record',
  'plan',
  'minutes',
  'report',
  'court',
  'letter',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

const said = {
  kind: v.picklist(documentKinds, 'Choose what it is.'),
  /** The day on which somebody looks at it again. */
  review: v.nullable(day),
  /** Where its original is held. */
  heldAt: v.nullable(shortText),
};

/** A document as it is listed. Its bytes are read by `openDocument`. */
export const documentSchema = v.object({
  documentId: id,
  /** What is said of it now: whoever changes it names what they saw. */
  versionId: id,
  ...said,
  file: shownFileSchema,
  /** Its day of review is over. */
  late: v.boolean(),
  by: v.nullable(v.string()),
  at: time,
});
export type PupilDocument = v.InferOutput<typeof documentSchema>;

/** One that was taken off the page: what stood there, who took it off, and why. Its bytes are kept and not given out. */
const takenOffSchema = v.object({
  documentId: id,
  name: v.string(),
  ...said,
  reason: v.string(),
  by: v.nullable(v.string()),
  at: time,
});
export type TakenOff = v.InferOutput<typeof takenOffSchema>;

const lead = { caller: 'elevated', action: 'pupil.keep' } as const;
const one = { params: v.strictObject({ id, documentId: id }) };

export const listDocuments = endpoint({
  ...lead,
  method: 'GET',
  path: '/api/pupils/:id/documents',
  activity: false,
  summary: 'The documents of a pupil, for the leads; that they were listed is in the audit.',
  params: v.strictObject({ id }),
  reply: v.object({ documents: v.array(documentSchema), takenOff: v.array(takenOffSchema) }),
});

export const addDocument = endpoint({
  ...lead,
  method: 'POST',
  path: '/api/pupils/:id/documents',
  summary: 'Puts a document on a pupil’s page. Its chunks follow (`putFilePart`).',
  limit: { most: 600, seconds: 60, per: 'account' },
  params: v.strictObject({ id }),
  body: v.strictObject({
    /** Made by the page, so that a repeated send adds nothing twice. */
    documentId: id,
    file: newFileSchema,
    ...said,
  }),
});

export const changeDocument = endpoint({
  ...lead,
  ...one,
  method: 'POST',
  path: '/api/pupils/:id/documents/:documentId',
  summary:
    'Says anew what a document is and when it is looked at again, or takes it off the page with a reason. What stood before stays as a version.',
  body: v.strictObject({
    ...said,
    /** Made by the page, so that a repeated send changes nothing twice. */
    versionId: id,
    /** The version that was changed. */
    after: id,
    /** Why it is taken off the page; null: it stays. Its bytes are kept. */
    removed: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1, 'Write why.'), v.maxLength(2000))),
  }),
});

export const openDocument = endpoint({
  ...lead,
  ...one,
  method: 'GET',
  path: '/api/pupils/:id/documents/:documentId',
  summary: 'The bytes of a document, always as a download. In the audit.',
  replyType: 'stream',
});

export const matchNumbers = endpoint({
  ...lead,
  method: 'POST',
  path: '/api/documents/match',
  summary:
    'Whose UPN or Pupil ID these are, of pupils whose page this person keeps: for many earlier records at once.',
  body: v.strictObject({ numbers: v.pipe(v.array(shortText), v.maxLength(500)) }),
  reply: v.object({
    /** In the order of the numbers; null: nobody, or nobody whom this person may see. */
    pupils: v.array(v.nullable(v.object({ ...named.entries, className: v.nullable(v.string()) }))),
  }),
});
