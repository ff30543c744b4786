import { isMessage, SYNC_TAG, type ClaimMessage, type SkipWaitingMessage } from '../offline/worker-messages';
import { deliverAfterEvent, deliverOnceAtStart, deliverOrThrow } from './deliver';
import { keepEmblem } from './keep-emblem';
import { keepHelpPictures } from './keep-help-pictures';
import { openPressed } from './open-pressed';
import { servePages, type Precached } from './serve-pages';
import { showAlert } from './show-alert';

/*
 * The service worker: keeps the app here, delivers the outbox, shows alerts. It listens and hands on; it never
 * touches a request of the page that is not a plain GET of the app itself.
 */

/** Not in every engine, nor in lib WebWorker. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Precached };

// The dev server has no list of files; a worker without one would die at its first navigation.
if (import.meta.env.PROD) servePages(self.__WB_MANIFEST);
keepEmblem();
keepHelpPictures();

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(deliverAfterEvent));
});

self.addEventListener('fetch', (event) => {
  event.waitUntil(deliverOnceAtStart());
});

self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === SYNC_TAG) sync.waitUntil(deliverOrThrow());
});

self.addEventListener('push', (event) => {
  event.waitUntil(showAlert(self.registration, event.data?.text() ?? '').then(deliverAfterEvent));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPressed(self.clients, self.location.origin, event.notification.data));
});

self.addEventListener('message', (event) => {
  if (isMessage<SkipWaitingMessage>(event.data, 'skip-waiting')) event.waitUntil(self.skipWaiting());
  if (isMessage<ClaimMessage>(event.data, 'claim')) event.waitUntil(self.clients.claim());
});
