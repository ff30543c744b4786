import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change } from '../../../protocol/changes/change';
import type { Outcome } from '../../../protocol/changes/endpoints';
import { call } from '../../data/call';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { guardLeaving } from '../../router';
import { changeTray as words } from '../../strings/admin/frame';

/** Typing and ticking go on this long before the school is asked what would come of it, ms. */
const SETTLE_MS = 300;

const askToLeave = () => {
  const { title: heading, text, leave: yes, stay: no } = words.leave;
  return showConfirm({ heading, text, yes, no, danger: true });
};

/**
 * Changes of one page that are not saved yet, each under a key of its own, so that changing a thing twice is one change.
 * While they stand, the school is asked in a rehearsal which of them let people read more.
 */
export class ChangeTray implements ReactiveController {
  fault: CallFault | null = null;
  saving = false;
  /** Which of the changes would wait for a second person; null while nobody has said yet. */
  rehearsed: readonly Outcome[] | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #changes = new Map<string, Change>();
  /** Keys of changes that still lack what they need. */
  readonly #unfinished = new Set<string>();
  readonly #discarded: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** @param discarded brings the page's own fields back to what the school has */
  constructor(host: ReactiveControllerHost, discarded: () => void = () => undefined) {
    this.#host = host;
    this.#discarded = discarded;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get size(): number {
    return this.#changes.size;
  }

  /** The change under this key, if there is one. */
  find(key: string): Change | undefined {
    return this.#changes.get(key);
  }

  /** Every change with its key, in the order in which they were begun. */
  get all(): readonly (readonly [string, Change])[] {
    return [...this.#changes];
  }

  /** Changes that would wait for a second person, as far as the school has said. */
  get waiting(): readonly Extract<Outcome, { outcome: 'waits' }>[] {
    return (this.rehearsed ?? []).filter((one) => one.outcome === 'waits');
  }

  /** Whether something that is needed is not filled in yet; the school is not asked about that before Save is pressed. */
  get unfinished(): boolean {
    return this.#unfinished.size > 0;
  }

  /**
   * Puts a change in place of an earlier one of the same key; null takes it out.
   * @param whole whether it has everything that it needs
   */
  put(key: string, change: Change | null, whole = true): void {
    if (change) this.#changes.set(key, change);
    else this.#changes.delete(key);
    if (change && !whole) this.#unfinished.add(key);
    else this.#unfinished.delete(key);
    this.#changed();
  }

  discard(): void {
    this.#changes.clear();
    this.#unfinished.clear();
    this.#discarded();
    this.#changed();
  }

  /** Saves all of them or none. @returns the outcomes, or null where the school refused; then `fault` says why */
  async save(): Promise<readonly Outcome[] | null> {
    if (this.saving || this.size === 0) return null;
    this.saving = true;
    this.#host.requestUpdate();
    const sent = [...this.#changes];
    try {
      const { outcomes } = await call('makeChanges', { body: { changes: sent.map(([, change]) => change) } });
      // What was changed while these were on their way is still to be saved.
      for (const [key, change] of sent) if (this.#changes.get(key) === change) this.#changes.delete(key);
      this.#changed();
      return outcomes;
    } catch (thrown) {
      this.fault = asCallFault(thrown);
      return null;
    } finally {
      this.saving = false;
      this.#host.requestUpdate();
    }
  }

  #changed(): void {
    this.fault = null;
    this.rehearsed = null;
    this.#asked += 1;
    clearTimeout(this.#timer);
    guardLeaving(this.size > 0 ? askToLeave : null);
    if (this.size > 0 && !this.unfinished) this.#timer = setTimeout(() => void this.#rehearse(), SETTLE_MS);
    this.#host.requestUpdate();
  }

  async #rehearse(): Promise<void> {
    const asked = this.#asked;
    try {
      const body = { changes: [...this.#changes.values()], rehearse: true };
      const { outcomes } = await call('makeChanges', { body });
      if (asked === this.#asked) this.rehearsed = outcomes;
    } catch (thrown) {
      if (asked === this.#asked) this.fault = asCallFault(thrown);
    }
    this.#host.requestUpdate();
  }
}
