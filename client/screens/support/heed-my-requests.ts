import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { SupportRequest } from '../../../protocol/support';
import '../../components/heed-empty';
import { call } from '../../data/call';
import { support as words } from '../../strings/support';
import { dayAndTime } from '../../strings/times';

/** What this person has asked support: reference, when, how far it came, and exactly what was sent. */
@customElement('heed-my-requests')
export class HeedMyRequests extends LitElement {
  @state() private _requests: readonly SupportRequest[] | null = null;
  @state() private _failed = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  /** Asks the school again. */
  async load(): Promise<void> {
    this._failed = false;
    try {
      this._requests = (await call('listSupportRequests')).requests;
    } catch {
      this._failed = true;
    }
  }

  protected override render(): TemplateResult {
    return html`<section class="card">
      <h2>${words.mine}</h2>
      ${this._renderList()}
    </section>`;
  }

  private _renderList(): TemplateResult {
    if (this._failed)
      return html`<heed-empty sign="cloud-off" .text=${words.mineFailed}
        ><button type="button" class="button" @click=${() => void this.load()}>
          ${words.again}
        </button></heed-empty
      >`;
    if (!this._requests) return html`<p class="hint" role="status">${words.collecting}</p>`;
    if (this._requests.length === 0) return html`<p class="hint">${words.mineEmpty}</p>`;
    const now = Date.now();
    return html`<ul class="plain-list support-requests">
      ${this._requests.map(
        ({ reference, at, state: is, text }) =>
          html`<li>
            <p class="row apart">
              <strong>${reference}</strong><span class="meta">${dayAndTime(Date.parse(at), now)}</span>
            </p>
            <p class="hint">${words.states[is]}</p>
            <details>
              <summary>${words.whatWasSent}</summary>
              <pre class="support-text" tabindex="0" aria-label="${words.whatWasSent}, ${reference}">
${text}</pre
              >
            </details>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-my-requests': HeedMyRequests;
  }
}
