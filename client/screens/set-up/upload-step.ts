import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { deviceKind } from '../../contexts/device-kind';
import { setUp as words } from '../../strings/set-up';
import { fileButton } from './file-button';

/** The school's own spreadsheet. */
export function uploadStep(busy: boolean, chosen: (file: File) => void): TemplateResult {
  return html`<section class="drop" aria-label=${words.spreadsheet}>
      <span class="round-icon brand">${icon('file-spreadsheet')}</span>
      ${fileButton({ id: 'sheet', words: words.choose, busy, chosen, look: 'primary main' })}
      <p class="hint">${deviceKind() === 'computer' ? words.drop : words.fileKind}</p>
      <p class="row drop-links">
        <a class="link-line" href="/set-up/heed-set-up-template.xlsx" download
          >${icon('download')}${words.empty}</a
        >
        <a class="link-line" href="/set-up/heed-set-up-sample.xlsx" download
          >${icon('download')}${words.sample}</a
        >
      </p>
    </section>
    <section class="card">
      <h2>${words.howItGoes}</h2>
      <ol class="how-to">
        ${words.howSteps.map(
          (step, at) => html`<li><span class="step-number">${at + 1}</span><span>${step}</span></li>`,
        )}
      </ol>
    </section>`;
}

/** In place of the other choice, where a trust has reserved the site. */
export function siteCard(site: string): TemplateResult {
  return html`<section class="card">
    <h2>${words.forSite(site)}</h2>
    <p class="hint">${words.forSiteHint(site)}</p>
  </section>`;
}

/** The other choice. */
export function demoChoice(busy: boolean, demo: () => void): TemplateResult {
  return html`<section class="card">
    <h2>${words.demo}</h2>
    <p class="hint">${words.demoHint}</p>
    <p class="after">
      <button type="button" class="button wide" ?disabled=${busy} @click=${demo}>${words.demoStart}</button>
    </p>
  </section>`;
}
