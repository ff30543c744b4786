import { html, nothing, svg, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar';
import '../components/heed-empty';
import { icon } from '../components/heed-icon';
import '../components/heed-segmented';
import '../components/heed-tabs';
import type { DeviceKind } from '../strings/device';
import { inbox } from '../strings/inbox';
import { concernPane } from './concern-pane';
import { school } from './made-up';

interface Row {
  name: string;
  initials: string;
  className: string;
  preview: string;
  kind: string;
  colour: string;
  time: string;
  note?: string;
  unread?: boolean;
  late?: string;
}

const rows: readonly Row[] = [
  {
    name: 'Amira Khan',
    initials: 'AK',
    className: '4B',
    time: '14 min',
    kind: 'Physical injury',
    colour: '#B3261E',
    preview: 'Amira came to me by the climbing frame at the start',
    note: inbox.earlier(2),
  },
  {
    name: 'Leo O’Brien',
    initials: 'LO',
    className: '6A',
    time: '7 min',
    kind: 'Mood or wellbeing',
    colour: '#7A3E8E',
    preview: 'At morning break Leo sat by the fence',
    unread: true,
  },
  {
    name: 'Sofia Marsh +2',
    initials: 'SM',
    className: '',
    time: inbox.now,
    kind: 'Online',
    colour: '#2A5DB8',
    preview: 'Three girls showed me messages on a phone',
    unread: true,
    late: inbox.lateArrival('4 h'),
  },
];
const earlier: readonly Row[] = [
  {
    name: 'Daniel Wright',
    initials: 'DW',
    className: '2C',
    time: '08:52',
    kind: 'Neglect or care',
    colour: '#C2690F',
    preview: 'Daniel came in without a coat again',
    note: inbox.withWhom('Tom'),
  },
  {
    name: 'Alexandra Featherstonehaugh-Montgomery',
    initials: 'AF',
    className: '5A',
    time: 'Fri',
    kind: 'Contact home',
    colour: '#1B7A52',
    preview: 'Mum rang at 15:40. She said thank you',
    note: inbox.closed,
  },
];
const tabs = [
  { href: '/alerts', label: inbox.nav.alerts, icon: 'inbox' as const, count: 6 },
  { href: '/actions', label: inbox.nav.actions, icon: 'list-todo' as const },
  { href: '/record', label: inbox.nav.record, icon: 'plus' as const },
  { href: '/pupils', label: inbox.nav.pupils, icon: 'users' as const },
  { href: '/more', label: inbox.nav.more, icon: 'ellipsis' as const },
];

/** `?page=inbox`, with `&variant=reading` (what a phone shows after opening), `empty`, `loading`. */
export function inboxPage(_device: DeviceKind, variant: string): TemplateResult {
  return html`<heed-top-bar
      .school=${school}
      access="full"
      .minutesLeft=${28}
      .person=${'Nadia Shah'}
      with-cover
    ></heed-top-bar>
    <main class="desk ${variant === 'reading' ? 'reading' : ''}">
      <h1 class="visually-hidden">${inbox.title}</h1>
      <div class="desk-nav">
        <heed-tabs
          .label=${'Desk'}
          .tabs=${tabs.filter((tab) => tab.icon !== 'plus')}
          current="/alerts"
        ></heed-tabs>
        <a class="button primary" href="/record">${icon('plus')}Record a concern</a>
      </div>
      <div class="desk-list">${listPane(variant)}</div>
      <section class="desk-detail" aria-label="Concern">${concernPane()}</section>
      <heed-tabs
        class="desk-tabs"
        kind="bottom"
        .label=${'Desk, below'}
        .tabs=${tabs}
        current="/alerts"
      ></heed-tabs>
    </main>`;
}

function listPane(variant: string): TemplateResult {
  return html`<div class="list-head">
      <p class="pane-title">${inbox.title}</p>
      <div>
        <button type="button" class="button quiet icon-only" aria-label=${inbox.search}>
          ${icon('search')}
        </button>
        <button type="button" class="button quiet icon-only" aria-label=${inbox.filter}>
          ${icon('list-filter')}
        </button>
      </div>
    </div>
    <div class="list-tabs">
      <heed-segmented
        field-id="view"
        label-hidden
        .label=${inbox.title}
        .options=${[
          { value: 'to-read', label: inbox.toRead(6) },
          { value: 'mine', label: inbox.mine(5) },
          { value: 'all', label: inbox.all },
        ]}
        value="to-read"
      ></heed-segmented>
    </div>
    ${variant === 'empty'
      ? html`<heed-empty sign="inbox" .text=${inbox.empty('12:51')}></heed-empty>`
      : variant === 'loading'
        ? loadingRows()
        : filledList()}`;
}

function filledList(): TemplateResult {
  return html`<h2 class="group-head hot">${icon('triangle-alert')}${inbox.waiting}</h2>
    ${rows.map((row, place) => alertRow(row, place === 0))}
    <h2 class="group-head">${inbox.today}</h2>
    ${earlier.map((row) => alertRow(row, false))}`;
}

function loadingRows(): TemplateResult {
  return html`<div aria-busy="true" role="status">
    <span class="visually-hidden">${inbox.loading}</span>
    ${Array.from(
      { length: 6 },
      () =>
        html`<div class="alert-row" aria-hidden="true">
          <span class="avatar"></span
          ><span><span class="skeleton short"></span><span class="skeleton"></span></span>
        </div>`,
    )}
  </div>`;
}

/** The colour of a category is the school's own: a presentation attribute, since the CSP refuses style attributes. */
function square(colour: string): TemplateResult {
  return html`<svg class="square" viewBox="0 0 10 10" aria-hidden="true">
    ${svg`<rect width="10" height="10" rx="3" fill=${colour}></rect>`}
  </svg>`;
}

function alertRow(row: Row, current: boolean): TemplateResult {
  return html`<a
    class="alert-row ${row.unread ? 'unread' : ''}"
    href="/alerts/one"
    aria-current=${current ? 'true' : nothing}
  >
    ${avatar(row.initials, row.name)}
    <span class="words">
      <span class="one-line"
        ><span class="who">${row.name}</span>${row.className
          ? html` <span class="class">${row.className}</span>`
          : ''}
      </span>
      <span class="one-line preview">${row.preview}</span>
    </span>
    <span class="end"
      ><time>${row.time}</time>${row.unread
        ? html`<span class="unread-dot" role="img" aria-label=${inbox.unread}></span>`
        : nothing}</span
    >
    <span class="kind"
      ><span>${square(row.colour)}${row.kind}</span>${row.note
        ? html`<span class="quiet">${row.note}</span>`
        : nothing}</span
    >
    ${row.late ? html`<span class="late">${icon('clock')}${row.late}</span>` : nothing}
  </a>`;
}
