import { html, nothing, type TemplateResult } from 'lit';
import { bottomNav, sideNav, type DeskPlace } from '../components/desk-nav';
import { detailPane } from '../screens/alerts/detail-pane';
import { noFields } from '../screens/alerts/inbox-filter';
import { listPane, type ShownList } from '../screens/alerts/list-pane';
import type { ShownConcern } from '../screens/alerts/open-concern';
import type { DeviceKind } from '../strings/device';
import { inbox, news } from '../strings/inbox';
import { school } from './made-up';
import { concernRead, NOW, rows } from './made-up-alerts';

const place = (list: ShownList): DeskPlace => ({
  current: '/alerts',
  toRead: list.counts.toRead,
  due: list.counts.due,
  administrator: true,
});
const quiet = (): void => undefined;
const later = (): Promise<void> => Promise.resolve();

/**
 * The alerts screen from its own panes. `?page=inbox`, with `&variant=reading` (what a phone shows after opening),
 * `news`, `empty`, `loading`.
 */
export function inboxPage(_device: DeviceKind, variant: string): TemplateResult {
  const list = aList(variant);
  return html`<heed-top-bar
      .school=${school}
      access="full"
      .minutesLeft=${28}
      .person=${'Nadia Shah'}
      with-cover
    ></heed-top-bar>
    <main class="desk ${variant === 'reading' || variant === 'news' ? 'reading' : ''}">
      <h1 class="visually-hidden">${inbox.title}</h1>
      ${sideNav(place(list), quiet)}
      <section class="desk-list" aria-label=${inbox.alerts}>
        ${listPane({
          list,
          connectivity: 'reached',
          openId: 'AK',
          now: NOW,
          elevate: nothing,
          filter: null,
          several: null,
        })}
      </section>
      <section class="desk-detail" aria-label=${inbox.concern}>
        ${detailPane({
          open: anOpenConcern(),
          said: variant === 'news' ? news.added('Tom Lowe') : '',
          now: NOW,
          elevate: html``,
          reload: quiet,
          act: quiet,
          decide: quiet,
          showNews: quiet,
        })}
      </section>
      ${bottomNav(place(list))}
    </main>`;
}

function aList(variant: string): ShownList {
  return {
    view: 'to-read',
    fields: noFields,
    rows: variant === 'loading' ? null : variant === 'empty' ? [] : rows,
    counts: { toRead: variant === 'empty' ? 0 : 6, mine: 5, due: 2 },
    checkedAt: NOW,
    fault: null,
    hasOlder: false,
    choose: quiet,
    showOlder: quiet,
    load: later,
  };
}

function anOpenConcern(): ShownConcern {
  return {
    id: 'AK',
    concern: concernRead,
    opened: { kind: 'shown', concern: concernRead },
    busy: false,
    fault: '',
    fresh: new Set(),
    take: later,
    markRead: later,
    finish: later,
    undoRead: later,
  };
}
