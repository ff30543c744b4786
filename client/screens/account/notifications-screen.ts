import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AbsencePlan, ShownAbsence } from '../../../protocol/absence';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { readNotifications } from '../../../protocol/notifications';
import { faultOfQuiet, type QuietHours } from '../../../protocol/quiet-hours';
import '../../components/heed-absence-card';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { quietFields } from '../../components/quiet-fields';
import '../../components/heed-notice';
import { call } from '../../data/call';
import type { CallFault } from '../../data/call-fault';
import { absence as absenceWords, ownAbsence } from '../../strings/absence';
import { notifications as words } from '../../strings/account';
import { dayAndTime } from '../../strings/times';
import { AccountScreen } from './account-screen';
import './heed-test-arrived';
import { pushHere, turnOffPush, turnOnPush, type PushState } from './push-here';

type Known = ReplyOf<typeof readNotifications>;
type ToldDevice = Known['devices'][number];

/** "Notifications": on or off here, the devices that are told and when they last were, a test, e-mail. */
@customElement('heed-notifications-screen')
export class HeedNotificationsScreen extends AccountScreen {
  protected readonly _href = '/account/notifications';
  protected readonly _title = words.title;
  @state() private _known: Known | null = null;
  @state() private _absence: ShownAbsence | null = null;
  @state() private _state: PushState | null = null;
  @state() private _mark: string | null = null;
  @state() private _said = '';
  @state() private _busy = false;
  /** A test went out from this page. */
  @state() private _tested = false;
  /** What stands in the fields and is not saved; undefined: nothing */
  @state() private _quiet: QuietHours | null | undefined;
  @state() private _quietFault = '';

  protected override _renderCards(): TemplateResult {
    return html`${this._said === ''
        ? nothing
        : html`<heed-notice tone="ok" role="status">${this._said}</heed-notice>`}
      <heed-test-arrived ?sent=${this._tested}></heed-test-arrived>
      ${this._renderHere()} ${this._renderDevices()} ${this._renderEmail()} ${this._renderQuiet()}
      ${this._renderAbsence()}`;
  }

  private _renderHere(): TemplateResult {
    return html`<section class="card">
      <p>${words.why}</p>
      ${this._renderState()}
    </section>`;
  }

  private _renderState(): TemplateResult | typeof nothing {
    switch (this._state) {
      case null:
        return nothing;
      case 'off':
        return html`${this._lost ? html`<p class="hint">${words.unreachable}</p>` : nothing}
          <p class="after">
            <button type="button" class="button primary main" ?disabled=${this._busy} @click=${this._turnOn}>
              ${icon('bell')}${words.on}
            </button>
          </p>`;
      case 'on':
        return this._lost
          ? html`<heed-notice tone="warn">${words.unreachable}</heed-notice>
              <p class="after">
                <button type="button" class="button primary" ?disabled=${this._busy} @click=${this._turnOn}>
                  ${icon('bell')}${words.on}
                </button>
              </p>`
          : html`<p class="line-with-icon ok">${icon('check')}<span>${words.isOn}</span></p>
              <p class="after">
                <button type="button" class="button" ?disabled=${this._busy} @click=${this._test}>
                  ${words.test}
                </button>
              </p>`;
      case 'blocked':
        return html`<heed-notice tone="warn">${words.blocked}</heed-notice>`;
      case 'install-first':
        return html`<heed-notice>${words.notHere}</heed-notice>`;
      case 'not-supported':
        return html`<heed-notice>${words.notSupported}</heed-notice>`;
    }
  }

  /** This browser believes that it is told, and the school has given it up or does not know it. */
  private get _lost(): boolean {
    if (this._mark === null || !this._known) return false;
    const own = this._known.devices.find(({ mark }) => mark === this._mark);
    return own === undefined || own.gone;
  }

  private _renderDevices(): TemplateResult | typeof nothing {
    if (!this._known) {
      return this._fault === '' ? nothing : this._renderUnanswered('');
    }
    return html`<section class="card">
      <h2>${words.devices}</h2>
      ${this._known.devices.length === 0 ? html`<p class="hint">${words.none}</p>` : nothing}
      <ul class="rows">
        ${this._known.devices.map((device) => this._renderDevice(device))}
      </ul>
      ${this._state === 'on' || (this._known.devices.length === 0 && !this._known.email.on)
        ? nothing
        : html`<p class="after">
            <button type="button" class="button" ?disabled=${this._busy} @click=${this._test}>
              ${words.test}
            </button>
          </p>`}
    </section>`;
  }

  private _renderDevice(device: ToldDevice): TemplateResult {
    const here = device.mark === this._mark;
    return html`<li class="list-row">
      <span class="round-icon ${device.failing ? 'warn' : 'brand'}"
        >${icon(device.failing ? 'triangle-alert' : 'bell')}</span
      >
      <span
        ><strong>${device.name}${here ? `, ${words.thisDevice}` : nothing}</strong
        ><span class="hint">${reached(device.lastSuccess)}</span>${device.failing
          ? html`<span class="hint">${failing(device.failing)}</span>`
          : nothing}</span
      >
      <button
        type="button"
        class="button small"
        aria-label="${words.remove} ${device.name}"
        @click=${() => void this._remove(device)}
      >
        ${here ? words.off : words.remove}
      </button>
    </li>`;
  }

