import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { readDevice } from '../../../offline/vault/device';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listOwnDevices } from '../../../protocol/own-account';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { ownDevices as words } from '../../strings/account';
import { shell } from '../../strings/shell';
import { dayAndTime } from '../../strings/times';

type OwnDevice = ReplyOf<typeof listOwnDevices>['devices'][number];

/** The other devices of the school on which this person records, and the way off each of them. */
@customElement('heed-own-devices')
export class HeedOwnDevices extends LitElement {
  @state() private _devices: readonly OwnDevice[] | null = null;
  @state() private _fault = '';
  @state() private _busy = false;
  /** id of the device that this browser is, if it is one: its own card takes people off it */
  private _here: string | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  protected override render(): TemplateResult {
    return html`<section class="card">
      <h2>${words.title}</h2>
      <p class="hint">${words.hint}</p>
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      ${this._devices ? this._renderDevices(this._devices) : this._renderUnanswered()}
    </section>`;
  }

  private _renderUnanswered(): TemplateResult {
    if (this._fault === '') return html`<p class="hint" role="status">${words.loading}</p>`;
    return html`<p class="after">
      <button type="button" class="button" @click=${() => void this._load()}>${shell.tryAgain}</button>
    </p>`;
  }

  private _renderDevices(devices: readonly OwnDevice[]): TemplateResult {
    const others = devices.filter(({ id }) => id !== this._here);
    if (others.length === 0) return html`<p class="after">${words.none}</p>`;
    return html`<ul class="rows">
      ${others.map((device) => this._renderDevice(device))}
    </ul>`;
  }

  private _renderDevice(device: OwnDevice): TemplateResult {
    const { name, shared, joined, seen } = device;
    const now = Date.now();
    const said = seen === null ? words.neverSeen : words.seen(dayAndTime(Date.parse(seen), now));
    return html`<li class="list-row">
      <span class="round-icon plain">${icon(shared ? 'tablet' : 'tablet-smartphone')}</span>
      <span
        ><strong>${name}</strong
        ><span class="hint">${words.since(dayAndTime(Date.parse(joined), now))}. ${said}</span></span
      >
      <button
        type="button"
        class="button small"
        aria-label=${words.leaveNamed(name)}
        ?disabled=${this._busy}
        @click=${() => void this._leave(device)}
      >
        ${words.leave}
      </button>
    </li>`;
  }

  private async _load(): Promise<void> {
    await this._doing(async () => {
      this._here = (await readDevice().catch(() => null))?.deviceId ?? null;
      this._devices = (await call('listOwnDevices')).devices;
    });
  }

  private async _leave({ id, name, authorKeys }: OwnDevice): Promise<void> {
    const agreed = await showConfirm({
      heading: words.leaveNamed(name),
      text: words.sure,
      yes: words.leave,
      no: words.keep,
      danger: true,
    });
    if (!agreed) return;
    const done = await this._doing(async () => {
      for (const authorKeyId of authorKeys) await call('leaveDevice', { params: { id, authorKeyId } });
    });
    if (!done) return;
    announce(words.left(name));
    await this._load();
  }

  private async _doing(work: () => Promise<void>): Promise<boolean> {
    this._busy = true;
    this._fault = '';
    try {
      await work();
      return true;
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
      return false;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-own-devices': HeedOwnDevices;
  }
}
