import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { moreMenu as words } from '../strings/components';
import { Disclosure } from './disclosure';
import { fire } from './fire';
import { icon } from './heed-icon';
import type { IconName } from './icon-names';

/** One more thing that can be done. */
export interface MoreEntry {
  readonly id: string;
  readonly icon: IconName;
  readonly words: string;
}

/** What is done seldom, behind one button: "More". */
@customElement('heed-more-menu')
export class HeedMoreMenu extends LitElement {
  @property({ attribute: false }) entries: readonly MoreEntry[] = [];
  private readonly _panel = new Disclosure(this, '.opener');

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { open, toggle } = this._panel;
    return html`<button type="button" class="button small opener" aria-expanded=${open} @click=${toggle}>
        ${words.more}${icon(open ? 'chevron-up' : 'chevron-down')}
      </button>
      ${open ? this._renderPanel() : nothing}`;
  }

  private _renderPanel(): TemplateResult {
    return html`<div class="menu-panel more">
      ${this.entries.map(
        (one) =>
          html`<button type="button" class="menu-entry" @click=${() => this._choose(one.id)}>
            ${icon(one.icon)}<span>${one.words}</span>
          </button>`,
      )}
    </div>`;
  }

  private _choose(id: string): void {
    this._panel.shut();
    fire(this, 'more-chosen', { id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-more-menu': HeedMoreMenu;
  }
  interface HTMLElementEventMap {
    'more-chosen': CustomEvent<{ id: string }>;
  }
}
