import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../../data/call';
import { help as words } from '../../strings/help';

/** A short help page: it works offline and without a log-in. */
@customElement('heed-help-screen')
export class HeedHelpScreen extends LitElement {
  @state() private _support: string | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    call('readPlace').then(
      (place) => (this._support = place.support),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page">
      <h1>${words.title}</h1>
      <div class="stack">
        ${words.topics.map(
          (topic) =>
            html`<section class="card">
              <h2>${topic.title}</h2>
              ${topic.text.map((text) => html`<p>${text}</p>`)}
            </section>`,
        )}
        <section class="card">
          <h2>${words.ask}</h2>
          <p>${this._support === null ? words.askNobody : words.askWhom(this._support)}</p>
        </section>
      </div>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-screen': HeedHelpScreen;
  }
}
