import webPush from 'web-push';
import type { Ground } from '../ground';
import { readRetryAfter } from './back-off';
import { accepted, later, never, type Outcome } from './outcome';
import { isPushHost } from './push-hosts';
import { NoAnswerInTime, postPush, type PushAnswer, type PushTransport } from './push-request';
import { vapidKeys } from './vapid';

export interface Push {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly payload: Buffer;
  /** Seconds for which the push service keeps it for a device that is off. */
  readonly ttl: number;
  readonly urgency: 'high' | 'normal';
  readonly topic: string;
}

/** Hands one push to its push service; never throws. */
export interface PushSender {
  send(push: Push): Promise<Outcome>;
}

/** The real sender: encrypted to the device (RFC 8291), signed by our VAPID key (RFC 8292). */
export function pushSender(ground: Ground, transport: PushTransport = {}): PushSender {
  return {
    send: async (push) => {
      if (!isPushHost(push.endpoint, ground.settings.pushHosts)) return never('host-not-allowed');
      const details = prepare(ground, push);
      if (!details) return later('unwritable');
      try {
        const answer = await postPush(details.endpoint, details.headers, details.body, transport);
        return judge(answer, ground.clock.now());
      } catch (fault) {
        return later(fault instanceof NoAnswerInTime ? 'time-out' : 'unreachable');
      }
    },
  };
}

function prepare(ground: Ground, push: Push) {
  const { endpoint, p256dh, auth, payload, ttl, urgency, topic } = push;
  const vapidDetails = { subject: ground.settings.vapidSubject, ...vapidKeys(ground) };
  try {
    return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      TTL: ttl,
      urgency,
      topic,
      vapidDetails,
      contentEncoding: 'aes128gcm',
    });
  } catch {
    return null; // keys that no browser made
  }
}

/** What an answer means: only 404 and 410 end a subscription (platform.md, Push: "prune"). */
function judge({ status, retryAfter }: PushAnswer, now: number): Outcome {
  const wait = readRetryAfter(retryAfter, now);
  if (status >= 200 && status < 300) return accepted;
  if (status === 404 || status === 410) return never('gone');
  if (status === 401 || status === 403) return later('our-key', wait);
  if (status === 429 || status === 503) return later('busy', wait);
  return later(status >= 500 ? 'server-fault' : 'refused', wait);
}
