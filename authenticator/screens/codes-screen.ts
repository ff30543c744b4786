import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { earlierNotice } from '../components/earlier-notice';
import { icon } from '../components/icon';
import type { IconName } from '../components/icon-names';
import { LightElement } from '../components/light-element';
import type { ShownAccount } from '../store/open-store';
import { WORTH_SAYING } from '../server-clock';
import { codes as words, passkey, pin, words as common } from '../strings/words';
import './code-card';

/** The codes of all accounts, and the ways from here. */
@customElement('ha-codes')
export class Codes extends LightElement {
  @property({ attribute: false }) accounts: readonly ShownAccount[] = [];
  /** ms since 1970 */
  @property({ type: Number }) now = 0;
  /** seconds; null: not known */
  @property({ attribute: false }) ahead: number | null = null;
  @property({ type: Boolean }) offline = false;

  protected override render(): TemplateResult {
    const none = this.accounts.length === 0;
    return html`<h1 class="visually-hidden" tabindex="-1">${words.title}</h1>
      <div class="codes">
        ${this._renderClock()}
        ${this.offline
          ? html`<p class="notice plain">${icon('cloud-off')}<span>${common.offline}</span></p>`
          : nothing}
        ${none ? this._renderNone() : nothing}
        ${repeat(
          this.accounts,
          ({ id }) => id,
          (account) => html`<ha-code-card .account=${account} .now=${this.now}></ha-code-card>`,
        )}
        <p class="quiet-line hint">${icon('shield-check')}<span>${words.keeps}</span></p>
        ${renderMore(none)}
      </div>
      <div class="foot-bar">
        <div>
          <a class="button primary main" href="#scan">${icon('scan-qr-code')}${words.scan}</a>
          <a class="button quiet" href="#add">${icon('keyboard')}${words.type}</a>
        </div>
      </div>`;
  }

  private _renderNone(): TemplateResult {
    return html`<section class="card">
        <h2>${words.none}</h2>
        <p>${words.noneText}</p>
      </section>
      ${earlierNotice()}`;
  }

  private _renderClock(): TemplateResult | typeof nothing {
    if (this.ahead === null || Math.abs(this.ahead) < WORTH_SAYING) return nothing;
    const time = words.seconds(Math.abs(this.ahead));
    const said = this.ahead > 0 ? words.ahead(time) : words.behind(time);
    return html`<p class="notice warn" role="status">${icon('clock')}<span>${said}</span></p>`;
  }
}

function renderMore(none: boolean): TemplateResult {
  const link = (place: string, name: IconName, word: string): TemplateResult =>
    html`<li>
      <a href="#${place}">${icon(name)}<span>${word}</span>${icon('chevron-right')}</a>
    </li>`;
  return html`<nav aria-label=${words.more}>
    <ul class="card more-links">
      ${none ? nothing : link('arrange', 'list-ordered', words.arrange)}
      ${link('move', 'smartphone', words.move)} ${link('pin', 'key-round', pin.change)}
      ${link('passkey', 'fingerprint', passkey.title)} ${link('how', 'info', words.how)}
    </ul>
  </nav>`;
}
