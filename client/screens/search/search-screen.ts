import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { bottomNav, sideNav, type DeskPlace } from '../../components/desk-nav';
import { announce } from '../../components/heed-live-region';
import { clockContext } from '../../contexts/clock';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { mayReadNow } from '../../contexts/may-read';
import { schoolTime, sessionContext, type SessionState } from '../../contexts/session';
import { readChoices, type SearchChoices } from '../../data/search';
import { wasInterrupted } from '../../dialogs/add-action/kept-text';
import { showAddAction } from '../../dialogs/add-action/show-add-action';
import type { RouteParams } from '../../router';
import { action as actionWords } from '../../strings/concern-actions';
import { concern as concernWords } from '../../strings/inbox';
import { search as words } from '../../strings/search';
import { decideAbout } from '../alerts/decide-about';
import { detailPane } from '../alerts/detail-pane';
import { elevateToRead } from '../alerts/elevate-to-read';
import { goToNews, NewsOfConcern } from '../alerts/news';
import { OpenConcern } from '../alerts/open-concern';
import { pressedIn } from '../alerts/shortcuts';
import { FoundList } from './found-list';
import { resultsPane } from './results-pane';
import { emptyFields, isEmpty, type SearchFields } from './search-fields';
import { searchForm } from './search-form';

const place = { href: '/search', back: words.back, choose: words.choose, sign: 'search' } as const;

/** Search among what a person may read, beside the record that was opened from it. On a phone one of the two. */
@customElement('heed-search-screen')
export class HeedSearchScreen extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @consume({ context: connectivityContext, subscribe: true })
  @state()
  private _connectivity: Connectivity | undefined;
  @consume({ context: clockContext, subscribe: true })
  @state()
  private _clock: number | undefined;
  @state() private _fields: SearchFields = emptyFields;
  @state() private _categories: SearchChoices['categories'] = [];
  private readonly _list = new FoundList(this);
  private readonly _open = new OpenConcern(this, (id) => Promise.resolve(id));
  private readonly _news = new NewsOfConcern(this, this._open);
  private _couldRead: boolean | null = null;
  private _shown = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this._onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this._onKey);
  }

  protected override willUpdate(): void {
    const mayRead = this._mayRead;
    const before = this._couldRead;
    this._couldRead = mayRead;
    if (before === true && !mayRead) this._forget();
    if (before !== mayRead && mayRead) void this._loadChoices();
    const id = this.params['id'] ?? null;
    if (id !== this._open.id || (before !== null && before !== mayRead && mayRead)) void this._openRecord(id);
  }

  /** An action that was begun there and interrupted goes on. */
  private async _openRecord(id: string | null): Promise<void> {
    await this._open.open(id, this._mayRead);
    const { concern } = this._open;
    if (concern && wasInterrupted(concern.id)) this._act();
  }

  protected override render(): TemplateResult {
    const { _open: open } = this;
    return html`<main class="desk ${open.id === null ? '' : 'reading'}">
      <h1 class="visually-hidden">${words.title}</h1>
      ${sideNav(this._deskPlace, null)}
      <section class="desk-list" aria-label=${words.results}>
        <div class="list-head">
          <p class="pane-title" aria-hidden="true">${words.title}</p>
          ${this._session?.session?.lead
            ? html`<a class="button quiet" href="/counts">${words.counts}</a>`
            : nothing}
        </div>
        ${this._mayRead ? this._renderSearch() : open.id === null ? this._elevate : nothing}
      </section>
      <section class="desk-detail" aria-label=${concernWords.recorded('')}>
        ${detailPane({
          open,
          said: this._news.said,
          showNews: () => void goToNews(this, this._open),
          now: this._now,
          elevate: this._elevate,
          reload: () => void this._open.open(open.id, this._mayRead),
          act: this._act,
          decide: (kind, of) => void decideAbout(open, kind, of),
          list: place,
        })}
      </section>
      ${bottomNav(this._deskPlace)}
    </main>`;
  }

  protected override firstUpdated(): void {
    if (this.params['id'] === undefined) this._focusWords();
  }

  /** What was just opened begins at its top and has the focus. */
  protected override updated(): void {
    const { id, opened } = this._open;
    const shown = `${id ?? ''} ${opened.kind}`;
    if (shown === this._shown) return;
    this._shown = shown;
    if (id === null || opened.kind === 'loading' || opened.kind === 'none') return;
    const pane = this.querySelector('.desk-detail');
    pane?.scrollTo(0, 0);
    pane?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private _renderSearch(): TemplateResult {
    const { _list: list } = this;
    const offline = this._connectivity === 'unreached' && list.rows === null && !list.fault;
    return html`${searchForm({
      fields: this._fields,
      categories: this._categories,
      busy: list.busy,
      error: list.fault?.code === 'not-valid' ? list.fault.title : '',
      changed: (fields) => (this._fields = fields),
      search: () => void this._search(),
      clear: this._clear,
    })}
    ${offline
      ? html`<heed-empty sign="cloud-off" role="status" .text=${words.offline}></heed-empty>`
      : resultsPane({ list: this._bound, openId: this._open.id, now: this._now })}`;
  }

  private get _bound() {
    const { rows, total, pupils, pupilsTotal, busy, fault, hasMore } = this._list;
    const again = () => this._list.again();
    const showMore = () => this._list.showMore();
    return { rows, total, pupils, pupilsTotal, busy, fault, hasMore, again, showMore };
  }

  private async _search(): Promise<void> {
    if (isEmpty(this._fields)) this._focusWords();
    else await this._list.search(this._fields);
  }

  private readonly _clear = (): void => {
    this._fields = emptyFields;
    this._list.drop();
    this._focusWords();
  };

  /** The elevation has ended: neither what was found nor what was looked for stays. */
  private _forget(): void {
    this._fields = emptyFields;
    this._categories = [];
    this._list.drop();
    this._open.drop();
  }

  /** Without them one searches all the same. */
  private async _loadChoices(): Promise<void> {
    try {
      this._categories = (await readChoices()).categories;
    } catch {
      this._categories = [];
    }
  }

  private readonly _act = (): void => {
    const { concern } = this._open;
    if (!concern?.may.act) return;
    void showAddAction(concern).then((added) => {
      if (!added) return;
      if (added !== 'waits') this._open.show(added);
      announce(added === 'waits' ? actionWords.waits : concernWords.added);
    });
  };

  private _focusWords(): void {
    this.querySelector<HTMLElement>('#search-words')?.focus();
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    const shortcut = pressedIn(this, event, '.alert-row');
    if (shortcut === 'search') this._focusWords();
    else if (shortcut === 'next') this._step(1);
    else if (shortcut === 'previous') this._step(-1);
    else if (shortcut === 'act') this._act();
    else return;
    event.preventDefault();
  };

  /** Moves the focus along the rows. */
  private _step(by: 1 | -1): void {
    const links = [...this.querySelectorAll<HTMLElement>('a.alert-row')];
    const from = links.indexOf(document.activeElement as HTMLElement);
    links[from < 0 ? 0 : Math.min(Math.max(from + by, 0), links.length - 1)]?.focus();
  }

  private get _deskPlace(): DeskPlace {
    const administrator = this._session?.session?.administrator ?? false;
    return { current: '/search', toRead: null, due: null, administrator };
  }

  private get _mayRead(): boolean {
    return this._session !== undefined && mayReadNow(this._session);
  }

  private get _now(): number {
    return schoolTime(this._session, this._clock);
  }

  private get _elevate(): TemplateResult {
    return elevateToRead(this._session?.session?.keyHolder ?? false);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-search-screen': HeedSearchScreen;
  }
}
