import * as v from 'valibot';
import { signedCallSchema } from './devices';
import { endpoint } from './endpoint';
import { id } from './fields';

/** Somebody pressed "Send (practice)". The fact is all that leaves the device: nothing of what was written. */
const practised = { method: 'POST', action: 'device.use-own', activity: false } as const;

export const notePractised = endpoint({
  ...practised,
  path: '/api/practised',
  caller: 'session',
  summary: 'The logged-in person has practised with an invented pupil; the first time is kept.',
});

export const notePractisedAsAuthor = endpoint({
  ...practised,
  path: '/api/author/practised',
  caller: 'author',
  summary: 'The same of an unlocked person without a session.',
  limit: { most: 30, seconds: 60, per: 'device' },
  body: signedCallSchema,
});

export const remindToPractise = endpoint({
  method: 'POST',
  path: '/api/admin/staff/practice-reminders',
  caller: 'elevated',
  action: 'administer.staff',
  summary: 'Mails everybody who has logged in and not practised yet: at most once a day each.',
  body: v.strictObject({
    /** Only says who would be mailed. */
    rehearse: v.optional(v.boolean(), false),
  }),
  reply: v.object({
    /** Who is mailed; people without an address and leavers are left out. */
    mailed: v.array(v.object({ id, name: v.string() })),
  }),
});
