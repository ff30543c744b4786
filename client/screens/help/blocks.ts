import { html, type TemplateResult } from 'lit';
import type { Block, Span } from '../../../protocol/help-sheets';
import { icon } from '../../components/heed-icon';
import './heed-help-picture';

/** Shows what a sheet says. */
export function showBlocks(blocks: readonly Block[]): TemplateResult[] {
  return blocks.map(showBlock);
}

function showBlock(block: Block): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? html`<h2 id=${block.id}>${block.text}</h2>`
        : html`<h3 id=${block.id}>${block.text}</h3>`;
    case 'text':
      return html`<p>${showSpans(block.spans)}</p>`;
    case 'list':
      return showList(block);
    case 'table':
      return showTable(block);
    case 'note':
      return html`<div class="help-note">
        ${icon('triangle-alert')}
        <div>${showBlocks(block.blocks)}</div>
      </div>`;
    case 'picture':
      return html`<heed-help-picture .picture=${block}></heed-help-picture>`;
  }
}

function showList({ numbered, items }: Extract<Block, { kind: 'list' }>): TemplateResult {
  const all = items.map((item) => html`<li>${showItem(item)}</li>`);
  return numbered
    ? html`<ol class="help-list">
        ${all}
      </ol>`
    : html`<ul class="help-list">
        ${all}
      </ul>`;
}

/** A line of a list is no paragraph of its own. */
function showItem(item: readonly Block[]): unknown {
  return item.map((block) => (block.kind === 'text' ? showSpans(block.spans) : showBlock(block)));
}

function showTable({ head, rows }: Extract<Block, { kind: 'table' }>): TemplateResult {
  return html`<table class="help-table">
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${showSpans(cell)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, at) =>
              at === 0 ? html`<th scope="row">${showSpans(cell)}</th>` : html`<td>${showSpans(cell)}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function showSpans(spans: readonly Span[]): unknown[] {
  return spans.map((span) => {
    if (typeof span === 'string') return span;
    if ('label' in span) return html`<strong>${span.label}</strong>`;
    return 'term' in span ? html`<em>${span.term}</em>` : html`<a href=${span.href}>${span.link}</a>`;
  });
}
