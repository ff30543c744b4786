import { html, nothing, type TemplateResult } from 'lit';
import type { ChronologyEntry } from '../../../protocol/chronology';
import { dates } from '../../../protocol/words/language';
import { linkWords } from '../../../protocol/words/links';
import { categorySquare } from '../../components/category-square';
import { icon } from '../../components/heed-icon';
import { decide, levelWords } from '../../strings/concern-actions';
import { chronology as words } from '../../strings/chronology';
import { clockTime, wholeMoment } from '../../strings/times';
import { headOf, metaOf, signOf } from './entry-words';

const dayOf = dates({ day: 'numeric', month: 'short' });

/** Sets or takes off the mark "significant". */
export type MarkEntry = (entry: ChronologyEntry) => void;

/** One thing that happened to a pupil: its day on the rail, its words on a card that leads to the record. */
export function entryCard(entry: ChronologyEntry, pupilId: string, mark: MarkEntry): TemplateResult {
  const at = Date.parse(entry.at);
  const time = clockTime(at);
  return html`<li class="entry ${entry.kind === 'concern' ? 'of-concern' : ''}">
    <time class="entry-when" datetime=${entry.at}
      ><strong>${dayOf(at)}</strong>${entry.dayOnly
        ? nothing
        : html`<span>${entry.concern?.about ? words.about(time) : time}</span>`}</time
    >
    <span class="entry-sign">${icon(signOf(entry.kind))}</span>
    <article class="card">
      <div class="entry-head">
        <h3>${title(entry, pupilId)}</h3>
        ${labels(entry)}
      </div>
      ${text(entry)} ${why(entry)} ${corrected(entry)} ${links(entry)}
      <p class="meta entry-meta">${metaOf(entry).map((part) => html`<span>${part}</span>`)}</p>
      ${markButton(entry, mark)}
    </article>
  </li>`;
}

/** It leads to its record, with this pupil first; a plan has none, and is reached by its words alone. */
function title(entry: ChronologyEntry, pupilId: string): TemplateResult {
  const said = headOf(entry);
  return entry.concernId === null
    ? html`<span class="entry-link" tabindex="-1">${said}</span>`
    : html`<a class="entry-link" href="/alerts/${entry.concernId}?pupil=${pupilId}">${said}</a>`;
}

function labels({ concern, significant }: ChronologyEntry): TemplateResult {
  const mark = significant
    ? html`<span class="label-pill hot">${icon('tag')}${words.significant}</span>`
    : nothing;
  if (!concern) return html`${mark}`;
  const status = words.status[concern.status];
  return html`${mark}${concern.urgent
    ? html`<span class="label-pill danger">${words.urgent}</span>`
    : nothing}
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

function why({ significant }: ChronologyEntry): TemplateResult | typeof nothing {
  if (!significant) return nothing;
  return html`<p>
    <strong>${words.why(significant.reason, significant.by ?? words.unknownAuthor)}</strong>
  </p>`;
}

/** "about 13 Nov 2026, 10:40" */
function saidMoment({ at, about = false }: { at: string; about?: boolean }): string {
  return about ? words.about(wholeMoment(Date.parse(at))) : wholeMoment(Date.parse(at));
}

/** Each time that it was said to have happened before, and why that was put right. */
function corrected({ concern }: ChronologyEntry): TemplateResult[] {
  return (concern?.corrected ?? []).map(
    ({ was, by, at, reason }) =>
      html`<p class="hint">
        ${words.corrected(saidMoment(was), by ?? words.unknownAuthor, saidMoment({ at }), reason)}
      </p>`,
  );
}

/** Other concerns that it is linked with, as the way to them. */
function links({ concern }: ChronologyEntry): TemplateResult[] {
  return (concern?.links ?? []).map(
    (link) =>
      html`<p>
        <a class="pupil-link" href="/alerts/${link.concernId}"
          >${words.linkedWith(link.reference, linkWords.about(link))}</a
        >
      </p>`,
  );
}

function markButton(entry: ChronologyEntry, mark: MarkEntry): TemplateResult | typeof nothing {
  if (!entry.mayMark) return nothing;
  const { button } = decide[entry.significant ? 'unmark' : 'mark'];
  return html`<button type="button" class="button quiet small no-print" @click=${() => mark(entry)}>
    ${icon('tag')}${button}
  </button>`;
}

function text({ text: said, kind }: ChronologyEntry): TemplateResult | typeof nothing {
  if (said !== null && said !== '') return html`<p class="entry-text">${said}</p>`;
  return kind === 'concern' ? html`<p class="hint">${words.noText}</p>` : nothing;
}