  private _renderEmail(): TemplateResult | typeof nothing {
    if (!this._known) return nothing;
    const { on, working, anyway } = this._known.email;
    return html`<section class="card">
      <h2>${words.email}</h2>
      <label class="check">
        <input
          type="checkbox"
          autocomplete="off"
          .checked=${on}
          ?disabled=${this._busy}
          @change=${(event: Event) => void this._setEmail(event.target as HTMLInputElement)}
        />
        <span>${words.emailAlso}<small class="hint">${words.emailHint}</small></span>
      </label>
      ${anyway ? html`<heed-notice tone="warn">${words.emailAnyway}</heed-notice>` : nothing}
      ${working ? nothing : html`<heed-notice tone="danger">${words.emailNotWorking}</heed-notice>`}
    </section>`;
  }

  private _renderQuiet(): TemplateResult | typeof nothing {
    if (!this._known) return nothing;
    const { own, school } = this._known.quiet;
    const quiet = this._quiet === undefined ? own : this._quiet;
    const changed = JSON.stringify(quiet) !== JSON.stringify(own);
    const { hours } = words.quiet;
    return html`<section class="card stack">
      <div>
        <h2>${words.quiet.title}</h2>
        <p class="hint">${words.quiet.hint}</p>
      </div>
      ${school ? html`<p>${words.quiet.school(hours(school.from, school.to, school.weekends))}</p>` : nothing}
      ${quietFields({
        id: 'quiet',
        label: words.quiet.label,
        quiet,
        error: this._quietFault,
        changed: (value) => {
          this._quiet = value;
          this._quietFault = '';
        },
      })}
      ${changed
        ? html`<p>
            <button
              type="button"
              class="button primary"
              ?disabled=${this._busy}
              @click=${() => void this._saveQuiet(quiet)}
            >
              ${words.quiet.save}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  private async _setEmail(box: HTMLInputElement): Promise<void> {
    const on = box.checked;
    const fault = await this._doing(async () => {
      await call('setMailAlerts', { body: { on } });
    });
    if (fault) {
      // It is as it was.
      box.checked = !on;
      return;
    }
    await this._load();
    this._said = on ? words.emailIsOn : words.emailIsOff;
    announce(this._said);
  }

  private _renderAbsence(): TemplateResult | typeof nothing {
    if (!this._absence) return nothing;
    return html`<heed-absence-card
      .shown=${this._absence}
      .save=${(plan: AbsencePlan, cover: string) =>
        this._setAbsence(() => call('setAbsence', { body: plan }), absenceWords.saved(cover))}
      .back=${() => void this._setAbsence(() => call('endAbsence'), ownAbsence.ended)}
      ?busy=${this._busy}
    ></heed-absence-card>`;
  }

  private async _setAbsence(deed: () => Promise<unknown>, said: string): Promise<boolean> {
    const fault = await this._doing(async () => {
      await deed();
      this._absence = await call('readAbsence');
    });
    if (fault) return false;
    this._said = said;
    announce(said);
    return true;
  }

  private async _saveQuiet(quiet: QuietHours | null): Promise<void> {
    this._quietFault = (quiet && faultOfQuiet(quiet)) ?? '';
    if (this._quietFault !== '') return;
    const fault = await this._doing(async () => {
      await call('setQuietHours', { body: { quiet } });
    });
    if (fault) return;
    await this._load();
    this._quiet = undefined;
    this._said = words.quiet.saved;
    announce(this._said);
  }

  protected override async _load(): Promise<void> {
    await this._doing(async () => {
      const [known, absence, here] = await Promise.all([
        call('readNotifications'),
        call('readAbsence'),
        pushHere(),
      ]);
      this._known = known;
      this._absence = absence;
      this._state = here.state;
      this._mark = here.mark;
    });
  }

  private async _turnOn(): Promise<void> {
    const key = this._known?.vapidKey;
    if (key === undefined) return;
    await this._doing(async () => {
      const obstacle = await turnOnPush(key);
      if (obstacle === 'timed-out') this._fault = words.timedOut;
      else if (obstacle === 'not-supported' || obstacle === 'refused') this._fault = words.notSupported;
    });
    if (this._fault === '') await this._load();
    else this._state = (await pushHere()).state;
  }

  private async _test(): Promise<void> {
    await this._doing(async () => {
      const { push, email } = await call('sendTestAlert');
      this._tested = push > 0 || email;
      this._said = this._tested ? words.tested : words.testedNone;
      announce(this._said);
    });
  }

  private async _remove(device: ToldDevice): Promise<void> {
    const fault = await this._doing(async () => {
      await call('dropSubscription', { params: { id: device.id } });
      await turnOffPush(device.mark);
    });
    await this._load();
    if (fault) this._fault = fault.title;
  }

  /** The buttons wait meanwhile. */
  private async _doing(work: () => Promise<void>): Promise<CallFault | null> {
    this._busy = true;
    const fault = await this._try(work);
    this._busy = false;
    return fault;
  }
}

function reached(at: string | null): string {
  return at === null ? words.neverReached : words.lastSuccess(dayAndTime(Date.parse(at), Date.now()));
}

function failing({ since, why }: NonNullable<ToldDevice['failing']>): string {
  return words.failing(dayAndTime(Date.parse(since), Date.now()), words.whyFailing[why]);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-notifications-screen': HeedNotificationsScreen;
  }
}
