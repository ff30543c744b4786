import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from './heed-icon';
import type { IconName } from './icon-names';

/** One place to go. Tabs are links: each has an address of its own. */
export interface Tab {
  href: string;
  label: string;
  icon?: IconName;
  /** A number that waits there; 0 or none shows nothing. */
  count?: number;
}

const classes = { side: 'side-nav', bottom: 'bottom-tabs', strip: 'tab-strip' };

/** Navigation between sister pages: at the side (desktop), at the bottom (phone, tablet), or a strip above. */
@customElement('heed-tabs')
export class HeedTabs extends LitElement {
  /** Says what the links are for: "Account Settings". The side form shows it as a heading when `titled`. */
  @property() label = '';
  @property({ type: Boolean }) titled = false;
  @property() kind: 'side' | 'bottom' | 'strip' = 'side';
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  /** The href of the page that is shown. */
  @property() current = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const links = this.tabs.map((tab) => this._renderTab(tab));
    if (this.kind !== 'side') {
      return html`<nav class=${classes[this.kind]} aria-label=${this.label}>${links}</nav>`;
    }
    return html`<nav class=${classes.side} aria-label=${this.label}>
      ${this.titled ? html`<p class="nav-title" aria-hidden="true">${this.label}</p>` : nothing}
      <ul>
        ${links.map((link) => html`<li>${link}</li>`)}
      </ul>
    </nav>`;
  }

  private _renderTab(tab: Tab): TemplateResult {
    const sign = tab.icon === undefined ? nothing : icon(tab.icon);
    const count = tab.count ? html`<span class="count">${tab.count}</span>` : nothing;
    const current = tab.href === this.current ? 'page' : nothing;
    if (this.kind === 'bottom') {
      return html`<a href=${tab.href} aria-current=${current}
        ><span class="tab-icon">${sign}${count}</span><span>${tab.label}</span></a
      >`;
    }
    return html`<a href=${tab.href} aria-current=${current}>${sign}<span>${tab.label}</span>${count}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-tabs': HeedTabs;
  }
}
