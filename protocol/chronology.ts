import * as v from 'valibot';
import { contactSchema, day } from './changes/pupils';
import { otherConcernSchema } from './concern-links';
import { levelChoices, levels } from './concern-actions';
import { correctedMomentSchema, quarantineReasons } from './concerns';
import { endpoint, type QueryOf, type ReplyOf } from './endpoint';
import { id, named, time } from './fields';
import { markerSchema } from './marker';
import { roles } from './payload';
import { matterDeeds, matterKinds, matterSchema } from './pupil-matters';
import { watchedCategory } from './watching';

/** A pupil beside: by name and class, for those who may see their page. */
const besideSchema = v.object({ ...named.entries, className: v.nullable(v.string()) });

/** The head of a pupil's page. No photo, and no word of any record. */
export const pupilPageSchema = v.object({
  id,
  name: v.string(),
  initials: v.string(),
  className: v.nullable(v.string()),
  /** "Mr Kunze" */
  teacher: v.nullable(v.string()),
  yearGroup: v.nullable(v.string()),
  /** Whole years. */
  age: v.nullable(v.number()),
  dateOfBirth: v.nullable(v.string()),
  /** yyyy-mm-dd; null for pupils on roll. */
  leftOn: v.nullable(v.string()),
  sen: v.nullable(v.picklist(['K', 'E'])),
  lookedAfter: v.boolean(),
  /** Many concerns lately; null: not so many, or the school marks none. */
  marker: v.nullable(markerSchema),
  contacts: v.array(v.object(contactSchema.entries)),
  /** Brothers and sisters whose page this person may open. */
  siblings: v.array(besideSchema),
  /** Other pupils of the same records, with the number of records that they share. */
  linked: v.array(v.object({ ...besideSchema.entries, records: v.number() })),
  /** Plans and orders, agencies, other schools and links, also those that have ended. */
  matters: v.array(matterSchema),
  /** This person is told of each new concern about the pupil that they may read. */
  watching: v.boolean(),
  /** In which categories the pupil is watched, of those in which this person sees pupils. */
  watchedIn: v.array(watchedCategory),
  watchable: v.array(watchedCategory),
  /** This person may change what stands here besides the records. */
  mayKeep: v.boolean(),
  /** Today on the school's wall. */
  today: day,
});
export type PupilPage = v.InferOutput<typeof pupilPageSchema>;

export const readPupilPage = endpoint({
  method: 'GET',
  path: '/api/pupils/:id',
  caller: 'elevated',
  action: 'pupil.read',
  summary:
    'The head of a pupil’s page: class, contacts, siblings, linked pupils; that it was opened is in the audit.',
  params: v.strictObject({ id }),
  reply: pupilPageSchema,
});

/** Where a page of a chronology ends: time and id of its last entry. */
const chronologyCursor = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/, 'This is not a place in the chronology.'),
);

/** Kinds of entry: `concern`, or an action by its kind. Several are separated by commas. */
const kinds = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z-]{0,30}(,[a-z][a-z-]{0,30}){0,40}$/, 'These are no kinds of entry.'),
);

/** What of a chronology is wanted; each is optional and limits it further. */
export const chronologyFilter = {
  kind: v.optional(kinds),
  /** Id of a category: its records, and what was done about them. */
  category: v.optional(id),
  /** Id of the staff member who wrote or did it. */
  person: v.optional(id),
  /** Of the concern, now. */
  level: v.optional(v.picklist(levelChoices)),
  /** Only what is marked as significant. */
  significant: v.optional(v.literal('yes')),
  from: v.optional(day),
  /** The last day, itself included. */
  to: v.optional(day),
};

