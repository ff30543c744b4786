import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { listDraftRows } from '../../../offline/vault/drafts';
import { plainText, type Release } from '../../../protocol/help-sheets';
import type { Session } from '../../../protocol/accounts';
import { outboxContext, type OutboxView } from '../../contexts/outbox';
import { sessionContext, type SessionState } from '../../contexts/session';
import { unlockedContext } from '../../contexts/unlocked';
import { call } from '../../data/call';
import { news as words } from '../../strings/dashboard';
import type { Unlocked } from '../../unlock/unlocked';
import { newsOf } from './news-of';

/**
 * "What is new", once after an update and for whoever can use it. It stands below everything else, and waits while a
 * draft or a record does. The school remembers who has been told; somebody new has nothing to be told.
 */
@customElement('heed-news-card')
export class HeedNewsCard extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @consume({ context: outboxContext, subscribe: true })
  @state()
  private _outbox: OutboxView | undefined;
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @state() private _parts: Release['parts'] = [];
  @state() private _open = false;
  private _version = '';
  private _readFor = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const session = this._session?.session ?? null;
    if ((session?.staffId ?? '') === this._readFor) return;
    this._readFor = session?.staffId ?? '';
    this._parts = [];
    if (session) void this._read(session);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._parts.length === 0 || (this._outbox?.unsent ?? 0) > 0) return nothing;
    return html`<section class="card news" aria-labelledby="news-title">
      <h2 id="news-title" tabindex="-1">${words.title}</h2>
      ${this._open ? this._renderPoints() : html`<p class="hint">${words.lead}</p>`}
      <p class="row">
        ${this._open
          ? html`<button type="button" class="button small" @click=${this._close}>${words.done}</button>`
          : html`<button type="button" class="button small" @click=${this._show}>${words.show}</button>
              <button type="button" class="link" @click=${this._close}>${words.notNow}</button>`}
      </p>
    </section>`;
  }

  private _renderPoints(): TemplateResult[] {
    return this._parts.map(
      (part) =>
        html`${part.for === 'everyone' ? nothing : html`<h3>${words.readers[part.for]}</h3>`}
          <ul class="help-list">
            ${part.points.map((spans) => html`<li>${plainText(spans)}</li>`)}
          </ul>`,
    );
  }

  private readonly _show = (): void => {
    this._open = true;
    this._note();
    this.querySelector<HTMLElement>('#news-title')?.focus();
  };

  private readonly _close = (): void => {
    this._note();
    this._parts = [];
  };

  /** Where it cannot be remembered now, the card comes once more. */
  private _note(): void {
    call('noteNews', { body: { version: this._version } }).catch(() => undefined);
  }

  private async _read(session: Session): Promise<void> {
    try {
      const author = this._unlocked?.person.authorKeyId;
      if (author !== undefined && (await listDraftRows(author)).length > 0) return;
      const { loadSheets } = await import('../../data/help-sheets');
      const [{ seen }, { releases }] = await Promise.all([call('readNews'), loadSheets()]);
      if (this._readFor !== session.staffId) return;
      this._version = releases[0]?.version ?? '';
      if (seen === null) this._note();
      else this._parts = newsOf(releases, seen, session);
    } catch {
      // Nothing here is needed today.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-news-card': HeedNewsCard;
  }
}
