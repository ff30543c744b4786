import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { dropFile } from '../../offline/vault/files';
import { MAX_FILES } from '../../protocol/files/limits';
import { icon } from '../components/heed-icon';
import { announce } from '../components/heed-live-region';
import { sealOnline, type OnlineFile } from '../sealing/seal-online';
import { files as words, onlineFiles } from '../strings/files';
import { NotTaken, readClean } from './clean-file';
import { fileChoice, fileNotes, fileRow } from './file-rows';

/**
 * Files that somebody online chooses for what they are writing: cleaned and sealed here at once, sent once the words that name
 * them are with the school (client/sealing/send-online.ts).
 */
@customElement('heed-online-files')
export class HeedOnlineFiles extends LitElement {
  @property({ attribute: false }) files: readonly OnlineFile[] = [];
  @property({ attribute: false }) change: (files: readonly OnlineFile[]) => void = () => undefined;
  /** told when one begins to be sealed, and when none is any more */
  @property({ attribute: false }) sealing: (busy: boolean) => void = () => undefined;
  /** most files of what is being written */
  @property({ type: Number }) most = MAX_FILES;
  /** said where there are as many */
  @property() full = onlineFiles.tooMany;
  @state() private _faults: readonly string[] = [];
  @state() private _sealing: { name: string; done: number } | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { files } = this;
    return html`<p class="label">${words.title}</p>
      <p class="hint" id="files-hint">${onlineFiles.hint}</p>
      <p class="nudge">${icon('info')}<span>${words.noPhotos}</span></p>
      ${files.length === 0
        ? nothing
        : html`<ul class="file-rows" aria-label=${words.list}>
            ${files.map((file) =>
              fileRow({ ...file, missing: false, remove: () => void this._remove(file) }),
            )}
          </ul>`}
      ${fileNotes(this._faults, this._sealing)}
      ${files.length >= this.most
        ? html`<p class="hint">${this.full}</p>`
        : fileChoice(files.length > 0, this._sealing !== null, (chosen) => void this._choose(chosen))}`;
  }

  private async _choose(chosen: readonly File[]): Promise<void> {
    this._faults = [];
    this.sealing(true);
    for (const file of chosen) await this._take(file);
    this._sealing = null;
    this.sealing(false);
  }

  private async _take(file: File): Promise<void> {
    try {
      if (this.files.length >= this.most) throw new NotTaken(this.full);
      this._sealing = { name: file.name, done: 0 };
      const clean = await readClean(file);
      const taken = await sealOnline(clean, (done) => (this._sealing = { name: file.name, done })).catch(
        () => {
          throw new NotTaken(onlineFiles.noRoom(clean.name));
        },
      );
      this.files = [...this.files, taken];
      this.change(this.files);
      announce(words.added(taken.name));
    } catch (fault) {
      const said = fault instanceof NotTaken ? fault.message : words.unreadable(file.name);
      if (!this._faults.includes(said)) this._faults = [...this._faults, said];
    }
  }

  private async _remove({ fileId, name }: OnlineFile): Promise<void> {
    this.files = this.files.filter((one) => one.fileId !== fileId);
    this.change(this.files);
    announce(words.removed(name));
    await dropFile(fileId).catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-online-files': HeedOnlineFiles;
  }
}
