import { words } from './words';

/** Where a pressed notification leads; path, query and fragment. */
export interface AlertData {
  navigate: string;
}

interface AlertToShow {
  title: string;
  body: string;
  navigate: string;
  tag: string;
}

/**
 * Shows an alert, whatever came: a push without a visible notification costs the subscription on iOS, and a text
 * that cannot be read still means that something waits. Without a picture: an engine fetches it first, and behind a
 * network that answers nothing that held an alert back for 90 seconds (measured, Chromium 156).
 * @param text declarative web push, `{"web_push": 8030, "notification": {title, body, navigate, tag}}`
 */
export async function showAlert(registration: ServiceWorkerRegistration, text: string): Promise<void> {
  const alert = readAlert(text);
  const data: AlertData = { navigate: alert.navigate };
  await registration.showNotification(alert.title, {
    body: alert.body,
    tag: alert.tag,
    data,
    requireInteraction: true,
  });
}

function readAlert(text: string): AlertToShow {
  const given = notificationOf(text);
  return {
    title: textOf(given['title'], words.alert),
    body: textOf(given['body'], words.openHeed),
    navigate: textOf(given['navigate'], '/alerts'),
    tag: textOf(given['tag'], 'heed'),
  };
}

function notificationOf(text: string): Record<string, unknown> {
  try {
    const read = JSON.parse(text) as { notification?: Record<string, unknown> } | null;
    return read?.notification ?? {};
  } catch {
    return {};
  }
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
