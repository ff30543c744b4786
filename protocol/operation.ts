import * as v from 'valibot';
import { endpoint } from './endpoint';
import { time } from './fields';

export const readOperation = endpoint({
  method: 'GET',
  path: '/api/admin/operation',
  caller: 'elevated',
  action: 'administration.enter',
  activity: false,
  summary: 'Whether mail goes out.',
  reply: v.object({
    mail: v.object({
      /** Mails whose sending has failed so far and is tried again. */
      stuck: v.number(),
      /** Since when the oldest of them waits; null where none does. */
      since: v.nullable(time),
    }),
  }),
});
