import { registerRoute } from 'workbox-routing';

const KEPT = 'heed-help-pictures';

/**
 * Keeps the pictures of help that were opened once. They are too large to be kept on every tablet beforehand, and an
 * update may bring new ones under the same names: so the school is asked first, and answers mostly that nothing changed.
 */
export function keepHelpPictures(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/help/pictures/'),
    ({ request }) => fetchedOrKept(request),
  );
}

/** The page of a café's network is no picture either. */
async function fetchedOrKept(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  if (answer?.headers.get('content-type') !== 'image/png')
    return (await caches.match(request, { cacheName: KEPT })) ?? Response.error();
  await keep(request, answer.clone());
  return answer;
}

async function keep(request: Request, answer: Response): Promise<void> {
  try {
    await (await caches.open(KEPT)).put(request, answer);
  } catch {
    // A full disk: the picture is shown all the same.
  }
}
