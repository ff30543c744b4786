/** A draft that its author has not touched for so long is the first thing they see (product.md, section 3). */
export const LEFT_LYING_MS = 30 * 60_000;

/**
 * Where a person goes on after unlocking: to a draft that was left lying, else to where they came from, else home.
 * @param drafts the person's own, the last touched first; times by the device's clock, ms
 * @param from path and query below this origin, or null
 */
export function placeAfterUnlock(
  drafts: readonly { draftId: string; updatedAt: number }[],
  from: string | null,
  now: number,
): string {
  const left = drafts.find(({ updatedAt }) => now - updatedAt >= LEFT_LYING_MS);
  if (left) return `/record/${left.draftId}`;
  const place = ownPath(from);
  const draftId = /^\/record\/([^/?#]+)$/.exec(place)?.[1];
  // The one who locked was writing there; somebody else has unlocked.
  return draftId === undefined || drafts.some((draft) => draft.draftId === draftId) ? place : '/';
}

/** `from` when it is a place of ours to go on at; home for everything else, the lock and the log-in too. */
export function ownPath(from: string | null): string {
  if (from === null || !/^\/(?![/\\])/.test(from)) return '/';
  return /^\/(lock|log-in|enrol|forgot|welcome)(?=[/?#]|$)/.test(from) ? '/' : from;
}
