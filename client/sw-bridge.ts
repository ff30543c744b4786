import {
  isMessage,
  SYNC_TAG,
  WORKER_PROTOCOL,
  type ClaimMessage,
  type OpenMessage,
} from '../offline/worker-messages';
import { serviceWorkerUrl } from './script-urls';
import { askOtherTabs, listenToTabs } from './tabs';

const CHECK_AT_MOST_EVERY_MS = 30_000;
const PUSH_TIMEOUT_MS = 20_000;
const READY_TIMEOUT_MS = 10_000;

/** What the page does when the worker has something to say. */
export interface WorkerHooks {
  /** writes every open draft; throws when one could not be written */
  saveDrafts: () => Promise<void>;
  /** a new Heed is ready: offer it, change nothing */
  updateWaiting: () => void;
  /** the new Heed has taken over, by another tab's wish: reload when nothing is half written, else say so */
  reloadWanted: () => void;
  /** a notification was pressed */
  openUrl: (url: string) => void;
}

/** Not in every engine, nor in lib DOM. */
interface SyncingRegistration extends ServiceWorkerRegistration {
  sync?: { register: (tag: string) => Promise<void> };
}

let registration: ServiceWorkerRegistration | null = null;
let reloadHere = false;

/** Registers the worker and listens to it. Null where there are none (old engine, plain http, `npm run dev`). */
export async function registerWorker(hooks: WorkerHooks): Promise<ServiceWorkerRegistration | null> {
  const workers = workerContainer();
  if (!workers || !import.meta.env.PROD) return null;
  listenToTabs(hooks.saveDrafts);
  workers.addEventListener('message', (event) => {
    if (isMessage<OpenMessage>(event.data, 'open')) hooks.openUrl(event.data.url);
  });
  // The first worker's claim is no update: there was no older Heed here.
  let controlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (controlled) takenOver(hooks);
    controlled = true;
  });
  registration = await workers.register(serviceWorkerUrl(), { updateViaCache: 'none' });
  watchForUpdates(registration, hooks);
  void workers.ready.then(({ active }) => {
    // Still loading when the worker took its place: it would have no worker, and so no parts without a network.
    const claim: ClaimMessage = { protocol: WORKER_PROTOCOL, type: 'claim' };
    if (!workers.controller) active?.postMessage(claim);
  });
  return registration;
}

/**
 * Updates, after the person has agreed: every tab writes its drafts first, then the new worker takes over, then
 * this page reloads. No tab is ever reloaded under somebody's typing.
 * @returns `not-saved` when a tab could not write a draft: the old Heed goes on
 */
export async function applyUpdate(
  saveDrafts: () => Promise<void>,
): Promise<'updating' | 'not-saved' | 'no-update'> {
  const waiting = registration?.waiting;
  if (!waiting) return 'no-update';
  try {
    await saveDrafts();
  } catch {
    return 'not-saved';
  }
  if (!(await askOtherTabs())) return 'not-saved';
  reloadHere = true;
  waiting.postMessage({ protocol: WORKER_PROTOCOL, type: 'skip-waiting' });
  return 'updating';
}

/** Asks the browser to wake the worker when there is a network. @returns false where it will not */
export async function requestSync(): Promise<boolean> {
  try {
    const ready = await readyWorker();
    if (!ready?.sync) return false;
    await ready.sync.register(SYNC_TAG);
    return true;
  } catch {
    // Refused by a permission: the page's own triggers remain.
    return false;
  }
}

/** Whether what waits is sent with Heed closed: only where the engine has Background Sync (not iPad, not Firefox). */
export function sendsWhenClosed(): boolean {
  return workerContainer() !== null && 'SyncManager' in globalThis;
}

/** Why there is no push subscription. */
export type NoPush = 'not-supported' | 'refused' | 'timed-out';

/**
 * Subscribes this browser to alerts, or gives the subscription it has. Ask for the permission from a button first.
 * @param vapidKey the server's public key, base64url
 */
export async function pushSubscription(vapidKey: string): Promise<PushSubscription | NoPush> {
  const ready = await readyWorker();
  if (!ready || !('PushManager' in globalThis)) return 'not-supported';
  const late = new Promise<'timed-out'>((resolve) => setTimeout(() => resolve('timed-out'), PUSH_TIMEOUT_MS));
  return Promise.race([subscribe(ready, vapidKey), late]);
}

/** The subscription that this browser has, without asking anybody. */
export async function currentPushSubscription(): Promise<PushSubscription | null> {
  const ready = await readyWorker();
  return (await ready?.pushManager.getSubscription()) ?? null;
}

async function subscribe(
  ready: ServiceWorkerRegistration,
  vapidKey: string,
): Promise<PushSubscription | 'refused'> {
  const options = { userVisibleOnly: true, applicationServerKey: vapidKey };
  try {
    return await ready.pushManager.subscribe(options);
  } catch (fault) {
    const old = await ready.pushManager.getSubscription();
    // Another server key than the one it was made with: that subscription can never be pushed to again.
    if (!(fault instanceof DOMException && fault.name === 'InvalidStateError' && old)) return 'refused';
    await old.unsubscribe();
    return ready.pushManager.subscribe(options).catch(() => 'refused' as const);
  }
}

function watchForUpdates(worker: ServiceWorkerRegistration, hooks: WorkerHooks): void {
  const tell = () => worker.waiting && worker.active && hooks.updateWaiting();
  worker.addEventListener('updatefound', () => worker.installing?.addEventListener('statechange', tell));
  tell();
  let checkedAt = -CHECK_AT_MOST_EVERY_MS;
  const check = () => {
    if (document.visibilityState !== 'visible' || performance.now() - checkedAt < CHECK_AT_MOST_EVERY_MS)
      return;
    checkedAt = performance.now();
    void worker.update().catch(() => undefined);
  };
  addEventListener('focus', check);
  addEventListener('pageshow', check);
  document.addEventListener('visibilitychange', check);
  check();
}

function takenOver(hooks: WorkerHooks): void {
  if (reloadHere) location.reload();
  else hooks.reloadWanted();
}

/** Whether this page works from what the worker keeps, and whether a newer Heed waits for its turn. */
export function workerState(): 'on' | 'new-waits' | 'off' {
  if (!workerContainer()?.controller) return 'off';
  return registration?.waiting ? 'new-waits' : 'on';
}

async function readyWorker(): Promise<SyncingRegistration | null> {
  const workers = workerContainer();
  if (!workers || !registration) return null;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), READY_TIMEOUT_MS));
  return Promise.race([workers.ready, late]);
}

function workerContainer(): ServiceWorkerContainer | null {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : null;
}
