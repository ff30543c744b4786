import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ShownFile } from '../../../protocol/concern-files';
import { icon } from '../../components/heed-icon';
import { openFile } from '../../data/concerns';
import { FileLook, fileStanding, isOpenable } from '../../files/file-look';
import { sendOnline, watchSending } from '../../sealing/send-online';
import { shownFiles as words, fileSize } from '../../strings/files';

/** The files of one concern: shown where they stand, or saved. */
@customElement('heed-shown-files')
export class HeedShownFiles extends LitElement {
  @property({ attribute: false }) concernId = '';
  @property({ attribute: false }) files: readonly ShownFile[] = [];
  /** only the files: what they are about is said around them */
  @property({ type: Boolean }) brief = false;
  /** Redraws as they go, where they are sent from this page. */
  @state() private _sent = 0;
  private readonly _look = new FileLook(this);
  private _stop: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this._stop = watchSending(() => (this._sent += 1));
    // Whoever added one may have closed the page in the middle of it.
    if (this.files.some(({ state }) => state === 'coming')) sendOnline();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    // Another concern stands here now.
    this._look.keepOnly(this.files);
  }

  protected override render(): TemplateResult {
    const coming = this.files.filter((file) => file.state === 'coming').length;
    return html`${coming === 0 || this.brief
        ? nothing
        : html`<p class="nudge" role="status">
            ${icon('clock')}<span><strong>${words.coming(coming)}.</strong> ${words.comingWhy}</span>
          </p>`}
      <ul class="file-rows">
        ${this.files.map((file) => this._row(file))}
      </ul>
      ${!this.brief && this.files.some(isOpenable) ? html`<p class="hint">${words.care}</p>` : nothing}`;
  }

  private _row(file: ShownFile): TemplateResult {
    const standing = fileStanding(file);
    const read = (signal?: AbortSignal) => openFile(this.concernId, file.fileId, signal);
    return html`<li class="body-map-row">
      <span
        ><bdi>${file.name}</bdi> <span class="hint">${fileSize(file.size)}</span> ${standing === ''
          ? nothing
          : html`<span class="file-standing ${file.held?.found ? 'held' : 'hint'}"
              >${file.held?.found ? icon('triangle-alert') : nothing}<span>${standing}</span></span
            >`}
        ${this._look.note(file)}</span
      >
      ${isOpenable(file) ? html`<span class="file-ways">${this._look.buttons(file, read)}</span>` : nothing}
      ${this._look.shown(file)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-shown-files': HeedShownFiles;
  }
}
