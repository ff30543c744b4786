import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Sheet } from '../../../protocol/help-sheets';
import { icon } from '../../components/heed-icon';
import { addressOf } from '../../data/call';
import { help as words } from '../../strings/help';
import { showBlocks } from './blocks';
import './heed-address-row';

/** So many parts make a list of them worth its room. */
const MANY_PARTS = 4;

/** One help sheet on a page of its own; it prints as it stands. */
@customElement('heed-help-sheet')
export class HeedHelpSheet extends LitElement {
  @property({ attribute: false }) sheet: Sheet | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
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
        <heed-address-row
          path=${`/help/${sheet.id}`}
          .paper=${{
            href: addressOf('printHelp').replace(':sheet', sheet.id),
            name: `heed-${sheet.id}.pdf`,
          }}
        ></heed-address-row>
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
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-sheet': HeedHelpSheet;
  }
}
