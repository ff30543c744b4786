/**
 * For people who work here: every component in every state, and the screens of the design as compositions.
 * `npm run dev`, then /gallery/?page=record&theme=dark. Never part of the product's build.
 */
import { html, render, type TemplateResult } from 'lit';
import type { DeviceKind } from '../strings/device';
import '../components/heed-live-region';
import '../components/heed-top-bar';
import { accountPage } from './account-page';
import { componentsPage } from './components-page';
import { dashboardPage, elevatePage } from './dashboard-page';
import { inboxPage } from './inbox-page';
import { lockPage } from './lock-page';
import { recordPage } from './record-page';
import { sentPage } from './sent-page';
import { setUpPage } from './set-up-page';

const pages: Record<string, (device: DeviceKind, variant: string) => TemplateResult> = {
  components: componentsPage,
  record: recordPage,
  sent: sentPage,
  lock: lockPage,
  dashboard: dashboardPage,
  elevate: elevatePage,
  account: accountPage,
  inbox: inboxPage,
  'set-up': setUpPage,
};

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
const page = pages[asked.get('page') ?? 'components'] ?? componentsPage;
const device: DeviceKind = innerWidth <= 640 ? 'phone' : innerWidth <= 1100 ? 'tablet' : 'computer';
const root = document.getElementById('gallery');
if (root) {
  render(html`${page(device, asked.get('variant') ?? '')}<heed-live-region></heed-live-region>`, root);
}
