import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, time } from './fields';

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
  duty: v.array(v.picklist(['lead', 'deputy', 'head', 'chair'])),
  leftAt: v.nullable(time),
  /** When a link to choose a password was last sent. */
  invitedAt: v.nullable(time),
  firstLogInAt: v.nullable(time),
  /** A security key that counts, one that waits to be confirmed, or none. */
  key: v.picklist(['none', 'waits', 'saved']),
  /** Tablets on which this person records. */
  tablets: v.number(),
  /** The newest test alert that reached any channel. */
  testedAt: v.nullable(time),
});
export type ListedStaff = v.InferOutput<typeof listedStaffSchema>;

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/admin/staff',
  caller: 'elevated',
  action: 'administer.staff',
  activity: false,
  summary: 'Staff, leavers too, and how far each has come: invited, logged in, key, tablets, test alert.',
  reply: v.object({
    staff: v.array(listedStaffSchema),
    groups: v.array(v.object({ ...namedSchema.entries, higherLevel: v.boolean(), builtIn: v.boolean() })),
    classes: v.array(namedSchema),
  }),
});

const toOne = { method: 'POST', caller: 'elevated', params: v.strictObject({ id }) } as const;

export const sendFirstLogIn = endpoint({
  ...toOne,
  path: '/api/admin/staff/:id/first-log-in',
  action: 'administer.staff',
  summary: 'Mails one person a link to choose a password: good for 7 days, or an hour where they have one.',
});

export const endStaffSessions = endpoint({
  ...toOne,
  path: '/api/admin/staff/:id/end-sessions',
  action: 'administer.staff',
  summary: 'Ends every session of one person at this school.',
});
