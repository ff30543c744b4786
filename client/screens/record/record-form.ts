import type { FieldError } from '../../components/heed-error-summary';
import { go } from '../../router';
import { deleteDraft } from '../../sealing/drafts';
import { errorSummary } from '../../strings/components';
import { record as words } from '../../strings/record';
import type { Unlocked } from '../../unlock/unlocked';
import { checkRecord } from './check-record';
import { blankForm, stillWrong, type FormState } from './form-state';
import type { RareThing } from './form-view';
import { OpenRecord } from './open-record';
import { openedBy, type Visit } from './opening';
import { changed, type RecordContent } from './record-content';
import { isSureToDelete } from './sure-to-delete';
import { faultOfSealing, sealRecord, showSent } from './sending';
import { asText, type Opened } from './writing';

/** For whom and where the form is open; asked anew at every step. */
export type Surroundings = () => Visit & { unlocked: Unlocked | null };

/** The record on the screen: its answers from the first keystroke until it is sent, deleted or left. */
export class RecordForm {
  readonly #around: Surroundings;
  readonly #redraw: (state: FormState) => void;
  #state = blankForm;
  #record: OpenRecord | null = null;

  constructor(around: Surroundings, redraw: (state: FormState) => void) {
    this.#around = around;
    this.#redraw = redraw;
  }

  /** Whether something of it is on the disk. */
  get hasDraft(): boolean {
    return Boolean(this.#record?.draft);
  }

  /** Begins with a draft, or with an empty form. */
  start({ draft, content, notice }: Opened): void {
    this.#set({ ...blankForm, content, notice, open: openedBy(content) });
    const author = () => ({ unlocked: this.#around().unlocked, name: this.#state.content.name });
    this.#record = new OpenRecord(draft, author, {
      kept: (kept) => this.#set({ kept }),
      second: () => this.#set({ notice: 'second-draft' }),
    });
  }

  /** The person answered something. */
  change(part: Partial<RecordContent>): void {
    const content = changed(this.#state.content, part, Date.now());
    this.#set({ content, copied: false });
    this.#record?.changed(content);
  }

  /** Opens or closes one of the rare things. */
  toggle(thing: RareThing): void {
    const open = new Set(this.#state.open);
    if (!open.delete(thing)) open.add(thing);
    this.#set({ open });
  }

  /** Keeps what stands here, and names the draft; null where it could not be kept. */
  async lineage(): Promise<string | null> {
    this.change({});
    return (await this.#record?.keep()) ?? null;
  }

  /** Of what the last Send found wrong, what still is; by the field's id. */
  errors(): ReadonlyMap<string, string> {
    return this.#state.faults.length === 0 ? new Map() : stillWrong(this.#state.faults, this.#check());
  }

  /** Sends it, or says what is missing. */
  async send(): Promise<void> {
    const record = this.#record;
    if (this.#state.sealing || !record) return;
    const faults = this.#check();
    this.#set({ faults });
    document.title = `${faults.length > 0 ? errorSummary.prefix : ''}${words.title}`;
    if (faults.length > 0) return;
    this.#set({ sealing: true });
    try {
      await this.#seal(record);
    } catch (fault) {
      const found = faultOfSealing(fault);
      if (found) this.#set({ faults: [found] });
      else this.#record?.notKept();
    } finally {
      this.#set({ sealing: false });
    }
  }

  /** Deletes the draft, once the person is sure. */
  async delete(): Promise<void> {
    const draft = this.#record?.draft;
    if (!draft || !(await isSureToDelete())) return;
    this.discard();
    await deleteDraft(draft.draftId);
    await go(this.#around().withoutUnlocking ? '/lock' : '/', { replace: true });
  }

  /** Puts the text on the clipboard. @throws when the browser refuses */
  async copy(): Promise<void> {
    await navigator.clipboard.writeText(asText(this.#state.content));
    this.#set({ copied: true });
  }

  /** Nothing of it is written again. */
  discard(): void {
    this.#record?.discard();
    this.#record = null;
  }

  /** The screen is left: what is unsaved is saved. */
  leave(): void {
    this.#record?.close();
    this.#record = null;
  }

  /** Nothing of it stays in the page. */
  clear(): void {
    this.#set(blankForm);
  }

  async #seal(record: OpenRecord): Promise<void> {
    const sealed = await sealRecord(record, this.#state.content, this.#around());
    if (!sealed) return;
    this.#record = null;
    await showSent(sealed);
  }

  #check(): FieldError[] {
    return checkRecord(this.#state.content, {
      withName: this.#around().withoutUnlocking,
      now: Date.now(),
    });
  }

  #set(part: Partial<FormState>): void {
    this.#state = { ...this.#state, ...part };
    this.#redraw(this.#state);
  }
}
