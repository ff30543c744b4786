import { LitElement, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { notFound as words } from '../../strings/shell';

/** Any address that is none of ours; the same for what is hidden and what never was. */
@customElement('heed-not-found-screen')
export class HeedNotFoundScreen extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page">
      <h1>${words.title}</h1>
      <div class="card">
        <p>${words.text}</p>
        <p><a class="link-line" href="/">${words.home}</a></p>
      </div>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-not-found-screen': HeedNotFoundScreen;
  }
}
