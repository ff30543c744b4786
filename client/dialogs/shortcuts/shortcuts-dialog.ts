import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/heed-dialog';
import { shortcuts as words } from '../../strings/inbox';

/** Which key does what, and the switch for single letters (WCAG 2.1.4). */
@customElement('heed-shortcuts-dialog')
export class HeedShortcutsDialog extends LitElement {
  @property({ type: Boolean }) on = true;
  @property({ attribute: false }) keys = words.keys;
  @property({ attribute: false }) turn: (on: boolean) => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<heed-dialog open .heading=${words.title}>
      <div class="stack roomy">
        <dl class="shortcut-keys">
          ${this.keys.map(
            ({ keys, does }) =>
              html`<dt>
                  ${keys.map(
                    (key, place) => html`${place === 0 ? nothing : ` ${words.or} `}<kbd>${key}</kbd>`,
                  )}
                </dt>
                <dd>${does}</dd>`,
          )}
        </dl>
        <label class="shortcut-switch"
          ><input type="checkbox" autocomplete="off" .checked=${this.on} @change=${this._turn} /><span
            ><strong>${words.on}</strong><span class="hint">${words.onHint}</span></span
          ></label
        >
      </div>
    </heed-dialog>`;
  }

  private readonly _turn = (event: Event): void => {
    this.on = (event.target as HTMLInputElement).checked;
    this.turn(this.on);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-shortcuts-dialog': HeedShortcutsDialog;
  }
}
