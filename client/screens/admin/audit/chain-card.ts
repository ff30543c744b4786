import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { checkAudit } from '../../../../protocol/audit';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { icon } from '../../../components/heed-icon';
import '../../../components/heed-notice';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { audit as words } from '../../../strings/admin/audit';
import { dayAndTime } from '../../../strings/times';
import '../../set-up/copy-button';

/** Whether the chain of entries is whole, and its newest fingerprint to keep elsewhere. */
@customElement('heed-chain-card')
export class HeedChainCard extends LitElement {
  @property({ attribute: false }) head: { seq: number; hash: string } = { seq: 0, hash: '' };
  @state() private _found: ReplyOf<typeof checkAudit> | null = null;
  @state() private _busy = false;
  @state() private _fault = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const head = `${String(this.head.seq)}:${this.head.hash}`;
    return html`<section class="card stack chain-card">
      <div class="row apart">
        <div class="grow">
          <h2>${words.chainTitle}</h2>
          <p class="hint">${words.chainWhy}</p>
        </div>
        <button type="button" class="button" ?disabled=${this._busy} @click=${() => void this._check()}>
          ${icon('shield-check')}${this._busy ? words.checking : words.check}
        </button>
      </div>
      <div role="status">${this._renderFound()}</div>
      <details>
        <summary>${words.head}</summary>
        <p class="hint">${words.headWhy}</p>
        <div class="row apart head-line">
          <code class="grow">${head}</code>
          <heed-copy-button .text=${head} label=${words.copy}></heed-copy-button>
        </div>
      </details>
    </section>`;
  }

  private _renderFound(): TemplateResult | typeof nothing {
    if (this._fault !== '') return html`<heed-notice tone="danger">${this._fault}</heed-notice>`;
    if (!this._found) return nothing;
    if (!this._found.whole) {
      const { seq, at } = this._found;
      return html`<heed-notice tone="danger">${words.broken(seq, at ? when(at) : '')}</heed-notice>`;
    }
    const { entries, from, to } = this._found;
    const text = words.whole(entries, when(from ?? ''), when(to ?? ''));
    return html`<heed-notice tone="ok">${text}</heed-notice>`;
  }

  private async _check(): Promise<void> {
    this._busy = true;
    this._fault = '';
    try {
      this._found = await call('checkAudit');
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }
}

const when = (time: string) => dayAndTime(Date.parse(time), Date.now());

declare global {
  interface HTMLElementTagNameMap {
    'heed-chain-card': HeedChainCard;
  }
}
