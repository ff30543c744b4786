/** A draft that its author has not touched for so long is the first thing they see (product.md, section 3). */
export const LEFT_LYING_MS = 30 * 60_000;

/** What is the person's own on this device. */
export interface OwnHere {
  /** the last touched first; times by the device's clock, ms */
  drafts: readonly { draftId: string; updatedAt: number }[];
  /** something they wrote while practising waits for their word whether it was real */
  practice: boolean;
  /** envelopes of records that the person has sent from here */
  sent: ReadonlySet<string>;
}

/**
 * Where a person goes on after unlocking: to a draft that was left lying, else to what they wrote while practising and
 * may have been real, else to where they came from, else home. Practice itself has ended with the lock. A
 * draft or a sent record leads back to its own author only: whoever locked there may be somebody else.
 * @param from path and query below this origin, or null
 * @param now device clock, ms
 */
export function placeAfterUnlock(own: OwnHere, from: string | null, now: number): string {
  const left = own.drafts.find(({ updatedAt }) => now - updatedAt >= LEFT_LYING_MS);
  if (left) return `/record/${left.draftId}`;
  if (own.practice) return '/record/practice';
  const place = ownPath(from);
  const { id, isSent } = recordIn(place);
  if (id === null) return place;
  const isOwn = isSent ? own.sent.has(id) : own.drafts.some(({ draftId }) => draftId === id);
  return isOwn ? place : '/';
}

/** Whether `from` is the page of a record that was sent. */
export function isSentRecord(from: string | null): boolean {
  return recordIn(ownPath(from)).isSent;
}

/** The draft's or record's id in an address, or null where it is no address of one. */
function recordIn(place: string): { id: string | null; isSent: boolean } {
  const [, id = null, rest = ''] = /^\/record\/([^/?#]+)([^?#]*)/.exec(place) ?? [];
  return { id, isSent: id !== null && /^\/sent\/?$/.test(rest) };
}

/** `from` when it is a place of ours to go on at; home for everything else, the lock and the log-in too. */
export function ownPath(from: string | null): string {
  if (from === null || !/^\/(?![/\\])/.test(from)) return '/';
  return /^\/(lock|log-in|enrol|forgot|welcome|join|switch)(?=[/?#]|$)/.test(from) ? '/' : from;
}
