import { html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../../../protocol/set-up';
import { icon } from '../../components/heed-icon';
import { setUp as words } from '../../strings/set-up';

/** What will be written, before it is. */
export function confirmStep(preview: Preview, fileName: string): TemplateResult {
  return html`<section class="verdict" role="status">
      ${icon('circle-check')}
      <div class="words">
        <h2>${words.clean(preview.rows)}</h2>
        <p class="hint">${words.willBeWritten(fileName)}</p>
      </div>
    </section>
    <div class="card table-card">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${words.sheet}</th>
            <th scope="col" class="number">${words.rows}</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(preview.counts).map(
            ([sheet, count]) =>
              html`<tr>
                <th scope="row">${words.sheets[sheet] ?? sheet}</th>
                <td class="number">${count}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${preview.notes.length === 0
      ? nothing
      : html`<section class="card">
          <ul class="stack">
            ${preview.notes.map(
              (note) => html`<li class="line-with-icon">${icon('info')}<span>${note}</span></li>`,
            )}
          </ul>
        </section>`}`;
}

/** Warnings, and who hears about it; beside the table where there is room. */
export function confirmAside(preview: Preview, mailWorks: boolean): TemplateResult {
  return html`<aside class="aside always stack">
    ${preview.warnings.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${words.warnings} <span class="count warn">${preview.warnings.length}</span></h2>
          <ul class="warnings">
            ${preview.warnings.map(
              ({ wrong, mend }) =>
                html`<li>
                  ${icon('triangle-alert')}<span
                    ><strong>${wrong}</strong><br /><span class="hint">${mend}</span></span
                  >
                </li>`,
            )}
          </ul>
        </section>`}
    <section class="card">
      <h2>${words.whoHears}</h2>
      ${mailWorks
        ? html`<p>${words.oneMail(preview.school?.mainContact ?? '')}</p>`
        : html`<p class="error">${icon('circle-alert')}<span>${words.noMail}</span></p>
            <p class="hint">${words.noMailWhy}</p>`}
    </section>
  </aside>`;
}

/** The bar that writes. */
export function confirmBar(
  preview: Preview,
  busy: boolean,
  does: { write: () => void; again: () => void },
): TemplateResult {
  return html`<div class="send-bar spans-aside">
    <div class="send-bar-inner confirm-bar">
      <p>
        <strong>${preview.warnings.length > 0 ? words.warningsDoNotStop : words.clean(preview.rows)}</strong
        ><br /><span class="hint">${words.againOnlyDiffers}</span>
      </p>
      <button type="button" class="button quiet" ?disabled=${busy} @click=${does.again}>
        ${words.uploadAnother}
      </button>
      <button type="button" class="button primary main" ?disabled=${busy} @click=${does.write}>
        ${icon('check')}${busy ? words.writing : words.write(preview.rows)}
      </button>
    </div>
  </div>`;
}
