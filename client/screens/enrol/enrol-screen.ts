import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import { fire } from '../../components/fire';
import '../../components/heed-empty';
import '../../components/heed-error-summary';
import type { FieldError } from '../../components/heed-error-summary';
import '../../components/heed-notice';
import '../../components/heed-segmented';
import { deviceKind } from '../../contexts/device-kind';
import { sessionContext, type SessionState } from '../../contexts/session';
import { go } from '../../router';
import { enrol as words } from '../../strings/lock';
import { BundleNotProved } from '../../unlock/enrol-device';
import { asCallFault } from '../../data/call-fault';
import { ownPath } from '../lock/after-unlock';
import { enrolFaults, NAME_FIELD, SHARED_FIELD, type EnrolStep, type TypedEnrolment } from './enrol-step';
import { declineHere } from './not-here';
import { pinFields } from './pin-fields';
import { readEnrolStep, setUpHere } from './set-up-here';

/** After a log-in: makes this browser a device of the school, and gives the person a PIN on it. */
@customElement('heed-enrol-screen')
export class HeedEnrolScreen extends LitElement {
  /** Where to go on; null: home. */
  @property({ attribute: false }) next: string | null = null;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _step: EnrolStep | null = null;
  @state() private _errors: readonly FieldError[] = [];
  @state() private _failed = '';
  @state() private _busy = false;
  @state() private _typed: TypedEnrolment = { name: '', shared: '', pin: '', again: '' };
  private _askedFor = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const staffId = this._session?.session?.staffId ?? '';
    if (staffId === '' || staffId === this._askedFor) return;
    this._askedFor = staffId;
    void readEnrolStep(staffId).then((step) => (this._step = step));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._step === null) return nothing;
    return this._step === 'already-here' ? this._renderHere() : this._renderForm(this._step);
  }

  private _renderHere(): TemplateResult {
    const name = this._session?.session?.shortName ?? '';
    return html`<main class="page narrow-page" id="main">
      <h1>${words.joinTitle(deviceKind())}</h1>
      <heed-empty sign="user-check" .text=${words.alreadyHere(name, deviceKind())}
        ><a class="button primary main" href="/lock">${words.unlock}</a></heed-empty
      >
    </main>`;
  }

  private _renderForm(step: EnrolStep): TemplateResult {
    const device = deviceKind();
    return html`<main class="page narrow-page" id="main">
      <h1>${step === 'join' ? words.joinTitle(device) : words.title(device)}</h1>
      <div class="stack">
        <heed-error-summary .errors=${this._errors}></heed-error-summary>
        ${this._failed === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${this._failed}</heed-notice>`}
        <form class="card" @submit=${this._onSubmit}>
          <div class="stack roomy">
            <p class="hint">${words.why(device)}</p>
            ${step === 'new-device' ? this._renderDevice() : nothing}
            <div>${pinFields(this._typed, this._errors, (typed) => this._type(typed))}</div>
            <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
              ${this._busy ? words.working : step === 'join' ? words.join : words.done(device)}
            </button>
          </div>
        </form>
        ${step === 'new-device' ? this._renderNotHere() : nothing}
      </div>
    </main>`;
  }

  private _renderDevice(): TemplateResult {
    const device = deviceKind();
    const error = this._errorOf(NAME_FIELD);
    return html`<heed-segmented
        field-id=${SHARED_FIELD}
        .label=${words.shared(device)}
        .hint=${words.sharedWhy}
        .error=${this._errorOf(SHARED_FIELD)}
        .options=${[
          { value: 'yes', label: words.sharedYes },
          { value: 'no', label: words.sharedNo },
        ]}
        .value=${this._typed.shared}
        @segment-chosen=${this._onShared}
      ></heed-segmented>
      <div class="field">
        <label class="label" for=${NAME_FIELD}>${words.deviceName(device)}</label>
        ${hintPart(NAME_FIELD, words.deviceHint)} ${errorPart(NAME_FIELD, error)}
        <input
          id=${NAME_FIELD}
          class="input"
          maxlength="60"
          autocomplete="off"
          .value=${this._typed.name}
          aria-invalid=${error === '' ? 'false' : 'true'}
          aria-describedby=${describedBy(NAME_FIELD, words.deviceHint, error)}
          @input=${(event: Event) => this._type({ name: (event.target as HTMLInputElement).value })}
        />
      </div>`;
  }

  private _renderNotHere(): TemplateResult {
    return html`<div class="not-here">
      <button type="button" class="button quiet" @click=${this._notHere}>${words.notHere}</button>
      <p class="hint">${words.notHereHint}</p>
    </div>`;
  }

  private _errorOf(id: string): string {
    return this._errors.find(({ field }) => field === id)?.text ?? '';
  }

  private _type(typed: Partial<TypedEnrolment>): void {
    this._typed = { ...this._typed, ...typed };
  }

  private _onShared(event: CustomEvent<{ value: string }>): void {
    this._type({ shared: event.detail.value === 'yes' ? 'yes' : 'no' });
  }

  private async _onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const session = this._session?.session;
    if (!this._step || !session || this._busy) return;
    this._failed = '';
    this._errors = enrolFaults(this._step, this._typed, deviceKind());
    if (this._errors.length > 0) return;
    this._busy = true;
    try {
      await setUpHere(session, this._step, this._typed);
      const enrolled = { seen: Promise.resolve() };
      fire(this, 'device-enrolled', enrolled);
      // Before that the record form would send the person back here.
      await enrolled.seen;
      await go(ownPath(this.next), { replace: true });
    } catch (thrown) {
      this._failed = thrown instanceof BundleNotProved ? words.notProved : asCallFault(thrown).title;
      this._step = await readEnrolStep(session.staffId);
    } finally {
      this._busy = false;
    }
  }

  private async _notHere(): Promise<void> {
    const staffId = this._session?.session?.staffId;
    if (staffId) declineHere(staffId);
    await go(ownPath(this.next), { replace: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-enrol-screen': HeedEnrolScreen;
  }
}
