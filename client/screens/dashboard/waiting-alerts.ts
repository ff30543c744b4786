import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import type { AlertRow } from '../../../protocol/inbox';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { watchInboxChanges } from '../../data/inbox-changes';
import { showElevate } from '../../dialogs/elevate/show-elevate';
import { go } from '../../router';
import { dashboard as words } from '../../strings/dashboard';
import { clockTime, dayAndTime } from '../../strings/times';

/** The most references that the dashboard lists; the inbox has all. */
const SHOWN = 3;

/** Alerts that wait for this person: reference and time, and the way to read them. Nothing waits: nothing shows. */
@customElement('heed-waiting-alerts')
export class HeedWaitingAlerts extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _rows: readonly AlertRow[] = [];
  @state() private _waiting = 0;
  private _readFor = '';
  private _stop: () => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
    this._readFor = '';
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const session = this._session?.session ?? null;
    const reads = this._session !== undefined && mayReadNow(this._session);
    const now = session ? `${session.staffId} ${String(reads)}` : '';
    if (now === this._readFor) return;
    this._readFor = now;
    this._stop();
    this._waiting = 0;
    if (!session) return;
    this._stop = watchInboxChanges(() => void this._read());
    void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._waiting === 0) return nothing;
    return html`<section class="card">
      <div class="waiting-alerts">
        <span class="round-icon danger">${icon('bell')}</span>
        <h2>${words.alertsWait(this._waiting)}</h2>
        ${this._renderWay()}
      </div>
      <ul class="rows">
        ${this._rows.map(
          (row) =>
            html`<li class="list-row lean">
              <span>${words.alert} <strong class="inline">${row.reference}</strong></span
              ><time class="hint" datetime=${row.at}>${shortTime(Date.parse(row.at))}</time>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private _renderWay(): TemplateResult | typeof nothing {
    const session = this._session?.session;
    if (!session?.higherLevel || session.elevatedUntil !== null) {
      return html`<a class="button" href="/alerts">${words.readAlerts}</a>`;
    }
    if (!session.keyHolder) {
      return html`<a class="button" href="/account/keys">${icon('key-round')}${words.addKeyButton}</a>`;
    }
    return html`<button type="button" class="button" @click=${this._elevate}>
      ${icon('key-round')}${words.elevateToRead}
    </button>`;
  }

  private async _elevate(): Promise<void> {
    if (await showElevate()) await go('/alerts');
  }

  private async _read(): Promise<void> {
    const readFor = this._readFor;
    try {
      const { rows, counts } = await call('listInbox', { query: { view: 'to-read' } });
      if (this._readFor !== readFor) return;
      this._rows = rows.slice(0, SHOWN);
      this._waiting = counts.toRead;
    } catch {
      // Home says what it knows; the inbox itself says when it could not be loaded.
    }
  }
}

/** "12:51" today, else with its day. */
function shortTime(at: number): string {
  const today = new Date(at).toDateString() === new Date().toDateString();
  return today ? clockTime(at) : dayAndTime(at, Date.now());
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-waiting-alerts': HeedWaitingAlerts;
  }
}
