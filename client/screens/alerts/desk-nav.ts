import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import '../../components/heed-tabs';
import type { Tab } from '../../components/heed-tabs';
import { inbox as words } from '../../strings/inbox';

const HERE = '/alerts';

/** The way to the other pages at the side of a desktop. @param toRead alerts that wait */
export function sideNav(toRead: number, showShortcuts: () => void): TemplateResult {
  return html`<div class="desk-nav">
    <heed-tabs .label=${words.desk} .tabs=${[home, alerts(toRead), mine]} .current=${HERE}></heed-tabs>
    <button type="button" class="button quiet" @click=${showShortcuts}>${words.shortcuts}</button>
    <a class="button primary" href="/record">${icon('plus')}${words.recordConcern}</a>
  </div>`;
}

/** The same below a list on tablet and phone. @param toRead alerts that wait */
export function bottomNav(toRead: number): TemplateResult {
  return html`<heed-tabs
    class="desk-tabs"
    kind="bottom"
    .label=${words.desk}
    .tabs=${[home, alerts(toRead), record, mine]}
    .current=${HERE}
  ></heed-tabs>`;
}

const home: Tab = { href: '/', label: words.nav.home, icon: 'house' };
const record: Tab = { href: '/record', label: words.nav.record, icon: 'plus' };
const mine: Tab = { href: '/mine', label: words.nav.mine, icon: 'message-square-text' };

function alerts(count: number): Tab {
  return { href: HERE, label: words.nav.alerts, icon: 'inbox', count };
}
