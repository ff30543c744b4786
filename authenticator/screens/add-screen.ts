import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { field } from '../components/field';
import { LightElement } from '../components/light-element';
import { namesOf } from '../components/names';
import { LONGEST_PERIOD, USUAL, type Account, type Algorithm } from '../otp/account';
import { readEntry } from '../otp/read-entry';
import { entryFault } from '../strings/faults';
import { add as words, codes } from '../strings/words';
import { offeredCard } from './offered-card';

const ALGORITHMS: readonly Algorithm[] = ['SHA-1', 'SHA-256', 'SHA-512'];

/** An account by its text secret or link; or one that Heed hands over on the same phone, which is asked about first. */
@customElement('ha-add')
export class Add extends LightElement {
  /** keeps it and leaves this screen */
  @property({ attribute: false }) added: (account: Account) => Promise<void> = async () => undefined;
  /** an otpauth link of the page's address; empty: none */
  @property() offered = '';
  @property({ attribute: false }) refused: () => void = () => undefined;
  @state() private _entry = '';
  @state() private _issuer = '';
  @state() private _name = '';
  @state() private _algorithm: Algorithm = USUAL.algorithm;
  @state() private _digits: 6 | 8 = USUAL.digits;
  @state() private _period = String(USUAL.period);
  @state() private _error = '';
  @state() private _periodError = '';

  protected override render(): TemplateResult {
    if (this.offered !== '') return this._renderOffered();
    return html`<h1 class="page-heading" tabindex="-1">${codes.type}</h1>
      <form class="card stack roomy" novalidate @submit=${this._submit}>
        ${field({
          id: 'entry',
          label: words.entry,
          hint: words.entryHint,
          error: this._error,
          value: this._entry,
          changed: (value) => (this._entry = value),
        })}
        ${field({
          id: 'issuer',
          label: words.issuer,
          hint: words.issuerHint,
          value: this._issuer,
          changed: (value) => (this._issuer = value),
        })}
        ${field({
          id: 'name',
          label: words.name,
          hint: words.nameHint,
          value: this._name,
          changed: (value) => (this._name = value),
        })}
        ${this._renderUnusual()}
        <button type="submit" class="button primary main wide">${words.button}</button>
      </form>`;
  }

  private _renderOffered(): TemplateResult {
    const read = readEntry(this.offered);
    const account = 'account' in read ? read.account : null;
    return offeredCard({
      heading: account ? words.offered(namesOf(account).title) : words.title,
      text: 'fault' in read ? entryFault(read.fault) : words.offeredText,
      below: account ? namesOf(account).below : '',
      yes: account ? () => void this.added(account) : null,
      no: this.refused,
    });
  }

  private _renderUnusual(): TemplateResult {
    const option = (value: string, chosen: boolean): TemplateResult =>
      html`<option value=${value} ?selected=${chosen}>${value}</option>`;
    return html`<details ?open=${this._periodError !== ''}>
      <summary class="fold">${words.unusual}</summary>
      <div class="stack roomy">
        <p class="hint">${words.unusualHint}</p>
        <div>
          <label class="label" for="algorithm">${words.algorithm}</label>
          <select class="select" id="algorithm" @change=${this._onAlgorithm}>
            ${ALGORITHMS.map((one) => option(one, one === this._algorithm))}
          </select>
        </div>
        <div>
          <label class="label" for="digits">${words.digits}</label>
          <select class="select" id="digits" @change=${this._onDigits}>
            ${[6, 8].map((one) => option(String(one), one === this._digits))}
          </select>
        </div>
        ${field({
          id: 'period',
          label: words.period,
          error: this._periodError,
          value: this._period,
          changed: (value) => (this._period = value),
        })}
      </div>
    </details>`;
  }

  private readonly _onAlgorithm = (event: Event): void => {
    this._algorithm = (event.target as HTMLSelectElement).value as Algorithm;
  };

  private readonly _onDigits = (event: Event): void => {
    this._digits = (event.target as HTMLSelectElement).value === '8' ? 8 : 6;
  };

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    const period = Number(this._period);
    const fits = /^\d+$/.test(this._period) && period >= 1 && period <= LONGEST_PERIOD;
    this._periodError = fits ? '' : entryFault({ code: 'period', found: this._period });
    const { _issuer: issuer, _name: name, _algorithm: algorithm, _digits: digits } = this;
    const read = readEntry(this._entry, { issuer, name, algorithm, digits, period });
    this._error = 'fault' in read ? entryFault(read.fault) : '';
    if ('fault' in read) await this._focusOn('#entry');
    else if (!fits) await this._focusOn('#period');
    else await this.added(read.account);
  }
}
