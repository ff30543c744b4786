import { html, nothing, type TemplateResult } from 'lit';
import type { Preview, SheetFault } from '../../../protocol/set-up';
import { icon } from '../../components/heed-icon';
import { setUp as words } from '../../strings/set-up';
import { bySheet, quotedParts, verdictOf } from './faults';
import { fileButton } from './file-button';

/** A page of 20,000 rows helps nobody; all of them are in the download. */
const MOST_SHOWN = 1_000;

/** How many rows are wrong, and the way to upload again. */
export function faultsVerdict(
  preview: Preview,
  fileName: string,
  again: { busy: boolean; chosen: (file: File) => void },
): TemplateResult {
  return html`<section class="verdict faulty">
    ${icon('triangle-alert')}
    <div class="words">
      <h2 tabindex="-1">${verdictOf(preview)}</h2>
      <p class="hint">${words.nothingWritten(fileName)}</p>
    </div>
    ${fileButton({ id: 'sheet', words: words.uploadAgain, ...again })}
  </section>`;
}

/** All faults at once, by sheet and cell. */
export function faultsTable({ faults }: Pick<Preview, 'faults'>): TemplateResult {
  const shown = faults.slice(0, MOST_SHOWN);
  const more = faults.length - shown.length;
  return html`<div class="card table-card">
      <table class="table stacks">
        <thead>
          <tr>
            <th scope="col">${words.cell}</th>
            <th scope="col">${words.wrong}</th>
            <th scope="col">${words.mend}</th>
          </tr>
        </thead>
        ${bySheet(shown).map(([sheet, faults]) => sheetRows(sheet, faults))}
      </table>
    </div>
    ${more > 0 ? html`<p class="hint">${words.moreFaults(more)}</p>` : nothing}`;
}

function sheetRows(sheet: string, faults: readonly SheetFault[]): TemplateResult {
  return html`<tbody>
    <tr class="sheet">
      <th colspan="3" scope="rowgroup">${sheet} <span>${words.faults(faults.length)}</span></th>
    </tr>
    ${faults.map(
      ({ cell, wrong, mend }) =>
        html`<tr>
          <th scope="row">${cell}</th>
          <td>${withBold(wrong)}</td>
          <td>${withBold(mend)}</td>
        </tr>`,
    )}
  </tbody>`;
}

function withBold(sentence: string): unknown {
  return quotedParts(sentence).map(({ text, quoted }) => (quoted ? html`<b>${text}</b>` : text));
}
