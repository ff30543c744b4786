import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { topBar as words } from '../strings/components';
import { avatar, initialsOf } from './avatar';
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
  @state() private _open = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this._onKey);
    this.addEventListener('focusout', this._onFocusOut);
    document.addEventListener('pointerdown', this._onPointer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this._onKey);
    this.removeEventListener('focusout', this._onFocusOut);
    document.removeEventListener('pointerdown', this._onPointer);
  }

  protected override render(): TemplateResult {
    return html`<div class="person-menu">
      <button
        type="button"
        class="bar-button opener"
        aria-expanded=${this._open}
        aria-label=${words.menuOf(this.name)}
        @click=${this._toggle}
      >
        ${avatar(initialsOf(this.name), this.name, 32)}<span class="name">${this.name}</span>
        <span class="chevron-box">${icon(this._open ? 'chevron-up' : 'chevron-down')}</span>
      </button>
      ${this._open ? this._renderPanel() : nothing}
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

  private readonly _toggle = (): void => {
    this._open = !this._open;
  };

  private _choose(entry: MenuEntry): void {
    this._open = false;
    this.querySelector<HTMLElement>('.opener')?.focus();
    fire(this, 'menu-chosen', { entry });
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this._open) return;
    // Only this menu closes; the shell reads a second Escape as Cover.
    event.stopPropagation();
    this._open = false;
    this.querySelector<HTMLElement>('.opener')?.focus();
  };

  private readonly _onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) this._open = false;
  };

  private readonly _onPointer = (event: PointerEvent): void => {
    if (event.target instanceof Node && !this.contains(event.target)) this._open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-person-menu': HeedPersonMenu;
  }
  interface HTMLElementEventMap {
    'menu-chosen': CustomEvent<{ entry: MenuEntry }>;
  }
}
