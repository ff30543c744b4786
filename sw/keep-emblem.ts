import { registerRoute } from 'workbox-routing';

const KEPT = 'heed-emblem';

/** Keeps the picture of the log-in page here: its address names its bytes, so what is kept is never old. */
export function keepEmblem(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/api/emblem/'),
    ({ request }) => keptOrFetched(request),
  );
}

async function keptOrFetched(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keepInstead(cache, request, answer.clone());
  return answer;
}

/** A school has one at a time. */
async function keepInstead(cache: Cache, request: Request, answer: Response): Promise<void> {
  try {
    for (const other of await cache.keys()) await cache.delete(other);
    await cache.put(request, answer);
  } catch {
    // A full disk: the picture is shown all the same.
  }
}
