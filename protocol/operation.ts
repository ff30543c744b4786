import * as v from 'valibot';
import { endpoint } from './endpoint';
import { time } from './fields';

export const readOperation = endpoint({
  method: 'GET',
  path: '/api/admin/operation',
  caller: 'elevated',
  action: 'administration.enter',
  activity: false,
  summary:
    'Whether mail goes out, files are scanned, the data is kept, and whether the school depends on one person.',
  reply: v.object({
    mail: v.object({
      /** Mails whose sending has failed so far and is tried again. */
      stuck: v.number(),
      /** Since when the oldest of them waits; null where none does. */
      since: v.nullable(time),
    }),
    /**
     * Files that wait for a scanner that does not answer, and since when it does not; null: it does, or nothing waits.
     * `failed`: files that could not be looked at, such as those that are larger than it takes.
     */
    unscanned: v.object({ waiting: v.number(), since: v.nullable(time), failed: v.number() }),
    /** The last backup; null: none was ever made. `elsewhere`: on another disk than the data. */
    backup: v.nullable(v.object({ madeAt: time, elsewhere: v.boolean() })),
    /** Who has said last that the copy of the keys lies apart; null: nobody, or it has to be said again. */
    keysKept: v.nullable(v.object({ at: time, by: v.string() })),
    /** How many people could act today: present, with a security key that counts. */
    standIns: v.object({ administrators: v.number(), leads: v.number(), staffConcerns: v.number() }),
  }),
});

export const confirmKeysKept = endpoint({
  method: 'POST',
  path: '/api/admin/operation/keys-kept',
  caller: 'elevated',
  action: 'administer.settings',
  summary: 'Somebody has seen that the copy of the keys lies apart from the data and its backups.',
});
