import { LitElement, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { deviceKind } from '../../contexts/device-kind';
import { askNow } from '../../sealing/keep-asking';
import { mine as words } from '../../strings/mine';
import './your-records';

/** All of one's own records: how far each has come, and what one can do for those that have not been sent. */
@customElement('heed-mine-screen')
export class HeedMineScreen extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    askNow();
  }

  protected override render(): TemplateResult {
    return html`<main class="page" id="main">
      <h1>${words.title}</h1>
      <p class="hint page-hint">${words.noContent(deviceKind())}</p>
      <heed-your-records></heed-your-records>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-mine-screen': HeedMineScreen;
  }
}
