import { html, nothing, type TemplateResult } from 'lit';
import type { ChronologyEntry } from '../../../protocol/chronology';
import { categorySquare } from '../../components/category-square';
import { icon } from '../../components/heed-icon';
import { levelWords } from '../../strings/concern-actions';
import { chronology as words } from '../../strings/chronology';
import { clockTime } from '../../strings/times';
import { metaOf, signOf, titleOf } from './entry-words';

const dayOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** One thing that happened: its day on the rail, its words on a card that leads to the record. */
export function entryCard(entry: ChronologyEntry): TemplateResult {
  const at = Date.parse(entry.at);
  const time = clockTime(at);
  return html`<li class="entry ${entry.kind === 'concern' ? 'of-concern' : ''}">
    <time class="entry-when" datetime=${entry.at}
      ><strong>${dayOf.format(at)}</strong
      ><span>${entry.concern?.about ? words.about(time) : time}</span></time
    >
    <span class="entry-sign">${icon(signOf(entry.kind))}</span>
    <article class="card">
      <div class="entry-head">
        <h3><a class="entry-link" href="/alerts/${entry.concernId}">${titleOf(entry.kind)}</a></h3>
        ${labels(entry)}
      </div>
      ${text(entry)}
      <p class="meta entry-meta">${metaOf(entry).map((part) => html`<span>${part}</span>`)}</p>
    </article>
  </li>`;
}

function labels({ concern }: ChronologyEntry): TemplateResult | typeof nothing {
  if (!concern) return nothing;
  const status = words.status[concern.status];
  return html`${concern.urgent ? html`<span class="label-pill danger">${words.urgent}</span>` : nothing}
  ${concern.level === undefined
    ? nothing
    : html`<span class="label-pill ${concern.level === 'high' ? 'danger' : ''}"
        >${levelWords[concern.level]}</span
      >`}
  ${concern.categories.map(
    ({ name, colour }) => html`<span class="label-pill">${categorySquare(colour)}${name}</span>`,
  )}
  ${status === '' ? nothing : html`<span class="label-pill warn">${status}</span>`}`;
}

function text({ text: said, kind }: ChronologyEntry): TemplateResult | typeof nothing {
  if (said !== null && said !== '') return html`<p class="entry-text">${said}</p>`;
  return kind === 'concern' ? html`<p class="hint">${words.noText}</p>` : nothing;
}
