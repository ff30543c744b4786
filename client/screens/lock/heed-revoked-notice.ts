import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/heed-notice';
import { deviceKind } from '../../contexts/device-kind';
import { watchRevoked } from '../../contexts/revoked';
import { revoked as words } from '../../strings/lock';
import { readKeptBoard } from '../../unlock/board';

/** That the school has removed this device, what it still does, and whom to ask; nothing on any other device. */
@customElement('heed-revoked-notice')
export class HeedRevokedNotice extends LitElement {
  @state() private _revoked = false;
  @state() private _lead = '';
  private _stop: () => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._stop = watchRevoked((revoked) => {
      this._revoked = revoked;
      if (revoked) void this._readLead();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this._revoked) return nothing;
    return html`<heed-notice tone="warn" sign="triangle-alert" .heading=${words.heading(deviceKind())}
      >${words.text} ${words.ask(this._lead)}</heed-notice
    >`;
  }

  private async _readLead(): Promise<void> {
    const board = await readKeptBoard().catch(() => null);
    this._lead = board?.duty.find(({ role }) => role === 'lead')?.name ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-revoked-notice': HeedRevokedNotice;
  }
}
