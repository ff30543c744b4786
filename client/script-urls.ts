import argonWorkerUrl from './unlock/argon2-worker?worker&url';

const SERVICE_WORKER_URL = '/sw.js';

/**
 * Trusted Types policy `app-scripts`: the only scripts that this product ever starts by address are its service
 * worker and the worker that stretches PINs.
 */
const policy = window.trustedTypes?.createPolicy('app-scripts', {
  createScriptURL(url) {
    if (url !== SERVICE_WORKER_URL && url !== argonWorkerUrl)
      throw new TypeError('not a script of this product');
    return url;
  },
});

// lib DOM takes a string where engines with Trusted Types want the policy's object.
const allow = (url: string): string => (policy ? (policy.createScriptURL(url) as unknown as string) : url);

/** Address of the service worker, as `register` takes it under Trusted Types. */
export function serviceWorkerUrl(): string {
  return allow(SERVICE_WORKER_URL);
}

/** Address of the Argon2 worker, as `Worker` takes it under Trusted Types. */
export function argon2WorkerUrl(): string {
  return allow(argonWorkerUrl);
}
