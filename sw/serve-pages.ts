import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** The list of files that the build writes in. */
export type Precached = Parameters<typeof precacheAndRoute>[0];

/** Addresses that are no page of this app: the API, Heed Authenticator with its own worker, the viewer of a PDF. */
const NOT_OURS = [/^\/api\//, /^\/authenticator(\/|$)/, /^\/viewer\//];

/** Keeps the app's own files here and answers every route of the app with its page, with or without a network. */
export function servePages(files: Precached): void {
  precacheAndRoute(files);
  cleanupOutdatedCaches();
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: NOT_OURS }));
}
