import * as v from 'valibot';
import { day } from './changes/pupils';
import { endpoint } from './endpoint';

/** Fewer than this are never said (product.md; a class knows who its one child with a record is). */
export const FEW = 5;

/** None, fewer than five, or a number of five and more to the nearest five. */
const countSchema = v.union([v.literal('few'), v.number()]);
export type Count = v.InferOutput<typeof countSchema>;

export const countTables = ['standing', 'month', 'category', 'class'] as const;

const countTableSchema = v.object({
  of: v.picklist(countTables),
  /** Null: these are so few that one of them could be worked out from the others. */
  rows: v.nullable(
    v.array(
      v.object({
        /** Name of a category or class, a month as yyyy-mm, `open` or `closed`; null: none. */
        name: v.nullable(v.string()),
        count: countSchema,
      }),
    ),
  ),
});
export type CountTable = v.InferOutput<typeof countTableSchema>;

const between = v.strictObject({
  /** When it happened, by the school's clock. */
  from: v.optional(day),
  /** The last day, itself included. */
  to: v.optional(day),
});

export const countConcerns = endpoint({
  method: 'GET',
  path: '/api/counts',
  caller: 'elevated',
  action: 'concern.count',
  summary:
    'How many of the concerns that a lead may read there are: open and closed, by month, category, class.',
  limit: { most: 30, seconds: 60, per: 'account' },
  query: between,
  reply: v.object({ all: countSchema, tables: v.array(countTableSchema) }),
});

export const exportCounts = endpoint({
  method: 'GET',
  path: '/api/counts.csv',
  caller: 'elevated',
  action: 'concern.count',
  summary: 'The same as a spreadsheet, without names of people; the export stands in the audit.',
  limit: { most: 10, seconds: 3600, per: 'account' },
  query: between,
  replyType: 'stream',
});
