import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../components/icon';
import { add as words } from '../strings/words';

/** What is asked about an account that another page hands over. */
interface Offer {
  readonly heading: string;
  readonly text: string;
  readonly below: string;
  /** null: nothing can be made of it */
  readonly yes: (() => void) | null;
  readonly no: () => void;
}

/** The question whether the account that stood in the address is wanted: anybody can write an address. */
export function offeredCard({ heading, text, below, yes, no }: Offer): TemplateResult {
  return html`<h1 class="page-heading" tabindex="-1">${heading}</h1>
    <div class="card stack roomy">
      ${below === '' ? nothing : html`<p><strong>${below}</strong></p>`}
      <p class="line">${yes ? nothing : icon('circle-alert')} ${text}</p>
      ${yes
        ? html`<button type="button" class="button primary main wide" @click=${yes}>${words.button}</button>`
        : nothing}
      <button type="button" class="button quiet" @click=${no}>${words.refuse}</button>
    </div>`;
}
