import { html, type TemplateResult } from 'lit';
import type { Preview, SheetFault } from '../../../protocol/set-up';
import { icon } from '../../components/heed-icon';
import { setUp as words } from '../../strings/set-up';

/** All faults at once, by sheet and cell, and the way to upload again. */
export function faultsStep(preview: Preview, fileName: string, again: () => void): TemplateResult {
  return html`<section class="verdict faulty" role="alert">
      ${icon('triangle-alert')}
      <div class="words">
        <h2>${words.rowsToMend(faultyRows(preview.faults), preview.rows)}</h2>
        <p class="hint">${words.nothingWritten(fileName)}</p>
      </div>
      <button type="button" class="button primary" @click=${again}>
        ${icon('upload')}${words.uploadAgain}
      </button>
    </section>
    <div class="card table-card">
      <table class="table stacks">
        <thead>
          <tr>
            <th scope="col">${words.cell}</th>
            <th scope="col">${words.wrong}</th>
            <th scope="col">${words.mend}</th>
          </tr>
        </thead>
        ${bySheet(preview.faults).map(([sheet, faults]) => sheetRows(sheet, faults))}
      </table>
    </div>`;
}

/** The faults as a file for a spreadsheet program. A cell that looks like a formula is made text. */
export function faultsAsCsv(faults: readonly SheetFault[]): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = faults.map(({ sheet, cell: place, wrong, mend }) => [sheet, place, wrong, mend]);
  return [[words.sheet, words.cell, words.wrong, words.mend], ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
}

function sheetRows(sheet: string, faults: readonly SheetFault[]): TemplateResult {
  return html`<tbody>
    <tr class="sheet">
      <th colspan="3" scope="rowgroup">${sheet} <span>${words.faults(faults.length)}</span></th>
    </tr>
    ${faults.map(
      (fault) =>
        html`<tr>
          <th scope="row">${fault.cell}</th>
          <td>${emphasised(fault.wrong)}</td>
          <td>${emphasised(fault.mend)}</td>
        </tr>`,
    )}
  </tbody>`;
}

/** What the school wrote stands in quotation marks; drawn bold, so that the eye finds it. */
function emphasised(sentence: string): (string | TemplateResult)[] {
  return sentence.split(/(“[^”]*”)/).map((part) => (part.startsWith('“') ? html`<b>${part}</b>` : part));
}

function bySheet(faults: readonly SheetFault[]): [string, SheetFault[]][] {
  const sheets = new Map<string, SheetFault[]>();
  for (const fault of faults) sheets.set(fault.sheet, [...(sheets.get(fault.sheet) ?? []), fault]);
  return [...sheets];
}

function faultyRows(faults: readonly SheetFault[]): number {
  return new Set(faults.map(({ sheet, cell }) => `${sheet} ${cell.replace(/^[A-Z]+/, '')}`)).size;
}
