import type { SessionState } from '../contexts/session';

/**
 * The live line to the school, held by the frame for as long as something recorded is open here or full access lasts: by
 * it everything falls when the session, full access or rights of this person end somewhere else (data/inbox-changes.ts).
 */
export class Line {
  #stop: (() => void) | null = null;

  /** @param recorded the place shows what was recorded */
  hold(recorded: boolean, { session }: SessionState): void {
    const wanted = session !== null && (recorded || session.elevatedUntil !== null);
    if (wanted === (this.#stop !== null)) return;
    this.#stop?.();
    this.#stop = wanted ? watchSoon() : null;
  }
}

/** What holds it is no part of what a page loads first. @returns stops it, also before it stands */
function watchSoon(): () => void {
  let stop: (() => void) | null = null;
  let over = false;
  void import('../data/inbox-changes').then(
    ({ watchInboxChanges }) => {
      if (!over) stop = watchInboxChanges(() => undefined);
    },
    // A part that does not come: the screens that hold the line themselves try again.
    () => undefined,
  );
  return () => {
    over = true;
    stop?.();
  };
}
