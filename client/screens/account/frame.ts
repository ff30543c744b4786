import { html, type TemplateResult } from 'lit';
import '../../components/heed-tabs';
import type { Tab } from '../../components/heed-tabs';
import { account as words } from '../../strings/account';

const tabs: readonly Tab[] = [
  { href: '/account/keys', label: words.keys, icon: 'key-round' },
  { href: '/account/devices', label: words.devices, icon: 'tablet-smartphone' },
  { href: '/account/notifications', label: words.notifications, icon: 'bell' },
];

/** "Account Settings": its pages at the side, one of them beside. */
export function accountFrame(href: string, title: string, content: TemplateResult): TemplateResult {
  return html`<div class="settings">
    <heed-tabs titled .label=${words.title} .tabs=${tabs} .current=${href}></heed-tabs>
    <main class="stack" id="main">
      <h1>${title}</h1>
      ${content}
    </main>
  </div>`;
}
