import * as v from 'valibot';
import { endpoint, bytes } from './endpoint';
import { MAX_CHUNK_BODY_BYTES } from './files/chunks';
import { MAX_FILE_BYTES, MAX_FILES } from './files/limits';

/*
 * Files of somebody who is logged in and online (docs/specs/files.md): named by what they belong to, such as an action, in one
 * call; their chunks follow in calls of their own, under the file's key, and go on where they were cut off.
 */

/** 16 bytes as strict base64url; see `fileIdOf`. */
export const fileIdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'This is not an identifier.'),
);

/** 32 bytes as strict base64url. */
const secret = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'This is not the key or the hash of a file.'),
);

export const newFileSchema = v.strictObject({
  /** the file's own AES-256-GCM key: its chunks come under it */
  key: secret,
  /** of the whole file */
  sha256: secret,
  /** in bytes */
  size: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1, 'There is nothing in this file.'),
    v.maxValue(MAX_FILE_BYTES, 'This file is larger than 25 MB. Choose a smaller one.'),
  ),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
});
/** A file as whatever it belongs to names it. */
export type NewFile = v.InferOutput<typeof newFileSchema>;

/** The files that something new brings; none where it is left out. */
export const newFilesSchema = v.optional(
  v.pipe(v.array(newFileSchema), v.maxLength(MAX_FILES, 'That are too many files. Add the others after it.')),
  [],
);

const standingSchema = v.object({
  state: v.picklist(['coming', 'here', 'damaged']),
  /** the chunks that are not here yet, from 1; none once the file is put together */
  missing: v.array(v.number()),
});
/** How far a file has come. */
export type FileStanding = v.InferOutput<typeof standingSchema>;

export const readFileStanding = endpoint({
  method: 'GET',
  path: '/api/files/:fileId',
  caller: 'session',
  action: null,
  activity: false,
  summary: 'How far a file has come that this person has named: which of its chunks are missing.',
  params: v.strictObject({ fileId: fileIdSchema }),
  reply: standingSchema,
});

export const putFilePart = endpoint({
  method: 'PUT',
  path: '/api/files/:fileId/parts/:part',
  caller: 'session',
  action: null,
  activity: false,
  summary:
    'One chunk of a file that this person has named, sealed under the file’s key. Any order, any number of times.',
  limit: { most: 1200, seconds: 60, per: 'account' },
  maxBody: MAX_CHUNK_BODY_BYTES,
  params: v.strictObject({ fileId: fileIdSchema, part: v.pipe(v.string(), v.regex(/^[1-9]\d?$/)) }),
  bodyType: 'bytes',
  body: bytes,
  reply: standingSchema,
});
