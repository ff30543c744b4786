import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listOwnSites, Site } from '../../../protocol/sites';
import { Disclosure } from '../../components/disclosure';
import { icon } from '../../components/heed-icon';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { saveOpenDrafts } from '../../sealing/open-drafts';
import { shell } from '../../strings/shell';
import { sites as words } from '../../strings/sites';

type Sites = ReplyOf<typeof listOwnSites>;

/**
 * The name of the school in the bar, for somebody of several: a button that discloses the others, each with how many
 * alerts wait there (APG disclosure). It asks each time it opens.
 */
@customElement('heed-site-switcher')
export class HeedSiteSwitcher extends LitElement {
  @property() school = '';
  @state() private _sites: Sites | null = null;
  @state() private _fault = '';
  /** The school that the browser is on its way to. */
  @state() private _going = '';
  private readonly _panel = new Disclosure(this, '.school-button');

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="bar-button school-button"
        aria-expanded=${this._panel.open}
        aria-label=${words.menuOf(this.school)}
        @click=${this._toggle}
      >
        ${icon('school')}<span class="name">${this.school}</span>
        <span class="chevron-box">${icon(this._panel.open ? 'chevron-up' : 'chevron-down')}</span>
      </button>
      ${this._panel.open ? html`<div class="menu-panel schools">${this._renderPanel()}</div>` : nothing}`;
  }

  private _renderPanel(): TemplateResult {
    const head = html`<div class="menu-head">
      <strong>${this.school}</strong><span class="meta">${words.here}</span>
    </div>`;
    if (this._fault !== '')
      return html`${head}
        <p class="menu-text" role="alert">${this._fault}</p>
        <button type="button" class="menu-entry" @click=${() => void this._load()}>
          ${icon('refresh-cw')}<span>${shell.tryAgain}</span>
        </button>`;
    if (this._sites === null)
      return html`${head}
        <p class="menu-text" role="status">${words.loading}</p>`;
    if (this._sites.others.length === 0)
      return html`${head}
        <p class="menu-text">${words.only}</p>`;
    return html`${head}${this._sites.others.map((site) => this._renderSite(site))}`;
  }

  private _renderSite(site: Site): TemplateResult {
    const going = this._going === site.schoolId;
    return html`<button
      type="button"
      class="menu-entry"
      ?disabled=${this._going !== ''}
      @click=${() => void this._goTo(site)}
    >
      ${icon('school')}<span class="grows"
        >${site.name}<span class="meta">${going ? words.going : words.toRead(site.toRead)}</span></span
      >${site.toRead > 0 ? html`<span class="count" aria-hidden="true">${site.toRead}</span>` : nothing}
    </button>`;
  }

  private readonly _toggle = (): void => {
    this._panel.toggle();
    if (this._panel.open) void this._load();
  };

  private async _load(): Promise<void> {
    this._fault = '';
    await this._try(async () => {
      this._sites = await call('listOwnSites');
    });
  }

  /** What is half written stays here, sealed, as on every way out. */
  private async _goTo(site: Site): Promise<void> {
    this._going = site.schoolId;
    await this._try(async () => {
      await saveOpenDrafts();
      const { url } = await call('beginSwitch', { params: { id: site.schoolId }, body: {} });
      location.assign(url);
    });
    if (this._fault !== '') this._going = '';
  }

  private async _try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const { code, title } = asCallFault(thrown);
      this._fault = code === 'unreachable' ? words.offline : title;
    }
  }

  private _close(): void {
    this._panel.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-site-switcher': HeedSiteSwitcher;
  }
}
