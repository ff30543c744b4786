import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { dropFile, filesHere } from '../../../offline/vault/files';
import { MAX_FILES } from '../../../protocol/files/limits';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import type { FileOfDraft } from '../../sealing/draft-files';
import { files as words, fileSize } from '../../strings/files';
import type { FormView } from '../record/form-view';
import { NotTaken, takeFile } from './take-file';

/**
 * The files of a record that is being written. Each is cleaned and sealed here as soon as it is chosen; its key goes into
 * the encrypted draft, so it stays with it through locks and reloads. No camera: marks on a child belong on the body map.
 */
@customElement('heed-files-card')
export class HeedFilesCard extends LitElement {
  /** the form that the files belong to */
  @property({ attribute: false }) view!: FormView;
  @state() private _faults: readonly string[] = [];
  @state() private _sealing: { name: string; done: number } | null = null;
  /** null: not looked yet */
  @state() private _here: ReadonlySet<string> | null = null;
  private _looked = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (!changes.has('view')) return;
    const ids = this._files.map(({ fileId }) => fileId);
    if (ids.join() === this._looked) return;
    this._looked = ids.join();
    void filesHere(ids).then(
      (here) => (this._here = here),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    const files = this._files;
    const full = files.length >= MAX_FILES;
    return html`<p class="question">${words.title}</p>
      <p class="hint" id="files-hint">${words.hint}</p>
      <p class="nudge">${icon('info')}<span>${words.noPhotos}</span></p>
      ${this._faults.map(
        (fault) => html`<p class="error" role="alert">${icon('circle-alert')}<span>${fault}</span></p>`,
      )}
      ${files.length === 0
        ? nothing
        : html`<ul class="file-rows" aria-label=${words.list}>
            ${files.map((file) => this._row(file))}
          </ul>`}
      ${this._sealing
        ? html`<p class="hint" role="status">${words.sealing(this._sealing.name, this._sealing.done)}</p>`
        : nothing}
      ${full
        ? html`<p class="hint">${words.tooMany}</p>`
        : html`<label class="button file-choice"
            >${icon('plus')}<span>${files.length === 0 ? words.choose : words.chooseMore}</span
            ><input
              type="file"
              class="visually-hidden"
              multiple
              aria-describedby="files-hint"
              ?disabled=${this._sealing !== null}
              @change=${(event: Event) => void this._choose(event)}
          /></label>`}`;
  }

  private get _files(): readonly FileOfDraft[] {
    return this.view.content.files;
  }

  private _row(file: FileOfDraft): TemplateResult {
    const missing = this._here !== null && !this._here.has(file.fileId);
    return html`<li class="body-map-row">
      <span
        ><bdi>${file.name}</bdi> <span class="hint">${fileSize(file.size)}</span> ${missing
          ? html`<span class="error">${words.notHere}</span>`
          : nothing}</span
      >
      <button
        type="button"
        class="button small"
        aria-label=${words.remove(file.name)}
        @click=${() => void this._remove(file)}
      >
        ${icon('x')}
      </button>
    </li>`;
  }

  private async _choose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    this._faults = [];
    for (const file of chosen) await this._take(file);
    this._sealing = null;
    // The same file may be chosen again.
    input.value = '';
  }

  private async _take(file: File): Promise<void> {
    try {
      if (this._files.length >= MAX_FILES) throw new NotTaken(words.tooMany);
      this._sealing = { name: file.name, done: 0 };
      const lineageId = await this.view.lineage?.();
      if (!lineageId) throw new NotTaken(words.notKept);
      const taken = await takeFile(file, lineageId, (done) => (this._sealing = { name: file.name, done }));
      // Locked or left meanwhile: no draft names it, and it is let go.
      if (!this.isConnected) return;
      this.view.change({ files: [...this._files, taken] });
      // Its key is on the disk at once: nobody chooses a file twice because a browser was closed.
      await this.view.lineage?.();
      announce(words.added(taken.name));
    } catch (fault) {
      const said = fault instanceof NotTaken ? fault.message : words.unreadable(file.name);
      if (!this._faults.includes(said)) this._faults = [...this._faults, said];
    }
  }

  private async _remove(file: FileOfDraft): Promise<void> {
    this.view.change({ files: this._files.filter(({ fileId }) => fileId !== file.fileId) });
    await this.view.lineage?.();
    announce(words.removed(file.name));
    await dropFile(file.fileId).catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-files-card': HeedFilesCard;
  }
}
