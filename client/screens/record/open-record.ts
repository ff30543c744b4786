import { announce } from '../../components/heed-live-region';
import { showAddress } from '../../router';
import { Autosave } from '../../sealing/autosave';
import type { OpenDraft } from '../../sealing/drafts';
import type { SendResult } from '../../sealing/send-draft';
import { record as words } from '../../strings/record';
import type { ConcernBody } from '../../../protocol/concern-body';
import type { RecordContent } from './record-content';
import type { Kept } from './send-bar';
import { sendRecord, writeDraft, type Author } from './writing';

/** After a save that failed, the next try, ms. */
const SAVE_AGAIN_MS = 3_000;

/** What the screen hears of the record that is open in it. */
export interface OpenRecordEvents {
  kept: (kept: Kept) => void;
  /** another tab was faster: both texts are kept, and this is now a second draft */
  second: () => void;
}

/** One record while it is written: kept at every pause, its draft's id in the address, sealed at Send. */
export class OpenRecord {
  readonly #author: () => Author;
  readonly #events: OpenRecordEvents;
  #autosave: Autosave;
  #failed = false;
  #again = 0;
  #left = false;

  /** @param draft null before the first keystroke */
  constructor(draft: OpenDraft | null, author: () => Author, events: OpenRecordEvents) {
    this.#author = author;
    this.#events = events;
    this.#autosave = this.#keepSaving(draft);
  }

  get draft(): OpenDraft | null {
    return this.#autosave.draft;
  }

  /** The person typed. */
  changed(content: RecordContent): void {
    this.#autosave.changed(content);
  }

  /** Saves what is unsaved. Answers the draft's lineage; null where it is not on the disk. */
  async keep(): Promise<string | null> {
    await this.#autosave.save().catch(() => undefined);
    return this.draft?.lineageId ?? null;
  }

  /**
   * Saves what is unsaved, then seals and sends. Null when there is nothing to send.
   * @throws what saving and sealing throw: nothing was sent
   */
  async send(body: ConcernBody, content: RecordContent): Promise<SendResult | null> {
    await this.#autosave.save();
    const { draft } = this.#autosave;
    if (!draft) return null;
    const result = await sendRecord(this.#author(), draft, body, content);
    this.discard();
    if (result.kind === 'second-draft') {
      this.#autosave = this.#keepSaving(result.draft);
      this.#events.second();
    }
    return result;
  }

  /** It was sent or deleted, or the person has locked: nothing of it is written again. */
  discard(): void {
    clearTimeout(this.#again);
    this.#autosave.discard();
  }

  /** The screen is left: what is unsaved is saved. */
  close(): void {
    clearTimeout(this.#again);
    this.#left = true;
    void this.#autosave.close().catch(() => undefined);
  }

  /** The bytes are nowhere but on this screen: the person is told, and it is tried again. */
  notKept(): void {
    if (this.#left) return;
    if (!this.#failed) announce(words.errors.storage, true);
    this.#failed = true;
    this.#events.kept({ kind: 'failed' });
    clearTimeout(this.#again);
    this.#again = window.setTimeout(() => void this.#autosave.save().catch(() => undefined), SAVE_AGAIN_MS);
  }

  #keepSaving(draft: OpenDraft | null): Autosave {
    if (draft) this.#onKept(draft);
    return new Autosave(draft, {
      write: (before, content) => writeDraft(this.#author(), before, content),
      saved: (kept, second) => {
        this.#onKept(kept);
        if (second) this.#events.second();
      },
      failed: () => this.notKept(),
    });
  }

  #onKept(draft: OpenDraft): void {
    clearTimeout(this.#again);
    this.#failed = false;
    // The last save of a screen that was left must not touch what stands there now.
    if (this.#left) return;
    this.#events.kept({ kind: 'kept', at: draft.updatedAt });
    // A reload goes on with the same draft; without unlocking there is none to go on with.
    if (this.#author().unlocked) showAddress(`/record/${draft.draftId}`, true);
  }
}
