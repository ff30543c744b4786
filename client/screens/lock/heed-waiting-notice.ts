import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/heed-notice';
import { clockContext } from '../../contexts/clock';
import { outboxContext, type OutboxView } from '../../contexts/outbox';
import { sendsWhenClosed } from '../../sw-bridge';
import { waitingWords } from './waiting-words';

/** What waits on this device, in words that are true for this engine; nothing when nothing waits. */
@customElement('heed-waiting-notice')
export class HeedWaitingNotice extends LitElement {
  @consume({ context: outboxContext, subscribe: true })
  @state()
  private _outbox: OutboxView | undefined;
  @consume({ context: clockContext, subscribe: true })
  @state()
  private _now: number | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this._outbox && waitingWords(this._outbox, this._now ?? Date.now(), sendsWhenClosed());
    if (!words) return nothing;
    return html`<heed-notice .tone=${words.tone} .heading=${words.heading}
      >${words.lines.map((line) => html`<span class="notice-line">${line}</span>`)}</heed-notice
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-waiting-notice': HeedWaitingNotice;
  }
}
