import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Support } from '../../../protocol/support';
import { call } from '../../data/call';
import { keepSupport, keptSupport } from '../../data/support';
import { support as words } from '../../strings/support';
import { supportWays } from './support-ways';

/** Whom to ask about Heed, also without a log-in, and without a network as this browser heard it last. */
@customElement('heed-support-card')
export class HeedSupportCard extends LitElement {
  /** Without the part about children: below the log-in, where nobody has asked yet. */
  @property({ type: Boolean }) short = false;
  /** "Get help" stands on the page already. */
  @property({ type: Boolean }) here = false;
  @state() private _support: Support | null = keptSupport();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    call('readPlace').then(
      ({ support }) => {
        this._support = support;
        keepSupport(support);
      },
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    const ways = supportWays(this._support);
    const hours = this._support?.hours ?? null;
    return html`<section class="card support-card" id="ask">
      <h2>${words.ask}</h2>
      ${this.short ? nothing : html`<p>${words.aboutChild}</p>`}
      <p>${ways.length === 0 ? words.askNobody : words.askWhom}</p>
      ${ways.map(
        ({ text, href }) =>
          html`<p>${href === null ? text : html`<a class="link-line" href=${href}>${text}</a>`}</p>`,
      )}
      ${hours === null ? nothing : html`<p class="hint">${words.hours(hours)}</p>`}
      ${this.here ? nothing : html`<p><a class="link-line" href="/support">${words.title}</a></p>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-support-card': HeedSupportCard;
  }
}
