import * as v from 'valibot';
import { chronologyFilter } from './chronology';
import { bytes, endpoint, type QueryOf } from './endpoint';
import { id } from './fields';

/** A paper takes a while to make, and says much: nobody needs many of them in a minute. */
const limit = { most: 20, seconds: 60, per: 'account' } as const;

const names = v.optional(v.picklist(['all', 'letters']), 'all');

export const printConcern = endpoint({
  method: 'GET',
  path: '/api/concerns/:id/paper',
  caller: 'elevated',
  action: 'concern.read',
  summary:
    'One concern as a PDF, as far as this person may see it, or for the family of one of its pupils; that it was printed is in the audit.',
  limit,
  params: v.strictObject({ id }),
  query: v.strictObject({
    /** From whose page it was opened: that pupil stands first, where they stand in it for this person. */
    pupil: v.optional(id),
    /** Other pupils by their names, or as "Pupil B", "Pupil C" …: then `pupil` says for whom. */
    names,
  }),
  replyType: 'stream',
});

export const printChronology = endpoint({
  method: 'GET',
  path: '/api/pupils/:id/chronology/paper',
  caller: 'elevated',
  action: 'pupil.read',
  summary:
    'The chronology of one pupil as a PDF: what this person may read of it and fits the filter. That it was printed is in the audit.',
  limit,
  params: v.strictObject({ id }),
  query: v.strictObject({
    ...chronologyFilter,
    order: v.optional(v.picklist(['newest', 'oldest']), 'oldest'),
    /** Other pupils by their names, or as "Pupil B", "Pupil C" … */
    names,
  }),
  replyType: 'stream',
});

export const printHelp = endpoint({
  method: 'GET',
  path: '/api/help/:sheet/paper',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'One help sheet as a PDF; nothing in it is confidential, and each is made once.',
  limit: { most: 60, seconds: 60, per: 'address' },
  params: v.strictObject({ sheet: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/)) }),
  replyType: 'bytes',
  reply: bytes,
});

export type PrintedQuery = QueryOf<typeof printChronology>;
export type ConcernPrintedQuery = QueryOf<typeof printConcern>;
