import { html, nothing, type TemplateResult } from 'lit';
import type { AlertRow } from '../../../protocol/inbox';
import { avatar } from '../../components/avatar';
import { categorySquare } from '../../components/category-square';
import { icon } from '../../components/heed-icon';
import { inbox as words } from '../../strings/inbox';
import { levelTag } from './level-tag';
import { rowWords, type RowWords } from './row-words';

/**
 * One alert in the list, a link to it.
 * @param now school's clock, ms
 * @param current the concern that is open beside the list
 */
export function alertRow(row: AlertRow, { now, current }: { now: number; current: boolean }): TemplateResult {
  const said = rowWords(row, now);
  return html`<a
    class="alert-row ${said.unopened ? 'unopened' : ''} ${row.concern === null ? 'lean' : ''}"
    href="/alerts/${row.alertId}"
    aria-current=${current ? 'true' : nothing}
  >
    ${sign(row, said)}
    <span class="words">
      <span class="name-line"
        ><span class="who">${said.who}</span>${said.className === ''
          ? nothing
          : html`<span class="class">${said.className}</span>`}</span
      >
      ${said.preview === '' && !row.urgent
        ? nothing
        : html`<span class="one-line preview"
            >${row.urgent ? html`<span class="urgent">${words.urgent}</span> ` : nothing}${said.preview}</span
          >`}
    </span>
    <span class="end"
      ><time datetime=${row.at}>${said.time}</time>${said.unopened
        ? html`<span class="unopened-dot" role="img" aria-label=${words.unopened}></span>`
        : nothing}</span
    >
    ${lastLine(said)}
    ${said.marker === '' ? nothing : html`<span class="late marker">${icon('history')}${said.marker}</span>`}
    ${said.since === '' ? nothing : html`<span class="late">${icon('bell')}${said.since}</span>`}
    ${said.late === '' ? nothing : html`<span class="late">${icon('clock')}${said.late}</span>`}
  </a>`;
}

function sign(row: AlertRow, said: RowWords): TemplateResult {
  if (said.initials !== '') return avatar(said.initials, said.who);
  return html`<span class="avatar" aria-hidden="true"
    >${icon(row.concern === null ? 'bell' : 'circle-user-round')}</span
  >`;
}

function lastLine({ category, note, level }: RowWords): TemplateResult | typeof nothing {
  if (category === null && note === '' && level === undefined) return nothing;
  return html`<span class="kind"
    >${levelTag(level)}${category === null
      ? nothing
      : html`<span class="category"
          >${categorySquare(category.colour)}<span>${category.name}</span></span
        >`}${note === '' ? nothing : html`<span class="quiet">${note}</span>`}</span
  >`;
}
