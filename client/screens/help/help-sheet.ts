import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Sheet } from '../../../protocol/help-sheets';
import { icon } from '../../components/heed-icon';
import { addressOf } from '../../data/call';
import { help as words } from '../../strings/help';
import { showBlocks } from './blocks';

/** So many parts make a list of them worth its room. */
const MANY_PARTS = 4;

/** One help sheet on a page of its own; it prints as it stands. */
@customElement('heed-help-sheet')
export class HeedHelpSheet extends LitElement {
  @property({ attribute: false }) sheet: Sheet | null = null;
  @state() private _said = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sheet')) this._said = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { sheet } = this;
    if (!sheet) return nothing;
    return html`<main id="main" class="page help">
      <p class="no-print"><a class="link-line" href="/help">${icon('arrow-left')}${words.back}</a></p>
      <article class="card help-sheet">
        <h1>${sheet.title}</h1>
        <p class="help-summary">${sheet.summary}</p>
        <p class="meta">${words.for[sheet.for]}</p>
        <div class="row no-print">
          <button type="button" class="button small" @click=${() => void this._copy(sheet)}>
            ${icon('copy')}${words.copy}
          </button>
          <a
            class="button small"
            href=${addressOf('printHelp').replace(':sheet', sheet.id)}
            download=${`heed-${sheet.id}.pdf`}
            @click=${this._save}
            >${icon('download')}${words.save}</a
          >
          <button type="button" class="button small" @click=${() => print()}>
            ${icon('printer')}${words.print}
          </button>
          <span class="hint" role="status">${this._said}</span>
        </div>
        ${this._renderParts(sheet)} ${showBlocks(sheet.blocks)}
      </article>
    </main>`;
  }

  private _renderParts({ id: sheet, blocks, kind }: Sheet): TemplateResult | typeof nothing {
    const level = kind === 'questions' ? 3 : 2;
    const parts = blocks.filter((block) => block.kind === 'heading').filter((one) => one.level <= level);
    if (parts.length < MANY_PARTS) return nothing;
    return html`<details class="help-parts no-print">
      <summary>${words.onThisPage}</summary>
      <ul>
        ${parts.map(({ id, text }) => html`<li><a href=${`/help/${sheet}#${id}`}>${text}</a></li>`)}
      </ul>
    </details>`;
  }

  /** The browser loads it; without a connection it would say so in words of its own. */
  private readonly _save = (event: Event): void => {
    if (!navigator.onLine) event.preventDefault();
    this._said = navigator.onLine ? '' : words.notSaved;
  };

  private async _copy({ id }: Sheet): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${location.origin}/help/${id}`);
      this._said = words.copied;
    } catch {
      this._said = words.notCopied;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-sheet': HeedHelpSheet;
  }
}
