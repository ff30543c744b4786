import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listSessions } from '../../../protocol/accounts';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import '../../components/heed-segmented';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { chooseTheme, chosenTheme, type Theme } from '../../shell/theme';
import { devices as words } from '../../strings/account';
import { shell } from '../../strings/shell';
import { dayAndTime } from '../../strings/times';
import '../devices/this-device';
import { accountFrame } from './frame';

type OwnSession = ReplyOf<typeof listSessions>['sessions'][number];

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'auto', label: words.themes.auto },
  { value: 'light', label: words.themes.light },
  { value: 'dark', label: words.themes.dark },
  { value: 'contrast', label: words.themes.contrast },
];

/** "Devices": this one, how its screen looks, and where else this person is logged in. */
@customElement('heed-devices-screen')
export class HeedDevicesScreen extends LitElement {
  @state() private _sessions: readonly OwnSession[] | null = null;
  @state() private _fault = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  protected override render(): TemplateResult {
    return accountFrame(
      '/account/devices',
      words.title,
      html`${this._fault === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
        ${this._renderSessions()}
        <heed-this-device></heed-this-device>
        <section class="card">
          <heed-segmented
            field-id="theme"
            .label=${words.theme}
            .options=${themes}
            .value=${chosenTheme() ?? document.documentElement.dataset['theme'] ?? 'auto'}
            natural
            @segment-chosen=${(event: CustomEvent<{ value: string }>) =>
              chooseTheme(event.detail.value as Theme)}
          ></heed-segmented>
        </section>`,
    );
  }

  private _renderSessions(): TemplateResult {
    const sessions = this._sessions;
    const others = sessions?.filter((session) => !session.here) ?? [];
    return html`<section class="card">
      <h2>${words.sessions}</h2>
      ${sessions === null
        ? html`<p class="hint" role="status">${this._fault === '' ? words.loading : nothing}</p>
            ${this._fault === ''
              ? nothing
              : html`<button type="button" class="button small" @click=${this._load}>
                  ${shell.tryAgain}
                </button>`}`
        : html`<ul class="rows">
            ${sessions.map((session) => this._renderSession(session))}
          </ul>`}
      ${others.length > 1
        ? html`<p class="after">
            <button type="button" class="button" @click=${() => void this._end(others)}>
              ${words.endAll}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  private _renderSession(session: OwnSession): TemplateResult {
    const now = Date.now();
    const seen = words.lastSeen(dayAndTime(Date.parse(session.lastActive), now));
    const since = words.since(dayAndTime(Date.parse(session.begun), now));
    return html`<li class="list-row">
      <span class="round-icon ${session.here ? 'brand' : 'plain'}">${icon(signOf(session.browser))}</span>
      <span
        ><strong>${session.browser}</strong
        ><span class="hint">${session.here ? `${words.here}. ${since}` : seen}</span></span
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

  private async _load(): Promise<void> {
    try {
      this._sessions = (await call('listSessions')).sessions;
      this._fault = '';
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
  }

  private async _end(sessions: readonly OwnSession[]): Promise<void> {
    try {
      for (const { id } of sessions) await call('endSession', { params: { id } });
      announce(words.ended);
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    await this._load();
  }
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
