import * as v from 'valibot';
import { endpoint } from './endpoint';
import { base64url, id, time } from './fields';
import { quietHours } from './quiet-hours';

/** Why pushes to a device fail, as the last one did; all but `gone` are tried again by themselves. */
export const pushFaults = [
  'gone',
  'unreachable',
  'time-out',
  'busy',
  'server-fault',
  'refused',
  'our-key',
  'host-not-allowed',
] as const;
export type PushFault = (typeof pushFaults)[number];

export const readNotifications = endpoint({
  method: 'GET',
  path: '/api/notifications',
  caller: 'session',
  action: 'account.manage-own',
  activity: false,
  summary: 'Push: the server’s public key and this person’s devices with their last success.',
  reply: v.object({
    vapidKey: v.string(),
    devices: v.array(
      v.object({
        id,
        name: v.string(),
        added: time,
        lastSuccess: v.nullable(time),
        gone: v.boolean(),
        /** Since when pushes to it have failed without one that arrived, and why the last one did. */
        failing: v.nullable(v.object({ since: time, why: v.picklist(pushFaults) })),
        /** First 16 characters of the endpoint's SHA-256, so that the page can find its own. */
        mark: v.string(),
      }),
    ),
    /** `anyway`: switched off, and sent all the same, since no device of the person is reached now. */
    email: v.object({ on: v.boolean(), working: v.boolean(), anyway: v.boolean() }),
    /** When alerts that are not urgent wait: this person's own, and what the school has set for all. */
    quiet: v.object({ own: v.nullable(quietHours), school: v.nullable(quietHours) }),
  }),
});

export const keepSubscription = endpoint({
  method: 'POST',
  path: '/api/notifications/subscriptions',
  caller: 'session',
  action: 'account.manage-own',
  activity: false,
  summary: 'Saves or renews a push subscription of this browser for this person.',
  body: v.strictObject({
    endpoint: v.pipe(v.string(), v.url('This is not an address.'), v.maxLength(2000)),
    p256dh: base64url,
    auth: base64url,
    name: v.pipe(v.string(), v.maxLength(80)),
  }),
});

export const dropSubscription = endpoint({
  method: 'DELETE',
  path: '/api/notifications/subscriptions/:id',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Removes a push subscription of this person.',
  params: v.strictObject({ id }),
});

export const setQuietHours = endpoint({
  method: 'PUT',
  path: '/api/notifications/quiet-hours',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'This person’s own quiet hours, at every school of theirs; null: none.',
  body: v.strictObject({ quiet: v.nullable(quietHours) }),
});

export const setMailAlerts = endpoint({
  method: 'PUT',
  path: '/api/notifications/email',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Alerts by e-mail, on or off; while no device of the person is reached they come all the same.',
  body: v.strictObject({ on: v.boolean() }),
});

export const sendTestAlert = endpoint({
  method: 'POST',
  path: '/api/notifications/test',
  caller: 'session',
  action: 'account.manage-own',
  summary: '"Send me a test alert": to every channel of this person.',
  limit: { most: 10, seconds: 600, per: 'account' },
  reply: v.object({ push: v.number(), email: v.boolean() }),
});
