import type { FieldError } from '../../components/heed-error-summary';
import { announce } from '../../components/heed-live-region';
import { Autosave } from '../../sealing/autosave';
import { dropPractice, keepPractice, type PracticeDraft } from '../../sealing/practice-drafts';
import { errorSummary } from '../../strings/components';
import { practice as words } from '../../strings/practice';
import { record } from '../../strings/record';
import type { Unlocked } from '../../unlock/unlocked';
import { checkRecord } from '../record/check-record';
import type { FormDeeds } from '../record/form-page';
import { blankForm, stillWrong, type FormState } from '../record/form-state';
import type { RareThing } from '../record/form-view';
import { changed, type RecordContent } from '../record/record-content';
import { isSureToDelete } from '../record/sure-to-delete';
import { asText } from '../record/writing';
import { hasWords } from './words-typed';

/** What the screen hears of the form. */
export interface PracticeEvents {
  redraw: (state: FormState) => void;
  /** "Send (practice)" was pressed, and nothing is missing; what was typed is kept as practice */
  sent: (kept: PracticeDraft) => void;
  deleted: () => void;
}

/** A save that failed is tried again after this, ms. */
const SAVE_AGAIN_MS = 3_000;

/**
 * The form while somebody practises: checked like a real one, kept like a real one, and never sealed. What it keeps is
 * no draft (client/sealing/practice-drafts.ts).
 */
export class PracticeForm implements FormDeeds {
  readonly #unlocked: Unlocked;
  readonly #events: PracticeEvents;
  readonly #autosave: Autosave<PracticeDraft>;
  #state = blankForm;
  #again = 0;

  constructor(unlocked: Unlocked, events: PracticeEvents) {
    this.#unlocked = unlocked;
    this.#events = events;
    this.#autosave = new Autosave<PracticeDraft>(null, {
      write: (draft, content) => keepPractice(this.#unlocked, draft, content),
      saved: ({ updatedAt }) => this.#set({ kept: { kind: 'kept', at: updatedAt } }),
      failed: () => this.#notKept(),
    });
  }

  get hasDraft(): boolean {
    return this.#autosave.draft !== null;
  }

  change(part: Partial<RecordContent>): void {
    const content = changed(this.#state.content, part, Date.now());
    this.#set({ content, copied: false });
    if (this.hasDraft || hasWords(content)) this.#autosave.changed(content);
  }

  toggle(thing: RareThing): void {
    const open = new Set(this.#state.open);
    if (!open.delete(thing)) open.add(thing);
    this.#set({ open });
  }

  errors(): ReadonlyMap<string, string> {
    return this.#state.faults.length === 0 ? new Map() : stillWrong(this.#state.faults, this.#check());
  }

  /** Says what is missing, or that it was practice. Nothing is sealed. */
  async send(): Promise<void> {
    const faults = this.#check();
    this.#set({ faults });
    document.title = `${faults.length > 0 ? errorSummary.prefix : ''}${words.title}`;
    if (faults.length > 0) return;
    const kept = await this.keep();
    if (kept) this.#events.sent(kept);
  }

  /** Puts on the disk what is not there yet. @returns what lies there, or null: it could not be written */
  async keep(): Promise<PracticeDraft | null> {
    await this.#autosave.save().catch(() => undefined);
    return this.#state.kept.kind === 'failed' ? null : this.#autosave.draft;
  }

  async delete(): Promise<void> {
    if (!this.hasDraft || !(await isSureToDelete())) return;
    const draft = await this.keep();
    this.discard();
    if (draft) await dropPractice(draft);
    this.#events.deleted();
  }

  /** Puts the text on the clipboard. @throws when the browser refuses */
  async copy(): Promise<void> {
    await navigator.clipboard.writeText(asText(this.#state.content));
    this.#set({ copied: true });
  }

  /** Nothing of it is written again. */
  discard(): void {
    clearTimeout(this.#again);
    this.#autosave.discard();
  }

  /** The screen is left: what is unsaved is saved. */
  leave(): void {
    clearTimeout(this.#again);
    void this.#autosave.close().catch(() => undefined);
  }

  #notKept(): void {
    if (this.#state.kept.kind !== 'failed') announce(record.errors.storage, true);
    this.#set({ kept: { kind: 'failed' } });
    clearTimeout(this.#again);
    this.#again = window.setTimeout(() => void this.#autosave.save().catch(() => undefined), SAVE_AGAIN_MS);
  }

  #check(): FieldError[] {
    return checkRecord(this.#state.content, { withName: false, now: Date.now() });
  }

  #set(part: Partial<FormState>): void {
    this.#state = { ...this.#state, ...part };
    this.#events.redraw(this.#state);
  }
}
