import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ShownFile } from '../../../protocol/concern-files';
import { isPdf, isPicture, UNKNOWN_TYPE } from '../../../protocol/files/sniff';
import { download } from '../../components/download';
import { icon } from '../../components/heed-icon';
import { asCallFault } from '../../data/call-fault';
import { openFile } from '../../data/concerns';
import { sendOnline, sentOf, watchSending } from '../../sealing/send-online';
import { onlineFiles, shownFiles as words, fileSize } from '../../strings/files';
import { pdf } from '../../strings/pdf';
import { drawPicture } from '../../files/draw-picture';
import { pdfFrame, showPdf } from '../../files/pdf-frame';

/**
 * The files of one concern: saved as they came; a picture is also drawn here as plain pixels, and a PDF in a frame that
 * reaches nothing. Nothing of a file ever runs.
 */
@customElement('heed-shown-files')
export class HeedShownFiles extends LitElement {
  @property({ attribute: false }) concernId = '';
  @property({ attribute: false }) files: readonly ShownFile[] = [];
  /** only the files: what they are about is said around them */
  @property({ type: Boolean }) brief = false;
  /** id of the file that is being opened, or empty */
  @state() private _opening = '';
  @state() private _fault: { fileId: string; why: string } | null = null;
  /** Redraws as they go, where they are sent from this page. */
  @state() private _sent = 0;
  private _stop: () => void = () => undefined;
  @state() private _looked: { fileId: string; at: HTMLElement } | null = null;

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
    if (this._looked && !this.files.some(({ fileId }) => fileId === this._looked?.fileId)) this._hide();
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
    const shown = this._looked?.fileId === file.fileId ? this._looked.at : null;
    return html`<li class="body-map-row">
      <span
        ><bdi>${file.name}</bdi> <span class="hint">${fileSize(file.size)} ${standing(file)}</span> ${this
          ._fault?.fileId === file.fileId
          ? html`<span class="error" role="alert">${this._fault.why}</span>`
          : nothing}
        ${this._opening === file.fileId
          ? html`<span class="hint" role="status">${words.loading(file.name)}</span>`
          : nothing}</span
      >
      ${isOpenable(file) ? this._buttons(file, shown !== null) : nothing} ${shown ?? nothing}
    </li>`;
  }

  private _buttons(file: ShownFile, isShown: boolean): TemplateResult {
    const waits = this._opening !== '';
    const { name } = file;
    return html`${isPicture(file.type ?? '') || isPdf(file.type ?? '')
        ? html`<button
            type="button"
            class="button small"
            aria-expanded=${isShown}
            aria-label=${isShown ? words.hideName(name) : words.showName(name)}
            aria-disabled=${waits && !isShown}
            @click=${() => {
              if (isShown) this._hide();
              else void this._open(file, () => this._show(file));
            }}
          >
            ${isShown ? words.hide : words.show}
          </button>`
        : nothing}<button
        type="button"
        class="button small"
        aria-label=${words.saveName(name)}
        aria-disabled=${waits}
        @click=${() => void this._open(file, () => this._save(file))}
      >
        ${words.save}
      </button>`;
  }

  private async _save(file: ShownFile): Promise<string> {
    const bytes = await openFile(this.concernId, file.fileId);
    download(file.name, UNKNOWN_TYPE, bytes);
    return '';
  }

  private async _show(file: ShownFile): Promise<string> {
    const bytes = await openFile(this.concernId, file.fileId);
    return isPdf(file.type ?? '') ? this._showPdf(file, bytes) : this._draw(file, bytes);
  }

  private async _showPdf({ fileId, name }: ShownFile, bytes: Uint8Array): Promise<string> {
    const frame = pdfFrame(name);
    this._looked = { fileId, at: frame };
    const shown = await showPdf(frame, bytes);
    // Hidden meanwhile, or another record stands here: nothing is to be said of it.
    if ('pages' in shown || !this._isShown(frame)) return '';
    this._looked = null;
    return pdf.notShown[shown.fault];
  }

  private _isShown(frame: HTMLElement): boolean {
    return this._looked?.at === frame;
  }

  /** Takes away what is shown; a PDF that is still being read is not waited for. */
  private _hide(): void {
    if (this._opening === this._looked?.fileId) this._opening = '';
    this._looked = null;
  }

  private async _draw(file: ShownFile, bytes: Uint8Array): Promise<string> {
    const drawn = await drawPicture(bytes, file.type ?? '');
    if (drawn === 'too-large') return words.tooManyPixels;
    if (drawn === 'unreadable') return words.notShown;
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', file.name);
    this._looked = { fileId: file.fileId, at: drawn };
    return '';
  }

  private async _open({ fileId }: ShownFile, deed: () => Promise<string>): Promise<void> {
    if (this._opening !== '') return;
    this._opening = fileId;
    this._fault = null;
    const why = await deed().catch((thrown: unknown) => asCallFault(thrown).title);
    // What was hidden meanwhile has let go of it, and something else may be opening.
    if (this._opening !== fileId) return;
    this._fault = why === '' ? null : { fileId, why };
    this._opening = '';
  }
}

function isOpenable({ state, held }: ShownFile): boolean {
  return state === 'here' && !held;
}

/** Where it is on its way from here, how far; nothing more once it is here. */
function standing({ fileId, state, held }: ShownFile): string {
  if (held) return held.found === null ? words.notScanned : words.found(held.found);
  const part = state === 'coming' ? sentOf(fileId) : null;
  return part === null ? words.states[state] : onlineFiles.sending(part);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-shown-files': HeedShownFiles;
  }
}
