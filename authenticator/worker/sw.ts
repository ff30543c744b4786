/*
 * Keeps Heed Authenticator on the device and answers for it without a network; nothing else of this address is its
 * business. Written by hand: Heed's own worker stands one folder up, and Workbox tidies away every cache whose name
 * holds its scope, which this one's would.
 */

export {};

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const OURS = 'heed-authenticator ';
/** The list of files that the build writes in. */
const files = self.__WB_MANIFEST;
/** The cache of exactly these files. */
const cacheName = nameOf(JSON.stringify(files));

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const within = request.url.startsWith(self.registration.scope);
  if (request.method === 'GET' && within) event.respondWith(answer(request));
});

async function nameOf(list: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(list));
  return OURS + Array.from(new Uint8Array(digest).slice(0, 8), (byte) => byte.toString(16)).join('');
}

async function keepFiles(): Promise<void> {
  const cache = await caches.open(await cacheName);
  // The plugin lists the manifest twice, and addAll refuses that.
  const urls = new Set(files.map(({ url }) => url));
  await cache.addAll([...urls].map((url) => new Request(url, { cache: 'no-cache' })));
}

async function dropOlder(): Promise<void> {
  const current = await cacheName;
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== current);
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(await cacheName);
  const wanted = request.mode === 'navigate' ? new URL('index.html', self.registration.scope).href : request;
  return (await cache.match(wanted, { ignoreVary: true })) ?? fetch(request);
}
