import { html, type TemplateResult } from 'lit';
import { icon } from '../components/icon';
import { how as words } from '../strings/words';

/** How this app is got, since no store has it. */
export function howScreen(): TemplateResult {
  const address = new URL('./', document.baseURI).href;
  return html`<h1 class="page-heading" tabindex="-1">${words.title}</h1>
    <div class="stack">
      <section class="card stack roomy">
        <p>${words.lead}</p>
        <ol class="steps">
          ${words.steps.map((step) => html`<li><span>${step}</span></li>`)}
        </ol>
        <p><span class="hint">${words.address}</span><br /><strong>${address}</strong></p>
      </section>
      <p class="notice plain">${icon('smartphone')}<span>${words.iphone}</span></p>
      <p class="notice plain">${icon('info')}<span>${words.others}</span></p>
      <p class="notice plain">${icon('info')}<span>${words.addresses}</span></p>
      <p class="notice warn">${icon('circle-alert')}<span>${words.clearing}</span></p>
    </div>`;
}
