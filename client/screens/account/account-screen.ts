import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import '../../components/heed-notice';
import '../../components/heed-tabs';
import type { Tab } from '../../components/heed-tabs';
import { sessionContext, type SessionState } from '../../contexts/session';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { account as words } from '../../strings/account';
import { shell } from '../../strings/shell';
import { sites } from '../../strings/sites';

const always: readonly Tab[] = [
  { href: '/account/keys', label: words.keys, icon: 'key-round' },
  { href: '/account/devices', label: words.devices, icon: 'tablet-smartphone' },
  { href: '/account/notifications', label: words.notifications, icon: 'bell' },
  { href: '/account/details', label: words.details, icon: 'circle-user-round' },
  { href: '/account/password', label: words.password, icon: 'lock' },
  { href: '/account/appearance', label: words.appearance, icon: 'eye' },
  { href: '/account/kept', label: words.kept, icon: 'database' },
];

const schools: Tab = { href: '/account/schools', label: sites.title, icon: 'school' };

/**
 * A page of "Account Settings": the pages at the side, this one beside, what went wrong above its cards. It asks the
 * school as soon as it stands.
 */
export abstract class AccountScreen extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  protected _session: SessionState | undefined;
  /** why the last call failed, or empty */
  @state() protected _fault = '';
  /** Its own place among the pages. */
  protected abstract readonly _href: string;
  protected abstract readonly _title: string;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  protected override render(): TemplateResult {
    return html`<div class="settings">
      <heed-tabs titled .label=${words.title} .tabs=${this._tabs} .current=${this._href}></heed-tabs>
      <main class="stack" id="main">
        <h1>${this._title}</h1>
        ${this._fault === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
        ${this._renderCards()}
      </main>
    </div>`;
  }

  /** Whoever belongs to one school, and is asked by none, has nothing to choose there. */
  private get _tabs(): readonly Tab[] {
    const session = this._session?.session;
    const shows = session?.severalSites || session?.asked || this._href === schools.href;
    return shows ? [...always, schools] : always;
  }

  /** Asks the school for what the page shows. */
  protected abstract _load(): Promise<void>;

  protected abstract _renderCards(): TemplateResult;

  /** While there is no answer: that it is awaited, or, after a fault, the way to ask again. */
  protected _renderUnanswered(waiting: string): TemplateResult {
    return this._fault === ''
      ? html`<p class="hint" role="status">${waiting}</p>`
      : html`<p>
          <button type="button" class="button" @click=${() => void this._load()}>${shell.tryAgain}</button>
        </p>`;
  }

  /**
   * Does what needs the school and says why when it could not.
   * @returns the fault, or null when it was done
   */
  protected async _try(work: () => Promise<void>): Promise<CallFault | null> {
    this._fault = '';
    try {
      await work();
      return null;
    } catch (thrown) {
      const fault = asCallFault(thrown);
      this._fault = fault.title;
      return fault;
    }
  }
}