/** One thing that happened: a concern, or something done about one. */
const entrySchema = v.object({
  id,
  /** `concern`, or what kind of action; a kind that a page does not know is an action. */
  kind: v.string(),
  /** The record that it stands in; null: it stands in none, like a plan. */
  concernId: v.nullable(id),
  reference: v.nullable(v.string()),
  /** Of a plan, an agency or a contact: what was done with it. */
  matter: v.nullable(
    v.object({ kind: v.picklist([...matterKinds, 'contact']), deed: v.picklist(matterDeeds) }),
  ),
  /** Only its day is known. */
  dayOnly: v.boolean(),
  /** When it happened; of a concern that says nothing, when it was received. */
  at: time,
  /** Of the school's calendar. */
  year: v.number(),
  /** Whole weeks without an entry before this one, where they are many; null otherwise. */
  quietWeeks: v.nullable(v.number()),
  by: v.nullable(v.string()),
  text: v.nullable(v.string()),
  /** The mark that stands; null: it has none. */
  significant: v.nullable(v.object({ reason: v.string(), by: v.nullable(v.string()), at: time })),
  /** This person may mark it, or take the mark off. */
  mayMark: v.boolean(),
  /** What only a concern has. */
  concern: v.nullable(
    v.object({
      confirmed: v.boolean(),
      /** The time is a guess. */
      about: v.boolean(),
      moment: v.nullable(v.string()),
      /** What it said before of when it happened, oldest first; none: it stands as its author said. */
      corrected: v.optional(v.array(correctedMomentSchema)),
      place: v.nullable(v.string()),
      status: v.picklist(['waiting', 'taken', 'closed', 'being-checked']),
      urgent: v.boolean(),
      level: v.optional(v.picklist(levels)),
      quarantine: v.nullable(v.picklist(quarantineReasons)),
      categories: v.array(v.object({ id, name: v.string(), colour: v.string() })),
      /** Other concerns that it is linked with, as far as this person may read them. */
      links: v.optional(v.array(otherConcernSchema)),
      /** What this pupil had to do with it. */
      role: v.nullable(v.picklist(roles)),
      /** The other pupils; hidden by a class restriction: "another pupil", without name or id. */
      others: v.array(v.object({ pupilId: v.nullable(id), name: v.string(), hidden: v.boolean() })),
    }),
  ),
});
export type ChronologyEntry = v.InferOutput<typeof entrySchema>;

const countedKind = v.object({ kind: v.string(), count: v.number() });

export const readChronology = endpoint({
  method: 'GET',
  path: '/api/pupils/:id/chronology',
  caller: 'elevated',
  action: 'pupil.read',
  summary:
    'Everything about one pupil that this person may read, in order of when it happened; each page is in the audit.',
  params: v.strictObject({ id }),
  query: v.strictObject({
    ...chronologyFilter,
    order: v.optional(v.picklist(['newest', 'oldest']), 'newest'),
    cursor: v.optional(chronologyCursor),
  }),
  reply: v.object({
    entries: v.array(entrySchema),
    /** Asks for the page after this one; null: there is no more. */
    cursor: v.nullable(chronologyCursor),
    /** Entries that this person may read, and those of them that fit the filter. */
    total: v.number(),
    found: v.number(),
    /** Entries of the total that are marked as significant. */
    marked: v.number(),
    /** Of what fits, by year, in the order that was asked for. */
    years: v.array(v.object({ year: v.number(), count: v.number() })),
    /** Whole weeks since the newest entry that fits, where they are many. */
    quietWeeks: v.nullable(v.number()),
    /** What there is to choose from, of all that this person may read. */
    kinds: v.array(countedKind),
    categories: v.array(named),
    people: v.array(named),
  }),
});
export type ChronologyPage = ReplyOf<typeof readChronology>;

export const notePrinted = endpoint({
  method: 'POST',
  path: '/api/pupils/:id/printed',
  caller: 'elevated',
  action: 'pupil.read',
  summary: 'Notes in the audit that a chronology is printed from the screen.',
  params: v.strictObject({ id }),
});

export type ChronologyQuery = QueryOf<typeof readChronology>;
