import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import { help as words } from '../../strings/help';

/** A file of the school's that a page can be had as. */
export interface PaperLink {
  readonly href: string;
  readonly name: string;
}

/** Below the title of a page of help: its address to take along, and the page on paper. */
@customElement('heed-address-row')
export class HeedAddressRow extends LitElement {
  /** below the origin */
  @property() path = '';
  @property({ attribute: false }) paper: PaperLink | null = null;
  @state() private _said = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('path')) this._said = '';
  }

  protected override render(): TemplateResult {
    return html`<div class="row no-print">
      <button type="button" class="button small" @click=${() => void this._copy()}>
        ${icon('copy')}${words.copy}
      </button>
      ${this.paper
        ? html`<a
            class="button small"
            href=${this.paper.href}
            download=${this.paper.name}
            @click=${this._save}
            >${icon('download')}${words.save}</a
          >`
        : nothing}
      <button type="button" class="button small" @click=${() => print()}>
        ${icon('printer')}${words.print}
      </button>
      <span class="hint" role="status">${this._said}</span>
    </div>`;
  }

  /** The browser loads it; without a connection it would say so in words of its own. */
  private readonly _save = (event: Event): void => {
    if (!navigator.onLine) event.preventDefault();
    this._said = navigator.onLine ? '' : words.notSaved;
  };

  private async _copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.origin + this.path);
      this._said = words.copied;
    } catch {
      this._said = words.notCopied;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-address-row': HeedAddressRow;
  }
}
