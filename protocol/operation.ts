import * as v from 'valibot';
import { endpoint } from './endpoint';
import { time } from './fields';

export const readOperation = endpoint({
  method: 'GET',
  path: '/api/admin/operation',
  caller: 'elevated',
  action: 'administration.enter',
  activity: false,
  summary: 'Whether mail goes out, and whether the school depends on one person.',
  reply: v.object({
    mail: v.object({
      /** Mails whose sending has failed so far and is tried again. */
      stuck: v.number(),
      /** Since when the oldest of them waits; null where none does. */
      since: v.nullable(time),
    }),
    /** How many people could act today: present, with a security key that counts. */
    standIns: v.object({ administrators: v.number(), leads: v.number(), staffConcerns: v.number() }),
  }),
});
