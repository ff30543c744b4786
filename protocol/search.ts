import * as v from 'valibot';
import { day } from './changes/pupils';
import { levelChoices, levels } from './concern-actions';
import { endpoint } from './endpoint';
import { id, named, time } from './fields';

/** Where a page of what was found ends: time and id of its last concern. */
const searchCursor = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/, 'This is not a place in the list.'),
);

/** A few words of a record around what was found in it. */
const snippetSchema = v.object({
  /** Where they stand: in what was recorded, or in an action that was added. */
  place: v.picklist(['text', 'action']),
  pieces: v.array(v.object({ text: v.string(), match: v.boolean() })),
  /** More stands before and after. */
  before: v.boolean(),
  after: v.boolean(),
});
export type Snippet = v.InferOutput<typeof snippetSchema>;

const foundConcernSchema = v.object({
  concernId: id,
  reference: v.string(),
  /** When it happened, by its author's word; when it arrived, where nobody knows. */
  at: time,
  urgent: v.boolean(),
  status: v.picklist(['waiting', 'taken', 'closed', 'being-checked']),
  level: v.optional(v.picklist(levels)),
  pupils: v.array(
    v.object({
      name: v.string(),
      initials: v.string(),
      className: v.nullable(v.string()),
      /** Hidden by a class restriction: shown as "another pupil". */
      hidden: v.boolean(),
    }),
  ),
  /** Adults who work here whom it is about; null: it is about pupils alone. */
  about: v.nullable(v.array(v.string())),
  categories: v.array(v.object({ name: v.string(), colour: v.string() })),
  /** Null where no text may be shown. */
  snippet: v.nullable(snippetSchema),
});
export type FoundConcern = v.InferOutput<typeof foundConcernSchema>;

const foundPupilSchema = v.object({
  id,
  name: v.string(),
  initials: v.string(),
  className: v.nullable(v.string()),
  /** No longer on roll. */
  left: v.boolean(),
});
export type FoundPupil = v.InferOutput<typeof foundPupilSchema>;

export const searchConcerns = endpoint({
  // The words are content: they never stand in an address or a log.
  method: 'POST',
  path: '/api/search',
  caller: 'session',
  action: 'concern.search',
  summary:
    'Concerns that this person may read, by words, "phrases", categories, level and dates, newest first; and pupils of that name. In the audit, without the words.',
  limit: { most: 60, seconds: 60, per: 'account' },
  body: v.strictObject({
    words: v.pipe(v.string(), v.trim(), v.maxLength(200, 'Search for fewer words.')),
    /** Any of these, or of what is below them; none: any. */
    categories: v.optional(v.pipe(v.array(id), v.maxLength(50)), []),
    level: v.optional(v.picklist(levelChoices)),
    from: v.optional(day),
    /** The last day, itself included. */
    to: v.optional(day),
    cursor: v.optional(searchCursor),
  }),
  reply: v.object({
    found: v.array(foundConcernSchema),
    /** How many there are in all. */
    total: v.number(),
    cursor: v.nullable(searchCursor),
    /** Pupils who are called so and whose page this person may open; with the first page alone. */
    pupils: v.array(foundPupilSchema),
    /** How many there are in all. */
    pupilsTotal: v.number(),
  }),
});

export const readSearchChoices = endpoint({
  method: 'GET',
  path: '/api/search/choices',
  caller: 'session',
  action: 'concern.search',
  activity: false,
  summary:
    'What a list can be limited to: the categories that this person may read concerns of, and the year groups.',
  reply: v.object({
    categories: v.array(v.object({ id, name: v.string(), colour: v.string() })),
    years: v.array(named),
  }),
});
