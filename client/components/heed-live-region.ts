import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';

/**
 * The one place that speaks to screen readers. It stands in the document from the start: a region that is
 * inserted together with its text stays silent in some of them.
 */
@customElement('heed-live-region')
export class HeedLiveRegion extends LitElement {
  @state() private _polite = '';
  @state() private _assertive = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="visually-hidden" role="status">${this._polite}</div>
      <div class="visually-hidden" role="alert">${this._assertive}</div>`;
  }

  /** Says the text; a text said twice in a row is said twice. */
  async say(text: string, urgent: boolean): Promise<void> {
    if (urgent) this._assertive = '';
    else this._polite = '';
    await this.updateComplete;
    if (urgent) this._assertive = text;
    else this._polite = text;
  }
}

/**
 * Speaks a state to screen readers through the page's `<heed-live-region>`; silent when there is none.
 * @param urgent only for loss: it interrupts
 */
export function announce(text: string, urgent = false): void {
  void document.querySelector('heed-live-region')?.say(text, urgent);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-live-region': HeedLiveRegion;
  }
}
