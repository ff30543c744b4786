import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listWatched, WatchedPupil } from '../../../protocol/watching';
import { categorySquare } from '../../components/category-square';
import { bottomNav, sideNav, type DeskPlace } from '../../components/desk-nav';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { matters as words } from '../../strings/matters';
import './heed-earlier-records';
import { elevateToRead } from '../alerts/elevate-to-read';

/** Pupils whom this person watches, and those who are watched in categories. */
@customElement('heed-watched-screen')
export class HeedWatchedScreen extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _lists: ReplyOf<typeof listWatched> | null = null;
  @state() private _fault: CallFault | null = null;
  private _could = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const may = (this._session?.session?.elevatedUntil ?? null) !== null;
    if (may === this._could) return;
    this._could = may;
    this._lists = null;
    if (may) void this._load();
  }

  protected override render(): TemplateResult {
    const administrator = this._session?.session?.administrator ?? false;
    const place: DeskPlace = { current: '/alerts', toRead: null, due: null, administrator };
    return html`<main id="main" class="desk page-only pupil-desk">
      ${sideNav(place, null)}
      <div class="pupil-page">
        <a class="back-link" href="/alerts">${icon('arrow-left')}${words.back}</a>
        <h1 class="watched-title">${words.watched}</h1>
        <div class="stack">${this._renderBody()}</div>
      </div>
      ${bottomNav(place)}
    </main>`;
  }

  private _renderBody(): TemplateResult {
    const { _lists: lists } = this;
    if (!this._could) return elevateToRead(this._session?.session?.keyHolder ?? false);
    if (this._fault) return this._renderFault(this._fault);
    if (!lists)
      return html`<div class="card" aria-busy="true" role="status">
        <span class="visually-hidden">${words.loading}</span><span class="skeleton"></span>
      </div>`;
    const none = lists.own.length === 0 && lists.categories.length === 0;
    return html`${none
      ? html`<heed-empty sign="eye" .text=${words.nobodyWatched}></heed-empty>`
      : nothing}${lists.own.length === 0
      ? nothing
      : list(html`${words.own}`, lists.own)}${lists.categories.map(({ name, colour, pupils }) =>
      list(html`${categorySquare(colour)} ${name}`, pupils),
    )}
    ${lists.keeps ? html`<heed-earlier-records></heed-earlier-records>` : nothing}`;
  }

  /** Trying again would not show what is not for this person to see. */
  private _renderFault({ code, title }: CallFault): TemplateResult {
    if (code === 'not-found')
      return html`<heed-empty sign="circle-question-mark" role="status" .text=${title}></heed-empty>`;
    return html`<heed-empty sign="cloud-off" role="status" .text=${title}
      ><button type="button" class="button" @click=${() => void this._load()}>
        ${words.retry}
      </button></heed-empty
    >`;
  }

  private async _load(): Promise<void> {
    this._fault = null;
    try {
      const lists = await call('listWatched');
      if (this._could) this._lists = lists;
    } catch (thrown) {
      this._fault = asCallFault(thrown);
    }
  }
}

function list(title: TemplateResult, pupils: readonly WatchedPupil[]): TemplateResult {
  return html`<section class="card">
    <h2 class="h2">${title}</h2>
    <ul class="beside">
      ${pupils.map(
        ({ id, name, className }) =>
          html`<li>
            <a href="/pupils/${id}"
              >${icon('users')}<span>${[name, className].filter(Boolean).join(', ')}</span></a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-watched-screen': HeedWatchedScreen;
  }
}
