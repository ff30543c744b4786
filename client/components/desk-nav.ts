import { html, nothing, type TemplateResult } from 'lit';
import { inbox as words } from '../strings/inbox';
import { icon } from './heed-icon';
import './heed-tabs';
import type { Tab } from './heed-tabs';

/** Where a person is among the pages of the desk, and what waits there. */
export interface DeskPlace {
  readonly current: '/alerts' | '/actions' | '/search' | '/admin';
  /** Alerts that wait; null where this page does not know. */
  readonly toRead: number | null;
  /** Own actions that are late or due today; null where this page does not know. */
  readonly due: number | null;
  /** Holds a part of the administration. */
  readonly administrator: boolean;
}

/** The way to the other pages at the side of a desktop. @param showShortcuts where the page has any */
export function sideNav(place: DeskPlace, showShortcuts: (() => void) | null): TemplateResult {
  return html`<div class="desk-nav">
    <heed-tabs
      .label=${words.desk}
      .tabs=${[
        home,
        alerts(place.toRead),
        actions(place.due),
        search,
        mine,
        ...(place.administrator ? [admin] : []),
      ]}
      .current=${place.current}
    ></heed-tabs>
    ${showShortcuts
      ? html`<button type="button" class="button quiet" @click=${showShortcuts}>${words.shortcuts}</button>`
      : nothing}
    <a class="button primary" href="/record">${icon('plus')}${words.recordConcern}</a>
  </div>`;
}

/** The same below a list on tablet and phone. */
export function bottomNav(place: DeskPlace): TemplateResult {
  return html`<heed-tabs
    class="desk-tabs"
    kind="bottom"
    .label=${words.desk}
    .tabs=${[
      { ...home, label: words.nav.homeShort },
      alerts(place.toRead),
      actions(place.due),
      record,
      place.administrator ? admin : mine,
    ]}
    .current=${place.current}
  ></heed-tabs>`;
}

const home: Tab = { href: '/', label: words.nav.home, icon: 'house' };
const record: Tab = { href: '/record', label: words.nav.record, icon: 'plus' };
const search: Tab = { href: '/search', label: words.nav.search, icon: 'search' };
const mine: Tab = { href: '/mine', label: words.nav.mine, icon: 'message-square-text' };
const admin: Tab = { href: '/admin', label: words.nav.admin, icon: 'settings' };

function alerts(count: number | null): Tab {
  return { href: '/alerts', label: words.nav.alerts, icon: 'inbox', count: count ?? 0 };
}

function actions(count: number | null): Tab {
  return { href: '/actions', label: words.nav.actions, icon: 'list-todo', count: count ?? 0 };
}
