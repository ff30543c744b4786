import * as v from 'valibot';
import { administrationRights } from './administration';
import { whySchema } from './automatic-alerts';
import { endpoint } from './endpoint';
import { id, named } from './fields';
import { rightsSchema } from './groups';
import { dutyRoles } from './staff-path';

/** With a security key, or only with the password. */
export const seeAsModes = ['full-access', 'log-in'] as const;
export type SeeAsMode = (typeof seeAsModes)[number];

/** Records that are named at most; all are counted. */
export const MOST_NAMED = 20;

const toOne = { caller: 'elevated', action: 'access.explain', params: v.strictObject({ id }) } as const;

/** What the list of a class or year group says of this person (server/access/concern.ts). */
const listWord = v.picklist(['not-restricted', 'everyone', 'group', 'person', 'not-named', 'no-list']);
export type ListWord = v.InferOutput<typeof listWord>;

const placeSchema = v.object({
  classId: id,
  className: v.string(),
  /** The year group of the pupils counted here, where it is not their class's: else null. */
  otherYear: v.nullable(v.string()),
  yearName: v.string(),
  /** On roll. */
  pupils: v.number(),
  /** Sees these pupils in a record of at least one category. */
  sees: v.boolean(),
  /** Whether the class restrictions let this person see them. */
  allowed: v.boolean(),
  class: listWord,
  year: listWord,
});
export type SeenPlace = v.InferOutput<typeof placeSchema>;

const categorySchema = v.object({
  ...named.entries,
  colour: v.string(),
  restricted: v.boolean(),
  disabled: v.boolean(),
  /** Reads records that stand in it alone, about pupils of at least one class. */
  reads: v.boolean(),
  ...rightsSchema.entries,
  /** The row of the matrix that says so: a category, `*` for every category, null for none. */
  from: v.nullable(v.union([named, v.literal('*')])),
});
export type SeenCategory = v.InferOutput<typeof categorySchema>;

const because = v.picklist(['alerted', 'group', 'kept']);

const toldSchema = v.object({
  /** Null: what no rule brings to anybody, as member of the fallback group, head or chair. */
  rule: v.nullable(
    v.object({ id, categories: v.array(named), classes: v.array(named), years: v.array(named) }),
  ),
  code: v.picklist(['rule', 'fallback', 'head', 'chair']),
  /** Alert groups that bring this person in; empty: by name, or by the duty list. */
  groups: v.array(v.string()),
});
export type SeenTold = v.InferOutput<typeof toldSchema>;

export const seenSchema = v.object({
  person: v.object({
    ...named.entries,
    jobTitle: v.nullable(v.string()),
    left: v.boolean(),
    /** Has an account here. */
    logsIn: v.boolean(),
    /** Asked to join, as an account of another school: until it is accepted nothing is seen and nothing told. */
    asked: v.nullable(v.picklist(['open', 'declined'])),
    /** Has a security key that counts. */
    key: v.boolean(),
    group: v.string(),
    higherLevel: v.boolean(),
    unrestricted: v.boolean(),
    duty: v.array(v.picklist(dutyRoles)),
  }),
  mode: v.picklist(seeAsModes),
  /** The rights of the group work so: it is not higher-level, or full access is on. */
  works: v.boolean(),
  places: v.array(placeSchema),
  /** Pupils whom this person is connected to: hidden, not counted, never alerted. */
  connected: v.array(v.object({ ...named.entries, className: v.nullable(v.string()) })),
  /** As a tree; those that were merged into others are left out. */
  categories: v.array(categorySchema),
  /** Reads what stands in no category yet. */
  readsUnsorted: v.boolean(),
  /** Without what whoever asks may not know of, and never a word of one. */
  records: v.object({
    /** Readable by the group's rights. */
    byGroup: v.number(),
    /** Readable because alerted to them, until marked as read. */
    alerted: v.number(),
    /** About a member of staff, and this person is told of such. */
    kept: v.number(),
    /** Only known to wait: alerts that are not read and need full access. */
    waiting: v.number(),
    /** The newest of those that whoever asks may read as well. */
    named: v.array(v.object({ id, reference: v.string(), because })),
  }),
  administration: v.array(v.picklist(administrationRights)),
  told: v.array(toldSchema),
  /** By the duty list: told of every concern about a member of staff, unless it is about this person. */
  staffConcerns: v.boolean(),
  /** Away today: who is alerted instead; else null. */
  away: v.nullable(v.object({ cover: v.string(), until: v.nullable(v.string()) })),
  /** Who is away today with this person as cover. */
  standsInFor: v.array(v.object({ name: v.string(), until: v.nullable(v.string()) })),
  /** How alerts reach this person beside Heed itself. */
  channels: v.object({ email: v.boolean(), devices: v.number() }),
  /** To choose from, for the question who would be alerted. */
  classes: v.array(named),
});
export type Seen = v.InferOutput<typeof seenSchema>;

export const seeAs = endpoint({
  ...toOne,
  method: 'GET',
  path: '/api/admin/staff/:id/see-as',
  summary: 'What one person can see and be told now, and why; no record is opened.',
  limit: { most: 30, seconds: 60, per: 'account' },
  query: v.strictObject({ mode: v.optional(v.picklist(seeAsModes), 'full-access') }),
  reply: seenSchema,
});

export const testSeeAs = endpoint({
  ...toOne,
  method: 'POST',
  path: '/api/admin/staff/:id/see-as/alert',
  summary:
    'Whether one person would be alerted to a concern of one category and class, and why; nobody is told.',
  body: v.strictObject({
    /** Null: none was ticked. */
    categoryId: v.nullable(id),
    /** The pupil's class. */
    classId: v.nullable(id),
  }),
  reply: v.object({
    told: v.boolean(),
    why: v.array(whySchema),
    /** How many other people would be alerted. */
    others: v.number(),
  }),
});
export type TestedAlert = v.InferOutput<(typeof testSeeAs)['reply']>;

export const faultCodes = [
  'one-lead',
  'one-administrator',
  'class-without-list',
  'year-without-list',
  'leaver-on-list',
  'leaver-in-alert-group',
  'leaver-in-rule',
  'leaver-on-duty',
  'rule-without-recipients',
  'alert-group-without-members',
  'user-group-without-people',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export const findFaults = endpoint({
  method: 'GET',
  path: '/api/admin/faults',
  caller: 'elevated',
  action: 'access.explain',
  activity: false,
  summary:
    'What in the rules of the school is likely to be wrong: empty lists and groups, leavers, one person alone.',
  reply: v.object({
    faults: v.array(
      v.object({
        code: v.picklist(faultCodes),
        /** Names of the classes, people, groups or rules that it is about. */
        names: v.array(v.string()),
      }),
    ),
    /** Whom to see as. */
    staff: v.array(v.object({ ...named.entries, jobTitle: v.nullable(v.string()), left: v.boolean() })),
  }),
});
export type Fault = v.InferOutput<(typeof findFaults)['reply']>['faults'][number];
