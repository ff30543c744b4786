import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChronologyEntry, ChronologyPage } from '../../../protocol/chronology';
import { icon } from '../../components/heed-icon';
import { chronology as words } from '../../strings/chronology';
import { entryCard, type MarkEntry } from './entry-card';

export interface Timeline {
  readonly pupilId: string;
  readonly page: ChronologyPage;
  readonly order: 'newest' | 'oldest';
  readonly filtered: boolean;
  readonly busy: boolean;
  readonly more: () => void;
  readonly mark: MarkEntry;
}

/** What happened, year by year, with silences between. */
export function timeline({ pupilId, page, order, filtered, busy, more, mark }: Timeline): TemplateResult {
  const quietNow =
    page.quietWeeks === null
      ? nothing
      : quiet((filtered ? words.quietNowFiltered : words.quietNow)(page.quietWeeks));
  const left = page.found - page.entries.length;
  return html`${order === 'newest'
    ? html`<ol class="entries">
        ${quietNow}
      </ol>`
    : nothing}
  ${repeat(
    byYear(page.entries),
    ([year]) => year,
    ([year, entries]) =>
      html`<section aria-labelledby="year-${year}">
        <h2 class="year-mark" id="year-${year}">
          <span>${year}</span
          ><span class="meta">${words.ofYear(page.years.find((one) => one.year === year)?.count ?? 0)}</span>
        </h2>
        <ol class="entries">
          ${repeat(
            entries,
            ({ id }) => id,
            (entry) => withSilence(entryCard(entry, pupilId, mark), entry, order, filtered),
          )}
        </ol>
      </section>`,
  )}
  ${order === 'oldest' && page.cursor === null
    ? html`<ol class="entries">
        ${quietNow}
      </ol>`
    : nothing}
  ${page.cursor === null
    ? nothing
    : html`<p class="entries-more no-print">
        <button type="button" class="button" aria-disabled=${busy} @click=${more}>${words.more}</button>
        <span class="hint">${words.left(left)}</span>
      </p>`}`;
}

/** The silence before an entry stands where the eye meets it: below it when the newest come first. */
function withSilence(
  card: TemplateResult,
  entry: ChronologyEntry,
  order: 'newest' | 'oldest',
  filtered: boolean,
): TemplateResult {
  if (entry.quietWeeks === null) return card;
  const silence = quiet((filtered ? words.quietFiltered : words.quiet)(entry.quietWeeks));
  return order === 'newest' ? html`${card}${silence}` : html`${silence}${card}`;
}

function quiet(text: string): TemplateResult {
  return html`<li class="silence">${icon('hourglass')}<span>${text}</span></li>`;
}

function byYear(entries: readonly ChronologyEntry[]): [number, ChronologyEntry[]][] {
  const years = new Map<number, ChronologyEntry[]>();
  for (const entry of entries) years.set(entry.year, [...(years.get(entry.year) ?? []), entry]);
  return [...years];
}
