import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FirstSteps } from '../../../protocol/first-steps';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { firstSteps as words } from '../../strings/first-steps';
import { stepRow, type StepDeeds } from './step-row';

/** The first steps of a school: on an administrator's dashboard until complete or put away, and always under Admin. */
@customElement('heed-first-steps')
export class HeedFirstSteps extends LitElement {
  /** Under Admin: also when complete or put away, and what needs full access can be done. */
  @property({ type: Boolean }) admin = false;
  @state() private _known: FirstSteps | null = null;
  @state() private _failed = false;
  @state() private _busy = false;
  /** What is said of a test that was sent from here. */
  @state() private _tested: string | null = null;
  @state() private _fault = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._failed && this.admin) return this._renderFailed();
    const known = this._known;
    if (!known) return nothing;
    const done = known.steps.filter(({ state: is }) => is !== 'open').length;
    const complete = done === known.steps.length;
    if (!this.admin && (complete || known.away)) return nothing;
    const heading = words.progress(done, known.steps.length);
    if (complete || known.away)
      return html`<section class="card">
        <details class="first-steps">
          <summary>${heading}</summary>
          ${this._renderSteps(known)}
        </details>
      </section>`;
    return html`<section class="card stack first-steps">
      <div>
        <h2>${heading}</h2>
        <p class="hint">${words.lead}</p>
      </div>
      ${this._renderSteps(known)}
    </section>`;
  }

  private _renderFailed(): TemplateResult {
    return html`<heed-notice
      >${words.notLoaded}
      <button slot="actions" type="button" class="button small" @click=${() => void this._load()}>
        ${words.again}
      </button></heed-notice
    >`;
  }

  private _renderSteps(known: FirstSteps): TemplateResult {
    const next = known.steps.find(({ state: is }) => is === 'open')?.step;
    return html`${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      <ol class="plain-list step-rows">
        ${known.steps.map((one) => stepRow(one, one.step === next, this._deeds(known)))}
      </ol>
      <p class="row apart">
        ${this.admin && known.away
          ? html`<button type="button" class="button small" @click=${() => void this._putAway(false)}>
              ${words.bringBack}
            </button>`
          : html`<span class="hint">${words.putAwayHint}</span
              ><button
                type="button"
                class="button small quiet"
                ?disabled=${this._busy}
                @click=${() => void this._putAway(true)}
              >
                ${words.putAway}
              </button>`}
      </p>`;
  }

  private _deeds(known: FirstSteps): StepDeeds {
    return {
      elevated: this.admin,
      busy: this._busy,
      alerted: known.alerted,
      tested: this._tested,
      settle: (needed) => void this._change(() => call('settleRestrictions', { body: { needed } })),
      sendTest: () => void this._sendTest(),
      arrived: () => void this._arrived(),
    };
  }

  private async _load(): Promise<void> {
    this._failed = false;
    try {
      this._known = await call('readFirstSteps');
    } catch {
      this._failed = true;
    }
  }

  private _putAway(away: boolean): Promise<void> {
    return this._change(() => call('putFirstStepsAway', { body: { away } }));
  }

  private _sendTest(): Promise<void> {
    return this._do(async () => {
      const { push, email } = await call('sendTestAlert');
      this._tested = words.testSent(push, email);
      announce(this._tested);
    });
  }

  private _arrived(): Promise<void> {
    return this._change(async () => {
      await call('noteTestArrived');
      this._tested = null;
      return call('readFirstSteps');
    });
  }

  private _change(deed: () => Promise<FirstSteps>): Promise<void> {
    return this._do(async () => {
      this._known = await deed();
    });
  }

  private async _do(deed: () => Promise<void>): Promise<void> {
    this._busy = true;
    this._fault = '';
    try {
      await deed();
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-first-steps': HeedFirstSteps;
  }
}
