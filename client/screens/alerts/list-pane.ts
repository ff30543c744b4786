import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import '../../components/heed-segmented';
import type { AlertRow } from '../../../protocol/inbox';
import type { Connectivity } from '../../contexts/connectivity';
import type { InboxView } from '../../data/inbox';
import { inbox as words } from '../../strings/inbox';
import { clockTime } from '../../strings/times';
import { alertRow } from './alert-row';
import { filterPart, type FilterPart } from './filter-part';
import { groupRows } from './group-rows';
import { isLimited, type InboxChoices } from './inbox-filter';
import type { InboxList } from './inbox-list';
import { loadingRows } from './loading-rows';
import { rowWords } from './row-words';
import type { SavedViews } from './saved-views';
import { severalFoot, severalHead, severalTick, type ShownSeveral } from './several-part';
import { viewKeeper, viewPicker, type ViewsPart } from './views-part';

/** What the pane shows of a list, and asks of it. */
export type ShownList = Pick<
  InboxList,
  'view' | 'fields' | 'rows' | 'counts' | 'checkedAt' | 'fault' | 'hasOlder' | 'choose' | 'showOlder' | 'load'
>;

export interface ListPane {
  list: ShownList;
  connectivity: Connectivity;
  /** the concern that is open, or null */
  openId: string | null;
  /** school's clock, ms */
  now: number;
  /** what a person who is not elevated is offered above the rows, or nothing */
  elevate: TemplateResult | typeof nothing;
  /** what limits the list; null for whoever may not read what it is of */
  filter: { choices: InboxChoices; open: boolean; turn: () => void; views: SavedViews | null } | null;
  /** marks several at once; null for whoever may not read what stands there */
  several: ShownSeveral | null;
}

/** The list: what part of the alerts, then the rows, or what it has instead. */
export function listPane(pane: ListPane): TemplateResult {
  const { list } = pane;
  return html`<div class="list-head">
      <p class="pane-title" aria-hidden="true">${words.title}</p>
      <span class="list-ways"
        >${filterButton(pane)}<a class="button quiet" href="/search"
          >${icon('search')}${words.search}</a
        ></span
      >
    </div>
    <div class="list-tabs">
      <heed-segmented
        field-id="inbox-view"
        label-hidden
        .label=${words.alerts}
        .options=${[
          { value: 'to-read', label: words.toRead(list.counts.toRead) },
          { value: 'mine', label: words.mine(list.counts.mine) },
          { value: 'all', label: words.all },
        ]}
        .value=${list.view}
        @segment-chosen=${(event: CustomEvent<{ value: string }>) =>
          list.choose(event.detail.value as InboxView)}
      ></heed-segmented>
    </div>
    ${picker(pane)} ${limits(pane)} ${keeper(pane)} ${trouble(pane)} ${pane.elevate} ${body(pane)}`;
}

function filterButton({ list, filter }: ListPane): TemplateResult | typeof nothing {
  if (!filter) return nothing;
  const on = isLimited(list.fields);
  return html`<button
    type="button"
    class="button quiet ${on ? 'on' : ''}"
    aria-expanded=${filter.open}
    aria-controls="inbox-filter"
    @click=${filter.turn}
  >
    ${icon('list-filter')}${words.filter}
  </button>`;
}

function viewsOf({ list: { view, fields }, filter }: ListPane): ViewsPart | null {
  return filter?.views ? { views: filter.views, look: { view, fields } } : null;
}

function picker(pane: ListPane): ReturnType<typeof viewPicker> {
  const views = viewsOf(pane);
  return views ? viewPicker(views, (look) => pane.list.choose(look.view, look.fields)) : nothing;
}

function keeper(pane: ListPane): ReturnType<typeof viewKeeper> {
  const views = viewsOf(pane);
  return views && pane.filter?.open ? viewKeeper(views) : nothing;
}

function limits({ list, filter }: ListPane): ReturnType<typeof filterPart> {
  if (!filter) return nothing;
  const { choices, open } = filter;
  const changed: FilterPart['changed'] = (fields) => list.choose(list.view, fields);
  return filterPart({ fields: list.fields, choices, open, changed });
}

/** Rows that were shown stay, with the time of the answer that they came from. */
function trouble({ list }: ListPane): TemplateResult | typeof nothing {
  if (!list.fault || list.rows === null || list.checkedAt === null) return nothing;
  return html`<heed-notice class="list-notice" tone="warn" sign="cloud-off" role="status"
    >${words.failed(clockTime(list.checkedAt))}
    <button slot="actions" type="button" class="button small" @click=${() => void list.load()}>
      ${words.retry}
    </button></heed-notice
  >`;
}

function body(pane: ListPane): TemplateResult {
  const { list, connectivity } = pane;
  if (list.rows === null) {
    if (list.fault)
      return instead(list, list.fault.code === 'unreachable' ? words.offline : list.fault.title);
    return connectivity === 'unreached' ? instead(list, words.offline) : loadingRows(words.loading);
  }
  const marking = list.view === 'to-read' ? pane.several : null;
  const before = marking ? severalHead(marking, list.rows) : nothing;
  if (list.rows.length === 0) {
    return html`${before}<heed-empty sign="inbox" .text=${emptyWords(list)}></heed-empty>`;
  }
  return html`${before}${repeat(
    groupRows(list.rows, pane.now),
    (group) => group.title,
    (group) =>
      html`<section>
        <h2 class="group-head ${group.hot ? 'hot' : ''}">
          ${group.hot ? icon('triangle-alert') : nothing}${group.title}
        </h2>
        ${repeat(
          group.rows,
          (row) => row.alertId,
          (row) => rowOf(row, pane, marking),
        )}
      </section>`,
  )}
  ${list.hasOlder
    ? html`<p class="older">
        <button type="button" class="button small" @click=${() => list.showOlder()}>${words.older}</button>
      </p>`
    : nothing}
  ${marking ? severalFoot(marking) : nothing}`;
}

function rowOf(row: AlertRow, pane: ListPane, marking: ShownSeveral | null): TemplateResult {
  const link = alertRow(row, { ...pane, current: row.concernId === pane.openId });
  if (!marking?.ticked) return link;
  return html`<div class="alert-choice">
    ${severalTick(marking, row, rowWords(row, pane.now).who)}${link}
  </div>`;
}

function instead(list: ShownList, text: string): TemplateResult {
  return html`<heed-empty sign="cloud-off" role="status" .text=${text}
    ><button type="button" class="button" @click=${() => void list.load()}>${words.retry}</button></heed-empty
  >`;
}

function emptyWords({ view, fields, checkedAt }: ShownList): string {
  if (isLimited(fields)) return words.nothingFits;
  if (view === 'mine') return words.emptyMine;
  return view === 'all' ? words.emptyAll : words.empty(clockTime(checkedAt ?? Date.now()));
}
