import * as v from 'valibot';
import { chronologyFilter } from './chronology';
import { endpoint, type QueryOf } from './endpoint';
import { id } from './fields';

/** A paper takes a while to make, and says much: nobody needs many of them in a minute. */
const limit = { most: 20, seconds: 60, per: 'account' } as const;

export const printConcern = endpoint({
  method: 'GET',
  path: '/api/concerns/:id/paper',
  caller: 'elevated',
  action: 'concern.read',
  summary: 'One concern as a PDF, as far as this person may see it; that it was printed is in the audit.',
  limit,
  params: v.strictObject({ id }),
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
    names: v.optional(v.picklist(['all', 'letters']), 'all'),
  }),
  replyType: 'stream',
});

export type PrintedQuery = QueryOf<typeof printChronology>;
