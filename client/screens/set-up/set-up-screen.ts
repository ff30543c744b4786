import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { SET_UP_HEADER, type Preview, type SetUpReply } from '../../../protocol/set-up';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { setUp as words } from '../../strings/set-up';
import { shell } from '../../strings/shell';
import { confirmAside, confirmBar, confirmStep } from './confirm-step';
import { doneStep } from './done-step';
import { faultsAsCsv, faultsStep } from './faults-step';
import { stepLine } from './steps';
import { uploadStep } from './upload-step';

/** What may be uploaded at most, bytes (set-up-spreadsheet.md). */
const MOST_BYTES = 10 * 1024 * 1024;

type Link = 'checking' | 'works' | 'used' | 'unreachable';

/** /set-up#token: a school from its spreadsheet, or a demo school. Nothing is written before the last button. */
@customElement('heed-set-up-screen')
export class HeedSetUpScreen extends LitElement {
  @state() private _link: Link = 'checking';
  @state() private _mailWorks = true;
  @state() private _busy = false;
  @state() private _fault = '';
  @state() private _preview: Preview | null = null;
  @state() private _done: SetUpReply | null = null;
  @state() private _copied = false;
  private _file: { name: string; bytes: Uint8Array } | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._check();
  }

  protected override render(): TemplateResult {
    const clean = this._preview !== null && this._preview.faults.length === 0 && !this._done;
    return html`<main id="main">
      <div class="page with-aside ${clean ? 'with-bar' : ''} set-up">
        <div class="row apart set-up-head">
          <h1>${this._preview && !this._done ? words.spreadsheet : words.title}</h1>
          ${this._preview && !clean && !this._done
            ? html`<button type="button" class="button small" @click=${this._download}>
                ${icon('download')}${words.download}
              </button>`
            : nothing}
        </div>
        <div class="stack ${clean ? '' : 'whole'}">
          ${this._fault === ''
            ? nothing
            : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
          ${this._renderStep()}
        </div>
        ${clean && this._preview ? confirmAside(this._preview, this._mailWorks) : nothing}
      </div>
      ${clean && this._preview
        ? confirmBar(this._preview, this._busy, {
            write: () => void this._write(),
            again: () => this._again(),
          })
        : nothing}
    </main>`;
  }

  private _renderStep(): TemplateResult {
    if (this._done) return doneStep(this._done, this._copied, (text) => void this._copy(text));
    if (this._link === 'checking') return html`<p class="hint" role="status">${words.checkingLink}</p>`;
    if (this._link === 'used') return html`<heed-notice tone="warn" role="alert">${words.used}</heed-notice>`;
    if (this._link === 'unreachable') {
      return html`<p>
        <button type="button" class="button" @click=${this._check}>${shell.tryAgain}</button>
      </p>`;
    }
    if (!this._preview) {
      return html`${stepLine(0)}
      ${uploadStep({
        busy: this._busy,
        error: this._fault,
        chosen: (file) => void this._upload(file),
        demo: () => void this._demo(),
      })}`;
    }
    const name = this._file?.name ?? '';
    return this._preview.faults.length > 0
      ? html`${stepLine(1)} ${faultsStep(this._preview, name, () => this._again())}`
      : html`${stepLine(2)} ${confirmStep(this._preview, name)}`;
  }

  private get _token(): string {
    return location.hash.slice(1);
  }

  private async _check(): Promise<void> {
    this._fault = '';
    try {
      const { works, mailWorks } = await call('checkSetUp', { body: { token: this._token } });
      this._link = works ? 'works' : 'used';
      this._mailWorks = mailWorks;
    } catch (thrown) {
      const fault = asCallFault(thrown);
      this._link = fault.code === 'unreachable' ? 'unreachable' : 'used';
      if (fault.code === 'unreachable') this._fault = words.offline;
    }
  }

  private async _upload(file: File): Promise<void> {
    if (!/\.xlsx$/i.test(file.name)) this._fault = words.notASpreadsheet;
    else if (file.size > MOST_BYTES) this._fault = words.tooLarge;
    else {
      this._file = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      await this._doing(async (bytes, headers) => {
        this._preview = await call('previewSchool', { body: bytes, headers });
      });
      if (this._preview) this.querySelector<HTMLElement>('h1')?.scrollIntoView();
    }
  }

  private async _write(): Promise<void> {
    await this._doing(async (bytes, headers) => {
      this._done = await call('confirmSchool', { body: bytes, headers });
      announce(words.done);
    });
  }

  private async _demo(): Promise<void> {
    await this._doing(async () => {
      this._done = await call('tryDemo', { body: { token: this._token } });
      announce(words.done);
    });
  }

  private _again(): void {
    this._preview = null;
    this._file = null;
    this._fault = '';
  }

  private async _doing(
    work: (bytes: Uint8Array, headers: Record<string, string>) => Promise<void>,
  ): Promise<void> {
    if (this._busy) return;
    this._busy = true;
    this._fault = '';
    try {
      await work(this._file?.bytes ?? new Uint8Array(), { [SET_UP_HEADER]: this._token });
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'link-used') this._link = 'used';
      else this._fault = fault.title;
    } finally {
      this._busy = false;
    }
  }

  private _download(): void {
    const address = URL.createObjectURL(
      new Blob([faultsAsCsv(this._preview?.faults ?? [])], { type: 'text/csv' }),
    );
    const link = Object.assign(document.createElement('a'), { href: address, download: words.faultsFile });
    link.click();
    URL.revokeObjectURL(address);
  }

  private async _copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this._copied = true;
    announce(words.copied);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-set-up-screen': HeedSetUpScreen;
  }
}
