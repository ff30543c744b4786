import type { OpenDraft } from './drafts';
import { registerOpenDraft } from './open-drafts';

/** A pause in typing after which the draft is saved, and the longest that typing goes on unsaved; ms. */
const PAUSE_MS = 300;
const LONGEST_MS = 800;

/** How one open draft is written, and what the screen hears of it. */
export interface AutosaveOptions<Draft> {
  /** writes the draft; at the first keystroke `draft` is null and it creates one */
  write: (draft: Draft | null, content: unknown) => Promise<Draft>;
  /** on the disk; `second` when another tab had been faster and this is now a second draft */
  saved: (draft: Draft, second: boolean) => void;
  /** not on the disk: "Not saved" and a way to copy the text */
  failed: (fault: unknown) => void;
}

/**
 * Saves an open draft at every pause in typing, at least once a second while typing goes on, and at once when the
 * page is hidden, locked or updated. A killed browser loses at most the last second.
 */
export class Autosave<Draft extends { draftId: string } = OpenDraft> {
  readonly #options: AutosaveOptions<Draft>;
  readonly #unregister: () => void;
  #draft: Draft | null;
  #content: unknown = null;
  #dirty = false;
  #timer = 0;
  #firstUnsavedAt = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(draft: Draft | null, options: AutosaveOptions<Draft>) {
    this.#draft = draft;
    this.#options = options;
    this.#unregister = registerOpenDraft(() => this.save());
    document.addEventListener('visibilitychange', this.#leaving);
    addEventListener('pagehide', this.#leaving);
  }

  /** The draft as last saved; null before the first keystroke. */
  get draft(): Draft | null {
    return this.#draft;
  }

  /** The person typed: `content` is all of the form, as JSON. */
  changed(content: unknown): void {
    const now = performance.now();
    if (!this.#dirty) this.#firstUnsavedAt = now;
    this.#dirty = true;
    this.#content = content;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(PAUSE_MS, this.#firstUnsavedAt + LONGEST_MS - now));
    this.#timer = window.setTimeout(() => void this.save().catch(() => undefined), wait);
  }

  /** Saves what is unsaved. @throws what writing throws, after `failed` was told */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    // One at a time: two writes of one page would be each other's lost compare-and-set.
    const turn = this.#writing.then(() => this.#write());
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** The screen is left. Saves first. */
  async close(): Promise<void> {
    document.removeEventListener('visibilitychange', this.#leaving);
    removeEventListener('pagehide', this.#leaving);
    await this.save().finally(this.#unregister);
  }

  /** The draft was sent or deleted: nothing of it is written again. */
  discard(): void {
    this.#dirty = false;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#leaving);
    removeEventListener('pagehide', this.#leaving);
    this.#unregister();
  }

  async #write(): Promise<void> {
    if (!this.#dirty) return;
    this.#dirty = false;
    const before = this.#draft?.draftId;
    try {
      this.#draft = await this.#options.write(this.#draft, this.#content);
    } catch (fault) {
      this.#dirty = true;
      this.#options.failed(fault);
      throw fault;
    }
    this.#options.saved(this.#draft, before !== undefined && before !== this.#draft.draftId);
  }

  readonly #leaving = (): void => {
    if (document.visibilityState === 'hidden') void this.save().catch(() => undefined);
  };
}
