import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deviceKind } from '../../contexts/device-kind';
import { askNow } from '../../sealing/keep-asking';
import { mine as words } from '../../strings/mine';
import { OwnReplies } from './own-replies';
import { otherReplies, type ShownReplies } from './reply-part';
import './your-records';

/** All of one's own records: how far each has come, and what one can do for those that have not been sent. */
@customElement('heed-mine-screen')
export class HeedMineScreen extends LitElement {
  private readonly _replies = new OwnReplies(this);
  @state() private _here: ReadonlySet<string> = new Set();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    askNow();
  }

  /** A new object each time, so that the list sees what has changed. */
  private get _shown(): ShownReplies {
    const { all, opened, fault, busy } = this._replies;
    const open = (id: string) => this._replies.open(id);
    return { all, opened, fault, busy, open, close: () => this._replies.close() };
  }

  protected override render(): TemplateResult {
    return html`<main class="page" id="main">
      <h1>${words.title}</h1>
      <p class="hint page-hint">${words.noContent(deviceKind())}</p>
      ${otherReplies(this._replies, this._here, Date.now())}
      <heed-your-records
        .replies=${this._shown}
        @records-read=${(event: CustomEvent<ReadonlySet<string>>) => (this._here = event.detail)}
      ></heed-your-records>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-mine-screen': HeedMineScreen;
  }
}
