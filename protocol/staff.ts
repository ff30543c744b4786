import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, time } from './fields';
import { slipStates } from './slips';
import { dutyRoles } from './staff-path';

const namedSchema = v.object({ id, name: v.string() });

const listedStaffSchema = v.object({
  id,
  /** As people call them. */
  name: v.string(),
  firstName: v.string(),
  lastName: v.string(),
  title: v.nullable(v.string()),
  knownAs: v.nullable(v.string()),
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  jobTitle: v.nullable(v.string()),
  groupId: id,
  classes: v.array(id),
  duty: v.array(v.picklist(dutyRoles)),
  leftAt: v.nullable(time),
  /** Was asked to join, having an account at another school, and declined. */
  declined: v.boolean(),
  /** When a link to choose a password was last sent. */
  invitedAt: v.nullable(time),
  /** The newest such link could not be mailed. */
  inviteFailed: v.boolean(),
  firstLogInAt: v.nullable(time),
  /** A security key that counts, one that waits to be confirmed, or none. */
  key: v.picklist(['none', 'waits', 'saved']),
  keys: v.number(),
  /** No address, and a group that needs none: a slip lets this person record on a tablet (protocol/slips.ts). */
  takesSlip: v.boolean(),
  /** The newest slip of this person. */
  slip: v.nullable(v.object({ state: v.picklist(slipStates), expiresAt: time, usedAt: v.nullable(time) })),
  /** Tablets on which this person records. */
  tablets: v.number(),
  /** The school's rules alert this person, or might. */
  alerted: v.boolean(),
  /** The newest test alert that reached any channel. */
  testedAt: v.nullable(time),
  /** The newest test alert reached no channel. */
  testFailed: v.boolean(),
  /** When the school first heard that this person practised with an invented pupil. */
  practisedAt: v.nullable(time),
});
export type ListedStaff = v.InferOutput<typeof listedStaffSchema>;

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/admin/staff',
  caller: 'elevated',
  action: 'administer.staff',
  activity: false,
  summary:
    'Staff, leavers too, and how far each has come: invited, logged in, key, tablets, test alert, practised.',
  reply: v.object({
    staff: v.array(listedStaffSchema),
    groups: v.array(v.object({ ...namedSchema.entries, higherLevel: v.boolean(), builtIn: v.boolean() })),
    classes: v.array(namedSchema),
    /** Ids of the deputies in the order in which they stand in. */
    deputies: v.array(id),
  }),
});

const toOne = { method: 'POST', caller: 'elevated', params: v.strictObject({ id }) } as const;

export const sendFirstLogIn = endpoint({
  ...toOne,
  path: '/api/admin/staff/:id/first-log-in',
  action: 'administer.staff',
  summary: 'Mails one person a link to choose a password: good for 7 days, or an hour where they have one.',
});

export const readSharing = endpoint({
  method: 'GET',
  path: '/api/admin/staff/share',
  caller: 'elevated',
  action: 'administer.staff',
  activity: false,
  summary: 'What a school tells its staff when it begins, and categories that reach no lead.',
  reply: v.object({
    schoolName: v.string(),
    /** Where the school's Heed stands, without a trailing slash. */
    address: v.string(),
    /** Names of the categories in which a concern about some pupil reaches no lead. */
    unreached: v.array(v.string()),
  }),
});

/** People of one call: as many as a large school has. */
const MOST_PEOPLE = 500;

export const mailFirstLogIns = endpoint({
  method: 'POST',
  path: '/api/admin/staff/first-log-in',
  caller: 'elevated',
  action: 'administer.staff',
  summary: 'Mails several people a link to choose a password: those chosen, or all who never logged in.',
  body: v.strictObject({
    /** `waiting`: invited before, not logged in yet. */
    to: v.union([v.literal('waiting'), v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_PEOPLE))]),
    /** Only says who would be mailed. */
    rehearse: v.optional(v.boolean(), false),
  }),
  reply: v.object({
    /** Who is mailed, by name; people without an address and leavers are left out. */
    mailed: v.array(namedSchema),
  }),
});

export const endStaffSessions = endpoint({
  ...toOne,
  path: '/api/admin/staff/:id/end-sessions',
  action: 'administer.staff',
  summary: 'Ends every session of one person at this school.',
});
