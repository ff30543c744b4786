import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { DeviceBoard } from '../../../protocol/devices';
import { areaTiles, type AreaTile } from '../../components/area-tiles';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { sessionContext, type SessionState } from '../../contexts/session';
import { unlockedContext } from '../../contexts/unlocked';
import { showAboutAdult } from '../../dialogs/about-adult/show-about-adult';
import { go } from '../../router';
import { adult } from '../../strings/about-adult';
import { dashboard as words } from '../../strings/dashboard';
import { practice } from '../../strings/practice';
import { readKeptBoard } from '../../unlock/board';
import type { Unlocked } from '../../unlock/unlocked';
import '../lock/heed-revoked-notice';
import '../mine/your-records';
import './draft-strip';
import './news-card';
import './own-unfinished';
import './practice-strip';
import './silent-tablets';
import './unfinished-card';
import './waiting-alerts';
import { whoToTell } from './who-to-tell';

const alerts: AreaTile = { href: '/alerts', icon: 'inbox', ...words.ways.alerts };
const admin: AreaTile = { href: '/admin', icon: 'settings', ...words.ways.admin };
const training: AreaTile = { href: '/training', icon: 'calendar', ...words.ways.training };
const sites: AreaTile = { href: '/trust', icon: 'school', ...words.ways.sites };

/** Home for everyone, elevated or not: one thing to do, and what waits. No content of any record. */
@customElement('heed-dashboard-screen')
export class HeedDashboardScreen extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @consume({ context: connectivityContext, subscribe: true })
  @state()
  private _connectivity: Connectivity | undefined;
  @state() private _board: DeviceBoard | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    readKeptBoard().then(
      (board) => (this._board = board),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page with-aside">
      <h1 class="visually-hidden">${words.title}</h1>
      <div class="stack">
        <heed-revoked-notice></heed-revoked-notice>
        <heed-draft-strip></heed-draft-strip><heed-own-unfinished></heed-own-unfinished
        ><heed-practice-strip></heed-practice-strip>
        <a class="record-button" href="/record"><span class="round">${icon('plus')}</span>${words.record}</a>
        <p class="row apart">
          <button type="button" class="link" @click=${() => void this._aboutAdult()}>${adult.link}</button>
          <a class="link-line" href="/record/practice">${practice.tryIt}</a>
          ${this._session?.session?.lead
            ? html`<a class="link-line" href="/alerts/practice">${practice.tryAlerts}</a>`
            : nothing}
        </p>
        ${this._renderKey()} ${this._renderAsked()} <heed-waiting-alerts></heed-waiting-alerts
        ><heed-unfinished-card></heed-unfinished-card
        ><heed-silent-tablets></heed-silent-tablets> ${this._renderFirstSteps()} ${this._renderWays()}
        ${this._renderLogIn()}
        ${this._unlocked ? html`<heed-your-records limit="4"></heed-your-records>` : nothing}
        ${this._renderNotifications()} <heed-news-card></heed-news-card>
      </div>
      ${this._board ? whoToTell(this._board) : nothing}
    </main>`;
  }

  /** Whom to speak to first; then the record of it. */
  private async _aboutAdult(): Promise<void> {
    if (await showAboutAdult(this._board?.duty ?? [])) await go('/record?new&about=adult');
  }

  /** Asked on every visit until it is done (product.md, section 2, point 3). */
  private _renderKey(): TemplateResult | typeof nothing {
    const session = this._session?.session;
    if (!session?.higherLevel || session.keyHolder) return nothing;
    return html`<heed-notice edged sign="key-round" .heading=${words.addKey}
      >${words.addKeyWhy}
      <a slot="actions" class="button" href="/account/keys">${words.addKeyButton}</a></heed-notice
    >`;
  }

  /** For whoever administers, until the school has begun. It needs the school, so it comes later and by itself. */
  private _renderFirstSteps(): TemplateResult | typeof nothing {
    if (!this._session?.session?.administrator) return nothing;
    void import('../first-steps/heed-first-steps').catch(() => undefined);
    return html`<heed-first-steps></heed-first-steps>`;
  }

  /** Another school asks this person to join. */
  private _renderAsked(): TemplateResult | typeof nothing {
    if (!this._session?.session?.asked) return nothing;
    return html`<heed-notice sign="school"
      >${words.asked}
      <a slot="actions" class="button small" href="/account/schools">${words.lookAsked}</a></heed-notice
    >`;
  }

  /** The way to what a session opens, also while nothing waits there. */
  private _renderWays(): TemplateResult | typeof nothing {
    const session = this._session?.session;
    if (!session) return nothing;
    return areaTiles([
      alerts,
      training,
      ...(session.administrator ? [admin] : []),
      ...(session.keepsSites ? [sites] : []),
    ]);
  }

  /** Unlocked without a session: recording works, alerts need a log-in. Whoever joined with a slip has none. */
  private _renderLogIn(): TemplateResult | typeof nothing {
    if (!this._unlocked || this._unlocked.person.slip || !this._session?.known || this._session.session)
      return nothing;
    if (this._connectivity === 'unreached') return nothing;
    return html`<p class="hint">
      ${words.logInForAlerts} <a class="link-line" href="/log-in">${words.logIn}</a>
    </p>`;
  }

  private _renderNotifications(): TemplateResult | typeof nothing {
    const asked = 'Notification' in globalThis && Notification.permission !== 'default';
    if (asked || !this._session?.session?.higherLevel || !this._session.session.keyHolder) return nothing;
    return html`<heed-notice sign="bell"
      >${words.noNotifications}
      <a slot="actions" class="button small" href="/account/notifications">${words.turnOn}</a></heed-notice
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-dashboard-screen': HeedDashboardScreen;
  }
}
