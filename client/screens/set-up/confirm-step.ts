import { html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../../../protocol/set-up';
import { locale } from '../../../protocol/words/language';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { setUp as words } from '../../strings/set-up';
import { fileButton } from './file-button';

/** The spreadsheet can be written as it is. */
export function confirmVerdict(preview: Preview, fileName: string): TemplateResult {
  return html`<section class="verdict">
    ${icon('circle-check')}
    <div class="words">
      <h2 tabindex="-1">${words.clean(preview.rows)}</h2>
      <p class="hint">${words.willBeWritten(fileName)}</p>
    </div>
  </section>`;
}

/** What will be written, before it is. On an empty server every row is new. */
export function countsTable(preview: Preview): TemplateResult {
  return html`<div class="card table-card">
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${words.sheet}</th>
          <th scope="col" class="number">${words.fresh}</th>
          <th scope="col">${words.inIt}</th>
        </tr>
      </thead>
      <tbody>
        ${countRow(words.school, 1, preview.school ? words.schoolAt(preview.school) : '')}
        ${Object.entries(words.sheets).map(([key, sheet]) => countRow(sheet, preview.counts[key] ?? 0, ''))}
      </tbody>
    </table>
  </div>`;
}

function countRow(sheet: string, count: number, inIt: string): TemplateResult {
  return html`<tr>
    <th scope="row">${sheet}</th>
    <td class="number">${count.toLocaleString(locale)}</td>
    <td class="hint">${inIt}</td>
  </tr>`;
}

/** Warnings, what was left alone, and who hears about it; beside the table where there is room. */
export function confirmAside(preview: Preview, mailWorks: boolean): TemplateResult {
  return html`${preview.warnings.length === 0 ? nothing : warnings(preview)}
    <section class="card">
      <h2>${words.whoHears}</h2>
      ${mailWorks
        ? html`<p>${words.oneMail(preview.school?.mainContact ?? '')}</p>`
        : html`<heed-notice tone="danger" .heading=${words.noMail}>${words.noMailYet}</heed-notice>`}
    </section>
    ${preview.notes.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${words.leftAlone}</h2>
          <ul class="warnings">
            ${preview.notes.map((note) => html`<li>${icon('info')}<span class="hint">${note}</span></li>`)}
          </ul>
        </section>`}`;
}

function warnings({ warnings }: Preview): TemplateResult {
  return html`<section class="card">
    <h2>${words.warnings} <span class="count warn">${warnings.length}</span></h2>
    <ul class="warnings">
      ${warnings.map(
        ({ sheet, cell, wrong, mend }) =>
          html`<li>
            ${icon('triangle-alert')}<span
              ><strong>${wrong}</strong><br /><span class="hint"
                >${mend} (${words.place(sheet, cell)})</span
              ></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

/** The bar that writes. */
export function confirmBar(
  preview: Preview,
  busy: boolean,
  does: { write: () => void; chosen: (file: File) => void },
): TemplateResult {
  return html`<div class="send-bar spans-aside">
    <div class="send-bar-inner confirm-bar">
      <p>
        <strong>${preview.warnings.length > 0 ? words.warningsDoNotStop : words.readyToWrite}</strong
        ><br /><span class="hint">${words.againOnlyDiffers}</span>
      </p>
      ${fileButton({ id: 'sheet', words: words.uploadAnother, busy, chosen: does.chosen, look: 'quiet' })}
      <button type="button" class="button primary main" ?disabled=${busy} @click=${does.write}>
        ${icon('check')}${busy ? words.writing : words.setUpSchool(preview.school?.name ?? '')}
      </button>
    </div>
  </div>`;
}
