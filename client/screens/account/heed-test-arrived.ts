import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { testArrived as words } from '../../strings/first-steps';

/** Asks whether a test alert has arrived; whoever comes by the link in it has answered already. */
@customElement('heed-test-arrived')
export class HeedTestArrived extends LitElement {
  /** A test went out from this page. */
  @property({ type: Boolean }) sent = false;
  @state() private _noted = false;
  @state() private _fault = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (new URLSearchParams(location.search).has('arrived')) void this._note();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._fault !== '') return html`<heed-notice tone="warn" role="alert">${this._fault}</heed-notice>`;
    if (this._noted) return html`<heed-notice tone="ok" role="status">${words.noted}</heed-notice>`;
    if (!this.sent) return nothing;
    return html`<heed-notice sign="bell"
      >${words.ask}
      <button slot="actions" type="button" class="button small" @click=${() => void this._note()}>
        ${words.arrived}
      </button></heed-notice
    >`;
  }

  private async _note(): Promise<void> {
    try {
      await call('noteTestArrived');
      this._noted = true;
      announce(words.noted);
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-test-arrived': HeedTestArrived;
  }
}
