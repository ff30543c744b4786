import { WORKER_PROTOCOL, type OpenMessage } from '../offline/worker-messages';

/**
 * Opens what a notification leads to: the open Heed comes to the front first, then is told where to go; without
 * one, a new window opens. An address of another origin leads to the start page.
 * @param data what `showAlert` put into the notification
 */
export async function openPressed(clients: Clients, origin: string, data: unknown): Promise<void> {
  const url = pathWithin(origin, data);
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const windows = all.filter(isHeed);
  const best = windows.find(({ focused }) => focused) ?? windows.find(isVisible) ?? windows[0];
  // Engines refuse focus() when too much time has passed since the press.
  const focused = best ? await best.focus().catch(() => null) : null;
  if (!focused) {
    await clients.openWindow(url);
    return;
  }
  const message: OpenMessage = { protocol: WORKER_PROTOCOL, type: 'open', url };
  focused.postMessage(message);
}

/** Heed Authenticator stands on the same address, and knows nothing of alerts. */
function isHeed(client: WindowClient): boolean {
  return !new URL(client.url).pathname.startsWith('/authenticator/');
}

function isVisible(client: WindowClient): boolean {
  return client.visibilityState === 'visible';
}

function pathWithin(origin: string, data: unknown): string {
  const given = typeof data === 'object' && data !== null ? (data as { navigate?: unknown }).navigate : null;
  try {
    const url = new URL(typeof given === 'string' ? given : '/', origin);
    return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
  } catch {
    return '/';
  }
}
