import type { Handlers } from '../http/call';
import type { Ground } from '../ground';
import type { Mailer } from './mail';
import { readMailAlerts, setMailAlerts } from './mail-alerts';
import { readQuiet, setQuiet } from './quiet';
import { readStuckMails } from './store';
import { listOwnDevices } from './subscription-store';
import { dropSubscription, keepSubscription } from './subscriptions';
import { queueTestAlert } from './test-alert';
import { vapidKeys } from './vapid';

/** What these endpoints stand on. */
export interface NotificationParts {
  readonly ground: Ground;
  readonly mailer: Pick<Mailer, 'works'>;
}

/** Notifications of the caller: their devices, their e-mail, a test. */
export function notificationHandlers({ ground, mailer }: NotificationParts) {
  return {
    readNotifications: async ({ staff }) => ({
      vapidKey: vapidKeys(ground).publicKey,
      devices: await listOwnDevices(ground.database.read, ground.keys, staff.schoolId, staff.staffId),
      email: {
        ...(await readMailAlerts(ground, staff)),
        working: mailer.works && (await readStuckMails(ground.database.read, staff.schoolId)).stuck === 0,
      },
      quiet: await readQuiet(ground, staff),
    }),
    keepSubscription: ({ staff, body }) => keepSubscription(ground, staff, body),
    setMailAlerts: ({ staff, body }) => setMailAlerts(ground, staff, body.on),
    setQuietHours: ({ staff, body }) => setQuiet(ground, staff, body.quiet),
    dropSubscription: ({ staff, params }) => dropSubscription(ground, staff, params.id),
    sendTestAlert: ({ staff }) => queueTestAlert(ground, staff),
  } satisfies Handlers;
}
