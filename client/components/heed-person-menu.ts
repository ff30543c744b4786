import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { topBar as words } from '../strings/components';
import { avatar, initialsOf } from './avatar';
import { Disclosure } from './disclosure';
import { fire } from './fire';
import { icon } from './heed-icon';
import type { IconName } from './icon-names';

export type MenuEntry = 'account' | 'help' | 'switch-person' | 'log-out';

const entries: { entry: MenuEntry; icon: IconName; words: string }[] = [
  { entry: 'account', icon: 'settings', words: words.account },
  { entry: 'help', icon: 'circle-question-mark', words: words.help },
  { entry: 'switch-person', icon: 'users-round', words: words.switchPerson },
  { entry: 'log-out', icon: 'log-out', words: words.logOut },
];

/** The person's name in the top bar, with its menu: a button that discloses four more (APG disclosure). */
@customElement('heed-person-menu')
export class HeedPersonMenu extends LitElement {
  @property() name = '';
  @property() school = '';
  private readonly _panel = new Disclosure(this, '.opener');

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="person-menu">
      <button
        type="button"
        class="bar-button opener"
        aria-expanded=${this._panel.open}
        aria-label=${words.menuOf(this.name)}
        @click=${this._panel.toggle}
      >
        ${avatar(initialsOf(this.name), this.name, 32)}<span class="name">${this.name}</span>
        <span class="chevron-box">${icon(this._panel.open ? 'chevron-up' : 'chevron-down')}</span>
      </button>
      ${this._panel.open ? this._renderPanel() : nothing}
    </div>`;
  }

  private _renderPanel(): TemplateResult {
    return html`<div class="menu-panel">
      <div class="menu-head"><strong>${this.name}</strong><span class="meta">${this.school}</span></div>
      ${entries.map(
        (one) =>
          html`<button type="button" class="menu-entry" @click=${() => this._choose(one.entry)}>
            ${icon(one.icon)}<span>${one.words}</span>
          </button>`,
      )}
    </div>`;
  }

  private _choose(entry: MenuEntry): void {
    this._panel.shut();
    fire(this, 'menu-chosen', { entry });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-person-menu': HeedPersonMenu;
  }
  interface HTMLElementEventMap {
    'menu-chosen': CustomEvent<{ entry: MenuEntry }>;
  }
}
