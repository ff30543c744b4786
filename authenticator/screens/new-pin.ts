import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { field } from '../components/field';
import { LightElement } from '../components/light-element';
import { pinFault } from '../store/pin-rules';
import { pin as words } from '../strings/words';

/** Two fields for a new PIN, with what is wrong with it: what the first one and a changed one have in common. */
export abstract class NewPin extends LightElement {
  @state() private _pin = '';
  @state() private _again = '';
  @state() private _pinError = '';
  @state() private _againError = '';

  protected _renderNewPin(label: string): TemplateResult {
    return html`${field({
      id: 'new-pin',
      label,
      hint: words.hint,
      error: this._pinError,
      value: this._pin,
      kind: 'pin',
      changed: (value) => (this._pin = value),
    })}
    ${field({
      id: 'pin-again',
      label: words.again,
      error: this._againError,
      value: this._again,
      kind: 'pin',
      changed: (value) => (this._again = value),
    })}`;
  }

  /** The PIN when it may be used; else null, with the fault beside its field. */
  protected _newPin(): string | null {
    const fault = pinFault(this._pin);
    this._pinError = fault ? words.errors[fault] : '';
    this._againError = !fault && this._pin !== this._again ? words.errors.different : '';
    if (fault) void this._focusOn('#new-pin');
    else if (this._againError !== '') void this._focusOn('#pin-again');
    else return this._pin;
    return null;
  }
}
