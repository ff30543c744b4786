import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { topBar as words } from '../strings/components';
import { fire } from './fire';
import { icon, mark } from './heed-icon';
import './heed-person-menu';

/** `none`: no security key, or not of a higher-level group. */
export type AccessState = 'none' | 'can-elevate' | 'full';

/**
 * The bar on top of every screen: mark, school, what the network does, access, the person, Cover, Lock.
 * It shows what it is given and never knows more. On a phone words give way, signs and numbers stay.
 */
@customElement('heed-top-bar')
export class HeedTopBar extends LitElement {
  @property() school = '';
  /** The school's name is a button that opens the person's other schools. */
  @property({ type: Boolean }) switches = false;
  /** Shown where nobody is unlocked: the name of this device. */
  @property({ attribute: 'device-name' }) deviceName = '';
  @property({ type: Boolean }) offline = false;
  /** Envelopes on this device without a receipt. */
  @property({ type: Number }) waiting = 0;
  /** "1 waiting from earlier", on the record screen: none of them is the one being written. */
  @property({ type: Boolean, attribute: 'waiting-earlier' }) waitingEarlier = false;
  /** The unlocked person's name; empty: nobody, so no menu. */
  @property() person = '';
  @property() access: AccessState = 'none';
  @property({ type: Number, attribute: 'minutes-left' }) minutesLeft = 0;
  @property({ type: Boolean, attribute: 'with-cover' }) withCover = false;
  @property({ type: Boolean, attribute: 'with-lock' }) withLock = false;
  /** Path of the screen that the "?" asks about; '' where there is none. */
  @property() help = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<header class="top-bar">
      <a class="home-link" href="/" aria-label=${words.home}>
        ${mark()}<span class="product">${words.product}</span>${this.switches
          ? nothing
          : html`<span class="school">${this.school}</span>`}
      </a>
      ${this.switches ? html`<heed-site-switcher .school=${this.school}></heed-site-switcher>` : nothing}
      <span role="status" class="offline-status"
        >${this._tellsNetwork ? this._renderNetwork() : nothing}</span
      >
      ${this._renderAccess()}
      ${this.help
        ? html`<a class="bar-button ask" href="/help?of=${this.help}" aria-label=${words.help}
            >${icon('circle-question-mark')}</a
          >`
        : nothing}
      ${this.person === '' ? this._renderDevice() : this._renderPerson()}
      ${this.withCover ? this._renderButton('eye-off', words.cover, 'cover-requested') : nothing}
      ${this.withLock ? this._renderButton('lock', words.lock, 'lock-requested') : nothing}
    </header>`;
  }

  private get _tellsNetwork(): boolean {
    return this.offline || this.waiting > 0;
  }

  private _renderNetwork(): TemplateResult {
    return html`<span class="offline-pill">
      <span class="visually-hidden">${words.offlineSaid(this.waiting, this.offline)}</span>
      ${this.offline ? icon('cloud-off') : icon('clock')}
      ${this.offline ? html`<span class="word" aria-hidden="true">${words.offline}</span>` : nothing}
      ${this.waiting > 0
        ? html`<span class="amount" aria-hidden="true"
            >${words.waiting(this.waiting)}${this.waitingEarlier
              ? html`<span class="earlier"> ${words.fromEarlier}</span>`
              : nothing}</span
          >`
        : nothing}
    </span>`;
  }

  private _renderAccess(): TemplateResult | typeof nothing {
    if (this.access === 'can-elevate') {
      return html`<button
        type="button"
        class="bar-button elevate"
        @click=${() => fire(this, 'elevate-requested')}
      >
        ${icon('key-round')}<span>${words.elevate}</span>
      </button>`;
    }
    if (this.access === 'none') return nothing;
    return html`<button
      type="button"
      class="bar-button full"
      @click=${() => fire(this, 'end-access-requested')}
    >
      ${icon('key-round')}<span>${words.fullAccess(this.minutesLeft)}</span
      ><span class="visually-hidden">. ${words.endAccess}</span>
    </button>`;
  }

  private _renderPerson(): TemplateResult {
    return html`<heed-person-menu .name=${this.person} .school=${this.school}></heed-person-menu>`;
  }

  private _renderDevice(): TemplateResult | typeof nothing {
    return this.deviceName === '' ? nothing : html`<span class="hint spare-word">${this.deviceName}</span>`;
  }

  private _renderButton(
    sign: 'eye-off' | 'lock',
    label: string,
    event: 'cover-requested' | 'lock-requested',
  ): TemplateResult {
    return html`<button
      type="button"
      class="bar-button ${event}"
      aria-label=${label}
      @click=${() => fire(this, event)}
    >
      ${icon(sign)}<span class="word">${label}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-top-bar': HeedTopBar;
  }
  interface HTMLElementEventMap {
    'elevate-requested': CustomEvent<undefined>;
    'end-access-requested': CustomEvent<undefined>;
    'cover-requested': CustomEvent<undefined>;
    'lock-requested': CustomEvent<undefined>;
  }
}
