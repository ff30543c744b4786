const WORKER = new URL('sw.js', document.baseURI).href;

/** Trusted Types policy `authenticator-worker`: the one script that this app starts by address. */
const policy = window.trustedTypes?.createPolicy('authenticator-worker', {
  createScriptURL(url) {
    if (url !== WORKER) throw new TypeError('not the worker of this app');
    return url;
  },
});

/**
 * Keeps the app on this device, for the next visit without a network. A newer one that waits takes over at once while
 * the accounts are locked: nothing is half done then.
 * @param isLocked whether this window shows no accounts
 */
export async function registerWorker(isLocked: () => boolean): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const workers = navigator.serviceWorker;
  // The first one's claim is no update; before it, Heed's own worker may hold this page.
  const controlled = workers.controller?.scriptURL === WORKER;
  workers.addEventListener('controllerchange', () => {
    if (controlled && isLocked()) location.reload();
  });
  // lib DOM takes a string where engines with Trusted Types want the policy's object.
  const url = policy ? (policy.createScriptURL(WORKER) as unknown as string) : WORKER;
  const registration = await workers.register(url, { updateViaCache: 'none' });
  if (isLocked()) registration.waiting?.postMessage('take-over');
}
