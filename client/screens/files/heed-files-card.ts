import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { dropFile, filesHere } from '../../../offline/vault/files';
import { MAX_FILES } from '../../../protocol/files/limits';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { NotTaken } from '../../files/clean-file';
import { fileChoice, fileNotes, fileRow } from '../../files/file-rows';
import type { FileOfDraft } from '../../sealing/draft-files';
import { files as words } from '../../strings/files';
import type { FormView } from '../record/form-view';
import { takeFile } from './take-file';

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
      ${files.length === 0
        ? nothing
        : html`<ul class="file-rows" aria-label=${words.list}>
            ${files.map((file) =>
              fileRow({
                ...file,
                missing: this._here !== null && !this._here.has(file.fileId),
                remove: () => void this._remove(file),
              }),
            )}
          </ul>`}
      ${fileNotes(this._faults, this._sealing)}
      ${full
        ? html`<p class="hint">${words.tooMany}</p>`
        : fileChoice(files.length > 0, this._sealing !== null, (chosen) => void this._choose(chosen))}`;
  }

  private get _files(): readonly FileOfDraft[] {
    return this.view.content.files;
  }

  private async _choose(chosen: readonly File[]): Promise<void> {
    this._faults = [];
    for (const file of chosen) await this._take(file);
    this._sealing = null;
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
