import type { SupportReport } from '../../../protocol/support-report';
import { sha256, toBase64url, toHex } from '../../../protocol/bytes';
import { call } from '../../data/call';
import { currentPushSubscription, pushSubscription, type NoPush } from '../../sw-bridge';
import { browserName } from '../../shell/browser-name';

/** What notifications are on this device. */
export type PushState = SupportReport['push'];

/** Looks without asking anybody. `mark` finds this browser's own row in the school's list; null without one. */
export async function pushHere(): Promise<{ state: PushState; mark: string | null }> {
  if (!('Notification' in globalThis) || !('PushManager' in globalThis)) {
    return { state: isApplePhone() ? 'install-first' : 'not-supported', mark: null };
  }
  if (Notification.permission === 'denied') return { state: 'blocked', mark: null };
  const subscription = await currentPushSubscription();
  if (!subscription || Notification.permission !== 'granted') return { state: 'off', mark: null };
  return { state: 'on', mark: await markOf(subscription.endpoint) };
}

/**
 * Asks the browser and tells the school. Call it from a button only: browsers refuse a question that nobody asked for.
 * @returns what stood in the way, or null when it is on
 */
export async function turnOnPush(vapidKey: string): Promise<NoPush | 'blocked' | null> {
  if ((await Notification.requestPermission()) !== 'granted') return 'blocked';
  const subscription = await pushSubscription(vapidKey);
  if (typeof subscription === 'string') return subscription;
  const { endpoint, keys } = subscription.toJSON();
  await call('keepSubscription', {
    body: {
      endpoint: endpoint ?? subscription.endpoint,
      p256dh: keys?.['p256dh'] ?? keyOf(subscription, 'p256dh'),
      auth: keys?.['auth'] ?? keyOf(subscription, 'auth'),
      name: browserName(),
    },
  });
  return null;
}

/** Gives this browser's subscription up, if it is the one that was removed at the school. */
export async function turnOffPush(mark: string): Promise<void> {
  const subscription = await currentPushSubscription();
  if (subscription && (await markOf(subscription.endpoint)) === mark) await subscription.unsubscribe();
}

/** First 16 characters of the endpoint's SHA-256 in hex, as protocol/notifications says. */
async function markOf(endpoint: string): Promise<string> {
  return toHex(await sha256(new TextEncoder().encode(endpoint))).slice(0, 16);
}

function keyOf(subscription: PushSubscription, name: 'p256dh' | 'auth'): string {
  return toBase64url(new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer(0)));
}

/** On an iPhone or iPad push exists only for an application on the Home Screen. */
function isApplePhone(): boolean {
  return (
    /iphone|ipad/i.test(navigator.userAgent) ||
    (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1)
  );
}
