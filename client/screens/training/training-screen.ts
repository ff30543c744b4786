import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Training } from '../../../protocol/training';
import { download } from '../../components/download';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { schoolTime, sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { clockTime, longDay } from '../../strings/times';
import { training as words, trainingFor } from '../../strings/training';
import { sessionCalendar } from './session-calendar';

/** "Training": the live sessions that are for this person, and whether they come. */
@customElement('heed-training-screen')
export class HeedTrainingScreen extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _sessions: readonly Training[] | null = null;
  @state() private _failed = false;
  @state() private _busy = false;
  @state() private _fault = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page">
      <h1>${words.title}</h1>
      <div class="stack">
        <p>${words.lead}</p>
        ${this._fault === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
        ${this._renderList()}
      </div>
    </main>`;
  }

  private _renderList(): unknown {
    if (this._failed)
      return html`<heed-empty sign="cloud-off" role="status" .text=${words.failed}
        ><button type="button" class="button" @click=${() => void this._load()}>
          ${words.again}
        </button></heed-empty
      >`;
    if (!this._sessions)
      return html`<div class="card" aria-busy="true" role="status">
        <span class="visually-hidden">${words.loading}</span><span class="skeleton"></span>
      </div>`;
    if (this._sessions.length === 0)
      return html`<heed-empty sign="calendar" .text=${words.empty}
        ><a class="button" href="/help">${words.help}</a></heed-empty
      >`;
    return this._sessions.map((one) => this._renderSession(one));
  }

  private _renderSession(one: Training): TemplateResult {
    const [starts, ends] = [Date.parse(one.starts), Date.parse(one.ends)];
    return html`<section class="card stack" aria-label=${one.title}>
      <div>
        <h2>${one.title}</h2>
        <p>${words.when(longDay(starts), clockTime(starts), clockTime(ends))}</p>
        <p class="hint">${trainingFor[one.audience]}. ${words.count(one.count)}.</p>
      </div>
      ${one.coming
        ? html`<p class="line-with-icon ok">${icon('check')}<span>${words.coming}</span></p>`
        : nothing}
      <div class="row">
        <button
          type="button"
          class="button ${one.coming ? '' : 'primary'}"
          aria-label=${words.named(one.coming ? words.withdraw : words.come, one.title)}
          ?disabled=${this._busy}
          @click=${() => void this._set(one, !one.coming)}
        >
          ${one.coming ? words.withdraw : words.come}
        </button>
        <button
          type="button"
          class="button"
          aria-label=${words.named(words.calendar, one.title)}
          @click=${() => this._takeAlong(one)}
        >
          ${icon('calendar')}${words.calendar}
        </button>
        <a
          class="link-line"
          href=${one.url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label=${words.named(words.join, one.title)}
          >${words.join}</a
        >
      </div>
    </section>`;
  }

  private _takeAlong(one: Training): void {
    const file = sessionCalendar(one, location.origin, schoolTime(this._session, undefined));
    download(words.fileName, 'text/calendar', file);
  }

  private async _set({ id }: Training, coming: boolean): Promise<void> {
    this._busy = true;
    this._fault = '';
    try {
      this._sessions = (await call('setComing', { params: { id }, body: { coming } })).sessions;
      announce(coming ? words.nowComing : words.withdrawn);
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }

  private async _load(): Promise<void> {
    this._failed = false;
    try {
      this._sessions = (await call('listTraining')).sessions;
    } catch {
      this._failed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-training-screen': HeedTrainingScreen;
  }
}
