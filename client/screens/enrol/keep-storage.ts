/** Whether the browser may clear this device's vault when space runs out: null where it does not say. */
export async function storageIsKept(): Promise<boolean | null> {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}

/** Asks the browser to keep the vault. Best asked once there is something worth keeping. */
export async function askToKeepStorage(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
