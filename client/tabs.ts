/*
 * The tabs of this origin, for the one thing that all of them must agree to: that their drafts are written before a
 * new Heed takes over.
 */

const CHANNEL = 'heed-tabs';
const TAB_LOCK = 'heed-tab:';
/** A tab in the background may be frozen; it wrote its draft when it was hidden. */
const ANSWER_WITHIN_MS = 3_000;

type TabMessage =
  | { type: 'save-drafts'; from: string }
  | { type: 'saved' | 'not-saved'; to: string; from: string };

const me = crypto.randomUUID();

/** Answers other tabs: writes this tab's drafts when one of them asks. Holds a lock for as long as the tab lives. */
export function listenToTabs(saveDrafts: () => Promise<void>): void {
  void navigator.locks.request(`${TAB_LOCK}${me}`, () => new Promise(() => undefined));
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    if (data.type !== 'save-drafts') return;
    const answer = (type: 'saved' | 'not-saved') => channel.postMessage({ type, to: data.from, from: me });
    saveDrafts().then(
      () => answer('saved'),
      () => answer('not-saved'),
    );
  });
}

/** Asks every other tab to write its drafts. @returns false when one of them could not */
export async function askOtherTabs(): Promise<boolean> {
  const missing = await otherTabs();
  if (missing.size === 0) return true;
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(true), ANSWER_WITHIN_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      if (data.type === 'save-drafts' || data.to !== me) return;
      if (data.type === 'not-saved') resolve(false);
      missing.delete(data.from);
      if (missing.size === 0) resolve(true);
    });
    channel.postMessage({ type: 'save-drafts', from: me });
  }).finally(() => channel.close());
}

async function otherTabs(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query();
  const tabs = held.flatMap(({ name }) => (name?.startsWith(TAB_LOCK) ? [name.slice(TAB_LOCK.length)] : []));
  return new Set(tabs.filter((tab) => tab !== me));
}
