import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { setUp as words } from '../../strings/set-up';
import { download } from '../../components/download';
import { confirmAside, confirmBar, confirmVerdict, countsTable } from './confirm-step';
import { doneStep, doneVerdict, nextStep } from './done-step';
import { faultsAsCsv } from './faults';
import { faultsTable, faultsVerdict } from './faults-step';
import { linkCard } from './link-card';
import { faultNotice, offlineNotice, workingNotice } from './notices';
import { SetUpCourse } from './set-up-course';
import { stepLine } from './steps';
import { demoChoice, siteCard, uploadStep } from './upload-step';

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
  private readonly _course = new SetUpCourse(this, () => void this._showFromTop());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { working, preview, done } = this._course.state;
    const step = this._step;
    const clean = step === 'confirm' ? preview : null;
    return html`<main
      id="main"
      class="page with-aside set-up ${clean ? 'with-bar' : ''}"
      @dragover=${(event: Event) => event.preventDefault()}
      @drop=${this._dropped}
    >
      <div class="row apart set-up-head">
        <h1>${done?.demo ? words.demoDone : headings[step]}</h1>
        ${step === 'faults' ? this._renderDownload() : nothing}
      </div>
      <div class="stack whole">${this._renderTop(step)}</div>
      <div class="stack ${step === 'faults' ? 'whole' : ''}">${this._renderStep(step)}</div>
      ${this._renderAside(step)}
      ${clean
        ? confirmBar(clean, working !== null, {
            write: () => void this._course.do('write'),
            chosen: this._chosen,
          })
        : nothing}
    </main>`;
  }

  private get _step(): Step {
    const { link, preview, done } = this._course.state;
    if (done) return 'done';
    if (link.is !== 'works') return 'link';
    if (!preview) return 'start';
    return preview.faults.length > 0 ? 'faults' : 'confirm';
  }

  /** Where the person is, what is going on, and what came of the file: over both columns. */
  private _renderTop(step: Step): TemplateResult {
    const { link, file, working, preview, done } = this._course.state;
    if (done) return doneVerdict(done);
    if (step === 'link') return html`${linkCard(link, this._course.open)} ${this._renderFault()}`;
    const name = file?.name ?? '';
    return html`${stepLine(['start', 'faults', 'confirm'].indexOf(step))} ${this._renderFault()}
    ${working ? workingNotice(working, name) : nothing}
    ${preview === null
      ? nothing
      : step === 'faults'
        ? faultsVerdict(preview, name, { busy: working !== null, chosen: this._chosen })
        : confirmVerdict(preview, name)}`;
  }

  private _renderStep(step: Step): TemplateResult | typeof nothing {
    const { working, preview, done } = this._course.state;
    if (done) return doneStep(done);
    if (step === 'start') return uploadStep(working !== null, this._chosen);
    if (!preview || step === 'link') return nothing;
    return step === 'faults' ? faultsTable(preview) : countsTable(preview);
  }

  private _renderAside(step: Step): TemplateResult | typeof nothing {
    const beside = this._beside(step);
    return beside === null ? nothing : html`<aside class="aside always stack">${beside}</aside>`;
  }

  private _beside(step: Step): TemplateResult | null {
    const { link, working, preview, done } = this._course.state;
    if (done) return nextStep(done);
    if (step === 'start' && link.is === 'works' && link.site !== null) return siteCard(link.site);
    if (step === 'start') return demoChoice(working !== null, () => void this._course.do('demo'));
    if (step === 'confirm' && preview && link.is === 'works') return confirmAside(preview, link.mailWorks);
    return null;
  }

  private _renderDownload(): TemplateResult {
    return html`<button type="button" class="button small" @click=${this._download}>
      ${icon('download')}${words.download}
    </button>`;
  }

  private _renderFault(): TemplateResult | typeof nothing {
    const { link, fault } = this._course.state;
    if (fault) return faultNotice(fault, (work) => void this._course.do(work));
    return this._connectivity === 'unreached' && link.is === 'works' ? offlineNotice() : nothing;
  }

  private _dropped(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const { link, done } = this._course.state;
    if (file && link.is === 'works' && !done) this._chosen(file);
  }

  private readonly _chosen = (file: File): void => void this._course.choose(file);

  private async _showFromTop(): Promise<void> {
    await this.updateComplete;
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('.verdict h2')?.focus({ preventScroll: true });
  }

  private _download(): void {
    const faults = this._course.state.preview?.faults ?? [];
    download(words.faultsFile, 'text/csv;charset=utf-8', faultsAsCsv(faults));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-set-up-screen': HeedSetUpScreen;
  }
}
