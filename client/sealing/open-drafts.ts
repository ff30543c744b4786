/*
 * The drafts that are open in this page. Locking and updating wait until what was typed is on the disk.
 */

/** What saves each of them. */
export const savers = new Set<() => Promise<void>>();

/** Names what saves an open draft. @returns takes it back when the draft is closed */
export function registerOpenDraft(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Saves every open draft now. @throws when one could not be saved: nothing may be closed over it */
export async function saveOpenDrafts(): Promise<void> {
  await Promise.all([...savers].map((save) => save()));
}
