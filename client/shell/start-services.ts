import { go } from '../router';
import { startAsking } from '../sealing/keep-asking';
import { startDelivering } from '../sealing/keep-delivering';
import { saveOpenDrafts } from '../sealing/open-drafts';
import { applyUpdate, registerWorker } from '../sw-bridge';
import { letPupilsGoWhenRevoked } from '../unlock/let-pupils-go';
import { lookAgain } from './look-again';
import { askSession } from './session-life';

/**
 * What runs for as long as the page lives: the worker, delivery, the questions how far records have come, drafts that
 * were left, the look for a school that was not reached, and what follows when the school has removed this device.
 * @param updateWaiting a new Heed is ready; it takes over only after the person agrees
 */
export function startServices(updateWaiting: () => void): void {
  startDelivering();
  startAsking();
  lookAgain(askSession);
  void import('../sealing/keep-parking').then(({ startParking }) => startParking());
  letPupilsGoWhenRevoked();
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
