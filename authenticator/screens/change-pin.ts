import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { field } from '../components/field';
import type { Database } from '../store/database';
import { changePin } from '../store/lock';
import { pin as words } from '../strings/words';
import { NewPin } from './new-pin';
import { triedError } from './tried-error';

/** Another PIN in the place of the present one. */
@customElement('ha-change-pin')
export class ChangePin extends NewPin {
  @property({ attribute: false }) database: Database | null = null;
  @property({ attribute: false }) done: (said: string) => void = () => undefined;
  @state() private _present = '';
  @state() private _error = '';
  @state() private _busy = false;

  protected override render(): TemplateResult {
    const present = field({
      id: 'present-pin',
      label: words.present,
      error: this._error,
      value: this._present,
      kind: 'pin',
      changed: (value) => (this._present = value),
    });
    return html`<h1 class="page-heading" tabindex="-1">${words.change}</h1>
      <form class="card stack roomy" novalidate @submit=${this._submit}>
        ${present} ${this._renderNewPin(words.next)}
        <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
          ${words.change}
        </button>
      </form>`;
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    const next = this._newPin();
    if (next === null || this._busy || !this.database) return;
    this._busy = true;
    const tried = await changePin(this.database, this._present, next).finally(() => (this._busy = false));
    this._error = triedError(tried);
    if (tried.kind === 'open') this.done(words.changed);
    else await this._focusOn('#present-pin');
  }
}
