import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { announce } from '../../components/heed-live-region';
import type { RouteParams } from '../../router';
import { account as words } from '../../strings/account';
import { shell } from '../../strings/shell';
import { sites } from '../../strings/sites';
import '../not-found/not-found-screen';
import './appearance-screen';
import './details-screen';
import './devices-screen';
import './kept-screen';
import './keys-screen';
import './notifications-screen';
import './password-screen';
import './schools-screen';

/** The pages of Account Settings by the last part of their address, in the order of the list at the side. */
const pages: Partial<Record<string, { title: string; show: () => TemplateResult }>> = {
  keys: { title: words.keys, show: () => html`<heed-keys-screen></heed-keys-screen>` },
  devices: { title: words.devices, show: () => html`<heed-devices-screen></heed-devices-screen>` },
  notifications: {
    title: words.notifications,
    show: () => html`<heed-notifications-screen></heed-notifications-screen>`,
  },
  details: { title: words.details, show: () => html`<heed-details-screen></heed-details-screen>` },
  schools: { title: sites.title, show: () => html`<heed-schools-screen></heed-schools-screen>` },
  password: { title: words.password, show: () => html`<heed-password-screen></heed-password-screen>` },
  appearance: {
    title: words.appearance,
    show: () => html`<heed-appearance-screen></heed-appearance-screen>`,
  },
  kept: { title: words.kept, show: () => html`<heed-kept-screen></heed-kept-screen>` },
};

/** "Account Settings": one address for all of its pages, so that the shell need not know them one by one. */
@customElement('heed-account-screen')
export class HeedAccountScreen extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return this._page?.show() ?? html`<heed-not-found-screen></heed-not-found-screen>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const title = this._page?.title;
    if (title === undefined) return;
    document.title = shell.windowTitle(title);
    // The first page is the shell's to begin; the shell sees only one screen in all of them.
    if (changed.get('params')) void this._begin(title);
  }

  private get _page() {
    return pages[this.params['page'] ?? ''];
  }

  /** As after every link: the heading has the focus and is said. */
  private async _begin(title: string): Promise<void> {
    scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
    const heading = this.querySelector<HTMLElement>('h1');
    if (heading) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
    announce(title);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-account-screen': HeedAccountScreen;
  }
}
