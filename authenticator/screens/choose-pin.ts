import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { earlierNotice } from '../components/earlier-notice';
import { icon } from '../components/icon';
import { pin as words, codes } from '../strings/words';
import { NewPin } from './new-pin';

/** The first visit: what this is, and the PIN that will open it. */
@customElement('ha-choose-pin')
export class ChoosePin extends NewPin {
  @property({ attribute: false }) chosen: (pin: string) => Promise<void> = async () => undefined;
  @state() private _busy = false;

  protected override render(): TemplateResult {
    return html`<h1 class="page-heading" tabindex="-1">${words.welcome}</h1>
      <div class="stack">
        <p>${words.what}</p>
        ${earlierNotice()}
        <form class="card stack roomy" novalidate @submit=${this._submit}>
          ${this._renderNewPin(words.choose)}
          <p class="hint">${words.own}</p>
          <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
            ${words.start}
          </button>
        </form>
        <p><a class="link-line" href="#how">${icon('smartphone')}${codes.how}</a></p>
      </div>`;
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    const pin = this._newPin();
    if (pin === null || this._busy) return;
    this._busy = true;
    await this.chosen(pin).finally(() => (this._busy = false));
  }
}
