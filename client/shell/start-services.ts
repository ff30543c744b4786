import { watchConnectivity } from '../contexts/connectivity';
import { deviceCalls } from '../data/device-calls';
import { go } from '../router';
import { startAsking } from '../sealing/keep-asking';
import { startDelivering } from '../sealing/keep-delivering';
import { saveOpenDrafts } from '../sealing/open-drafts';
import { applyUpdate, registerWorker } from '../sw-bridge';
import { endQueuedSession } from '../unlock/lock';

/**
 * What runs for as long as the page lives: the worker, delivery, the questions how far records have come, and the
 * end of a session that was locked while offline.
 * @param updateWaiting a new Heed is ready; it takes over only after the person agrees
 */
export function startServices(updateWaiting: () => void): void {
  startDelivering();
  startAsking();
  watchConnectivity((state) => {
    // "unknown" is what the browser's own hint leaves: worth a try.
    if (state !== 'unreached') void endQueuedSession(deviceCalls).catch(() => false);
  });
  void registerWorker({
    saveDrafts: saveOpenDrafts,
    updateWaiting,
    reloadWanted: () => void reloadWhenSaved(updateWaiting),
    openUrl: (url) => void go(url),
  }).catch(() => null);
}

/** The person has agreed: drafts first, then the new Heed. @returns false when a draft could not be written */
export async function updateNow(): Promise<boolean> {
  return (await applyUpdate(saveOpenDrafts)) !== 'not-saved';
}

/** Another tab's person agreed to the update; this one's open drafts decide whether it reloads at once. */
async function reloadWhenSaved(sayInstead: () => void): Promise<void> {
  try {
    await saveOpenDrafts();
    location.reload();
  } catch {
    sayInstead();
  }
}
