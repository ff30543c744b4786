import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id } from './fields';
import { fileTypes, UNKNOWN_TYPE } from './files/sniff';
import { fileIdSchema } from './online-files';

/** A file of a record, as far as it has come. Its bytes are read by `openFile`. */
export const shownFileSchema = v.object({
  fileId: v.string(),
  name: v.string(),
  /** in bytes */
  size: v.number(),
  /** `coming`: its parts are not all here; `damaged`: they are, and are not what its author has chosen */
  state: v.picklist(['coming', 'here', 'damaged']),
  /** by its own first bytes; null until it is here */
  type: v.nullable(v.picklist([...fileTypes, UNKNOWN_TYPE])),
  /** It is here and not given out: what the scanner found, null where it has not looked yet. */
  held: v.optional(v.object({ found: v.nullable(v.string()) })),
});
export type ShownFile = v.InferOutput<typeof shownFileSchema>;

export const openFile = endpoint({
  method: 'GET',
  path: '/api/concerns/:id/files/:fileId',
  caller: 'elevated',
  action: 'concern.read',
  summary: 'The bytes of a file, for whoever may read its record; always as a download. In the audit.',
  params: v.strictObject({ id, fileId: fileIdSchema }),
  replyType: 'stream',
});
