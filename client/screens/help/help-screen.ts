import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import type { IconName } from '../../components/icon-names';
import { call } from '../../data/call';
import { help as words } from '../../strings/help';
import { supportWays } from './support-parts';

/** A short help page. It needs no log-in and, but for whom to ask, no connection. */
@customElement('heed-help-screen')
export class HeedHelpScreen extends LitElement {
  @state() private _support = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Without a connection the page says whom to ask in general words.
    call('readPlace').then(
      ({ support }) => (this._support = support ?? ''),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page with-aside">
      <h1>${words.title}</h1>
      <div class="stack">
        ${words.topics.map(
          ({ id, title, text, link }) =>
            html`<section class="card" id=${id}>
              <h2>${title}</h2>
              ${text.map((sentence) => html`<p>${sentence}</p>`)}
              ${link ? html`<p><a class="link-line" href=${link.href}>${link.text}</a></p>` : nothing}
            </section>`,
        )}
        <section class="card" id="promises">
          <h2>${words.promises}</h2>
          ${promises(words.can, words.canDo, 'check')} ${promises(words.cannot, words.cannotDo, 'x')}
        </section>
      </div>
      <aside class="aside always stack">${this._renderAsk()}</aside>
    </main>`;
  }

  private _renderAsk(): TemplateResult {
    const ways = supportWays(this._support);
    return html`<section class="card" id="ask">
      <h2>${words.ask}</h2>
      <p>${words.askLead}</p>
      <p>${ways.length === 0 ? words.askNobody : words.askWhom}</p>
      ${ways.map(
        ({ text, href }) =>
          html`<p>${href === null ? text : html`<a class="link-line" href=${href}>${text}</a>`}</p>`,
      )}
    </section>`;
  }
}

function promises(heading: string, sentences: readonly string[], sign: IconName): TemplateResult {
  return html`<h3>${heading}</h3>
    <ul>
      ${sentences.map(
        (sentence) => html`<li class="line-with-icon">${icon(sign)}<span>${sentence}</span></li>`,
      )}
    </ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-screen': HeedHelpScreen;
  }
}
