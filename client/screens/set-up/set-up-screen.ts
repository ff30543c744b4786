import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { SET_UP_HEADER, type Preview, type SetUpReply } from '../../../protocol/set-up';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { call } from '../../data/call';
import { asCallFault, isPassing } from '../../data/call-fault';
import { setUp as words } from '../../strings/set-up';
import { download, readChosen, type ChosenFile } from './chosen-file';
import { confirmAside, confirmBar, confirmVerdict, countsTable } from './confirm-step';
import { doneStep, doneVerdict, nextStep } from './done-step';
import { faultsAsCsv } from './faults';
import { faultsTable, faultsVerdict } from './faults-step';
import { linkCard } from './link-card';
import { faultNotice, offlineNotice, workingNotice, type SetUpFault, type Work } from './notices';
import { checkLink, takeToken, type LinkState } from './set-up-link';
import { stepLine } from './steps';
import { demoChoice, uploadStep } from './upload-step';

type Step = 'link' | 'start' | 'faults' | 'confirm' | 'done';

const headings: Readonly<Record<Step, string>> = {
  link: words.title,
  start: words.title,
  faults: words.spreadsheet,
  confirm: words.spreadsheet,
  done: words.done,
};

/** /set-up#token: a school from its spreadsheet, or a demo school. Nothing is written before the last button. */
@customElement('heed-set-up-screen')
export class HeedSetUpScreen extends LitElement {
  @consume({ context: connectivityContext, subscribe: true })
  @state()
  private _connectivity: Connectivity | undefined;
  @state() private _link: LinkState = { is: 'checking' };
  @state() private _file: ChosenFile | null = null;
  @state() private _working: Work | null = null;
  @state() private _fault: SetUpFault | null = null;
  @state() private _preview: Preview | null = null;
  @state() private _done: SetUpReply | null = null;
  private _token = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this._open);
    addEventListener('online', this._askAgain);
    this._open();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this._open);
    removeEventListener('online', this._askAgain);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const step = this._step;
    const clean = step === 'confirm' ? this._preview : null;
    return html`<main
      id="main"
      class="page with-aside set-up ${clean ? 'with-bar' : ''}"
      @dragover=${(event: Event) => event.preventDefault()}
      @drop=${this._dropped}
    >
      <div class="row apart set-up-head">
        <h1>${this._done?.demo ? words.demoDone : headings[step]}</h1>
        ${step === 'faults' ? this._renderDownload() : nothing}
      </div>
      <div class="stack whole">${this._renderTop(step)}</div>
      <div class="stack ${step === 'faults' ? 'whole' : ''}">${this._renderStep(step)}</div>
      ${this._renderAside(step)}
      ${clean
        ? confirmBar(clean, this._working !== null, {
            write: () => void this._do('write'),
            chosen: this._chosen,
          })
        : nothing}
    </main>`;
  }

  private get _step(): Step {
    if (this._done) return 'done';
    if (this._link.is !== 'works') return 'link';
    if (!this._preview) return 'start';
    return this._preview.faults.length > 0 ? 'faults' : 'confirm';
  }

  /** Where the person is, what is going on, and what came of the file: over both columns. */
  private _renderTop(step: Step): TemplateResult {
    if (this._done) return doneVerdict(this._done);
    if (step === 'link') return html`${linkCard(this._link, this._open)} ${this._renderFault()}`;
    const name = this._file?.name ?? '';
    return html`${stepLine(['start', 'faults', 'confirm'].indexOf(step))} ${this._renderFault()}
    ${this._working ? workingNotice(this._working, name) : nothing}
    ${this._preview === null
      ? nothing
      : step === 'faults'
        ? faultsVerdict(this._preview, name, { busy: this._working !== null, chosen: this._chosen })
        : confirmVerdict(this._preview, name)}`;
  }

  private _renderStep(step: Step): TemplateResult | typeof nothing {
    if (this._done) return doneStep(this._done);
    if (step === 'start') return uploadStep(this._working !== null, this._chosen);
    if (!this._preview || step === 'link') return nothing;
    return step === 'faults' ? faultsTable(this._preview) : countsTable(this._preview);
  }

  private _renderAside(step: Step): TemplateResult | typeof nothing {
    const beside = this._done
      ? nextStep(this._done)
      : step === 'start'
        ? demoChoice(this._working !== null, () => void this._do('demo'))
        : this._preview && this._link.is === 'works' && step === 'confirm'
          ? confirmAside(this._preview, this._link.mailWorks)
          : null;
    return beside === null ? nothing : html`<aside class="aside always stack">${beside}</aside>`;
  }

  private _renderDownload(): TemplateResult {
    return html`<button type="button" class="button small" @click=${this._download}>
      ${icon('download')}${words.download}
    </button>`;
  }

  private _renderFault(): TemplateResult | typeof nothing {
    if (this._fault) return faultNotice(this._fault, (work) => void this._do(work));
    return this._connectivity === 'unreached' && this._link.is === 'works' ? offlineNotice() : nothing;
  }

  private readonly _open = (): void => {
    this._token = takeToken() || this._token;
    this._link = { is: 'checking' };
    void checkLink(this._token).then((link) => (this._link = link));
  };

  private readonly _askAgain = (): void => {
    if (this._link.is === 'unknown') this._open();
  };

  private _dropped(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file && this._link.is === 'works' && !this._done) void this._choose(file);
  }

  private readonly _chosen = (file: File): void => void this._choose(file);

  private async _choose(file: File): Promise<void> {
    if (this._working !== null) return;
    try {
      this._file = await readChosen(file);
    } catch {
      this._fault = { file: file.name, text: words.cannotRead, retry: null };
      return;
    }
    await this._do('check');
  }

  private async _do(work: Work): Promise<void> {
    if (this._working !== null) return;
    this._working = work;
    this._fault = null;
    try {
      await this._call(work);
      this._working = null;
      await this._showFromTop();
    } catch (thrown) {
      await this._onFault(work, thrown);
    } finally {
      this._working = null;
    }
  }

  private async _call(work: Work): Promise<void> {
    const body = this._file?.bytes ?? new Uint8Array();
    const headers = { [SET_UP_HEADER]: this._token };
    if (work === 'check') this._preview = await call('previewSchool', { body, headers });
    else if (work === 'write') this._done = await call('confirmSchool', { body, headers });
    else this._done = await call('tryDemo', { body: { token: this._token } });
    if (this._done) announce(this._done.demo ? words.demoDone : words.done);
  }

  /** The file, its preview and the link stay: whatever dropped can be tried again. */
  private async _onFault(work: Work, thrown: unknown): Promise<void> {
    const fault = asCallFault(thrown);
    const file = work === 'demo' ? '' : (this._file?.name ?? '');
    const retry = isPassing(fault) || fault.code === 'internal' ? work : null;
    this._fault = { file, text: fault.title, retry };
    // Another file than the one whose preview stands here was not read.
    if (work === 'check') this._preview = null;
    if (fault.code !== 'link-used') return;
    this._fault = null;
    // The answer to an earlier try may have been lost after the school was written.
    this._link = await checkLink(this._token);
    if (work === 'demo' && this._link.is === 'school-there') {
      this._fault = { file: '', text: words.demoLost, retry: null };
    }
  }

  private async _showFromTop(): Promise<void> {
    await this.updateComplete;
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('.verdict h2')?.focus({ preventScroll: true });
  }

  private _download(): void {
    download(words.faultsFile, 'text/csv;charset=utf-8', faultsAsCsv(this._preview?.faults ?? []));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-set-up-screen': HeedSetUpScreen;
  }
}
