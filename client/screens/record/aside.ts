import { html, nothing, type TemplateResult } from 'lit';
import { avatar, initialsOf } from '../../components/avatar';
import { icon } from '../../components/heed-icon';
import { record as words } from '../../strings/record';

/** Beside the form on a wide screen: who will get this, and what makes a good record. */
export function aside(names: readonly string[]): TemplateResult {
  return html`<aside class="aside stack">
    ${names.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${words.whoGets}</h2>
          ${names.map(
            (name) =>
              html`<p class="person-line">${avatar(initialsOf(name), name, 32)}<span>${name}</span></p>`,
          )}
        </section>`}
    <section class="card">
      <h2>${words.good}</h2>
      <ul class="good-record">
        ${words.goodPoints.map((point) => html`<li>${icon('check')}<span>${point}</span></li>`)}
      </ul>
    </section>
    <p class="card hint">${words.promise}</p>
  </aside>`;
}
