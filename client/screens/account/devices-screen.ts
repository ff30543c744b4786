import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listSessions } from '../../../protocol/accounts';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { leaveEverywhere } from '../../shell/leave-everywhere';
import { devices as words } from '../../strings/account';
import { everywhere } from '../../strings/sites';
import { dayAndTime } from '../../strings/times';
import '../devices/this-device';
import { AccountScreen } from './account-screen';
import './heed-passkey-here';
import './own-devices';

type OwnSession = ReplyOf<typeof listSessions>['sessions'][number];

/** "Devices": where this person is logged in, this device, and the others on which they record. */
@customElement('heed-devices-screen')
export class HeedDevicesScreen extends AccountScreen {
  protected readonly _href = '/account/devices';
  protected readonly _title = words.title;
  @state() private _sessions: readonly OwnSession[] | null = null;

  protected override _renderCards(): TemplateResult {
    return html`${this._renderSessions()}
      <heed-this-device></heed-this-device>
      <heed-passkey-here></heed-passkey-here>
      <heed-own-devices></heed-own-devices>`;
  }

  private _renderSessions(): TemplateResult {
    const sessions = this._sessions;
    const others = sessions?.filter((session) => !session.here) ?? [];
    return html`<section class="card">
      <h2>${words.sessions}</h2>
      ${sessions === null
        ? this._renderUnanswered(words.loading)
        : html`<ul class="rows">
            ${sessions.map((session) => this._renderSession(session))}
          </ul>`}
      ${sessions === null ? nothing : this._renderEverywhere()}
      ${others.length > 1
        ? html`<p class="after">
            <button type="button" class="button" @click=${() => void this._end(others)}>
              ${words.endAll}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  private _renderEverywhere(): TemplateResult {
    return html`<p class="after">
      <button type="button" class="button" @click=${() => void this._leaveEverywhere()}>
        ${everywhere.button}
      </button>
      <span class="hint">${everywhere.why}</span>
    </p>`;
  }

  private async _leaveEverywhere(): Promise<void> {
    const sure = await showConfirm({
      heading: everywhere.title,
      text: everywhere.text,
      yes: everywhere.button,
      no: everywhere.keep,
      danger: true,
    });
    if (!sure) return;
    await this._try(async () => {
      await leaveEverywhere();
    });
  }

  private _renderSession(session: OwnSession): TemplateResult {
    const now = Date.now();
    const seen = words.lastSeen(dayAndTime(Date.parse(session.lastActive), now));
    const since = words.since(dayAndTime(Date.parse(session.begun), now));
    return html`<li class="list-row">
      <span class="round-icon ${session.here ? 'brand' : 'plain'}">${icon(signOf(session.browser))}</span>
      <span
        ><strong>${session.browser}</strong
        ><span class="hint">${session.here ? `${words.here}. ${since}` : `${since}. ${seen}`}</span></span
      >
      ${session.here
        ? nothing
        : html`<button
            type="button"
            class="button small"
            aria-label="${words.end}: ${session.browser}"
            @click=${() => void this._end([session])}
          >
            ${words.end}
          </button>`}
    </li>`;
  }

  protected override async _load(): Promise<void> {
    await this._try(async () => {
      this._sessions = (await call('listSessions')).sessions;
    });
  }

  private async _end(sessions: readonly OwnSession[]): Promise<void> {
    const fault = await this._try(async () => {
      for (const { id } of sessions) await call('endSession', { params: { id } }).catch(unlessEnded);
      announce(words.ended);
    });
    await this._load();
    if (fault) this._fault = fault.title;
  }
}

/** One that has ended meanwhile keeps none of the others. @throws anything else */
function unlessEnded(thrown: unknown): void {
  if (asCallFault(thrown).code !== 'not-found') throw thrown;
}

function signOf(browser: string): 'smartphone' | 'tablet' | 'laptop' {
  if (/iphone|android.*mobile|phone/i.test(browser)) return 'smartphone';
  return /ipad|tablet|android/i.test(browser) ? 'tablet' : 'laptop';
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-devices-screen': HeedDevicesScreen;
  }
}
