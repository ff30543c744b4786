import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { bottomNav, sideNav, type DeskPlace } from '../../components/desk-nav';
import { announce } from '../../components/heed-live-region';
import { clockContext } from '../../contexts/clock';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { mayReadNow } from '../../contexts/may-read';
import { schoolTime, sessionContext, type SessionState } from '../../contexts/session';
import { wasInterrupted } from '../../dialogs/add-action/kept-text';
import { readChoices } from '../../data/search';
import { showAddAction } from '../../dialogs/add-action/show-add-action';
import { showShortcuts } from '../../dialogs/shortcuts/show-shortcuts';
import { go, type RouteParams } from '../../router';
import { sendOnline } from '../../sealing/send-online';
import { action as actionWords } from '../../strings/concern-actions';
import { concern as concernWords, inbox as words } from '../../strings/inbox';
import { shell } from '../../strings/shell';
import { decideAbout, fetchDecisions } from './decide-about';
import { detailPane } from './detail-pane';
import { elevateToRead } from './elevate-to-read';
import { groupRows, inOrder } from './group-rows';
import type { InboxChoices } from './inbox-filter';
import { InboxList } from './inbox-list';
import { listPane } from './list-pane';
import { goToNews, NewsOfConcern } from './news';
import { OpenConcern } from './open-concern';
import { SavedViews } from './saved-views';
import { SeveralAlerts } from './several-alerts';
import { areLettersOn, pressedIn, turnLetters, type Shortcut } from './shortcuts';

/** A lead's desk: the alerts of one person beside the concern that is open. On a phone one of the two. */
@customElement('heed-alerts-screen')
export class HeedAlertsScreen extends LitElement {
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
  @state() private _choices: InboxChoices = { categories: [], years: [] };
  @state() private _filterOpen = false;
  private readonly _list = new InboxList(this);
  private readonly _open = new OpenConcern(this, (id) => this._list.concernIdOf(id));
  private readonly _views = new SavedViews(this);
  private readonly _several = new SeveralAlerts(this, () => void this._list.load());
  private readonly _news = new NewsOfConcern(this, this._open);
  private _couldRead: boolean | null = null;
  private _shownId: string | null = null;
  private _shownKind = '';
  private _listScroll = 0;
  private _focusWasInBar = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this._onKey);
    // A page that was closed in the middle of it may have left files of actions here.
    sendOnline();
    fetchDecisions();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this._onKey);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this._focusWasInBar = this.querySelector('.pane-foot')?.contains(document.activeElement) ?? false;
    const mayRead = this._mayRead;
    const before = this._couldRead;
    this._couldRead = mayRead;
    const id = this.params['id'] ?? null;
    if (before === true && !mayRead) {
      this._list.dropContent();
      this._views.drop();
      this._several.drop();
      this._open.drop();
    }
    const elevated = before !== null && before !== mayRead;
    if (before !== mayRead) this._filterOpen = false;
    if (before !== mayRead && mayRead) {
      void this._loadChoices();
      void this._views.load();
    }
    if (elevated) void this._list.load();
    if (id !== this._open.id || (elevated && mayRead)) void this._openAddress(id);
    if ((changed as Map<string, unknown>).get('_connectivity') === 'unreached' && this._list.fault)
      void this._list.load();
  }

  private get _deskPlace(): DeskPlace {
    const administrator = this._session?.session?.administrator ?? false;
    const { toRead, due } = this._list.counts;
    return { current: '/alerts', toRead, due, administrator };
  }

  protected override render(): TemplateResult {
    const { _list: list, _open: open } = this;
    return html`<main class="desk ${open.id === null ? '' : 'reading'}">
      <h1 class="visually-hidden">${words.title}</h1>
      ${sideNav(this._deskPlace, this._showShortcuts)}
      <section class="desk-list" aria-label=${words.alerts}>
        ${listPane({
          list,
          connectivity: this._connectivity ?? 'unknown',
          openId: open.concernId ?? open.id,
          now: this._now,
          elevate: this._mayRead || open.id !== null ? nothing : this._elevate,
          filter: this._filter,
          several: this._mayRead ? this._several : null,
        })}
      </section>
      <section class="desk-detail" aria-label=${words.concern}>
        ${detailPane({
          open,
          said: this._news.said,
          showNews: () => void goToNews(this, this._open),
          now: this._now,
          elevate: this._elevate,
          reload: () => void this._openAddress(open.id),
          act: this._act,
          decide: (kind, of) => void decideAbout(open, kind, of),
          pupilId: new URLSearchParams(location.search).get('pupil'),
        })}
      </section>
      ${bottomNav(this._deskPlace)}
    </main>`;
  }

  protected override updated(): void {
    const title = shell.windowTitle(words.pageTitle(this._list.counts.toRead));
    if (document.title !== title) document.title = title;
    this._settle();
    // The button that was pressed may have gone with what it did: the next one stands in its place.
    if (this._focusWasInBar && document.activeElement === document.body)
      [...this.querySelectorAll<HTMLElement>('.action-bar .button')].at(-1)?.focus();
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

  private get _filter() {
    if (!this._mayRead) return null;
    const turn = () => (this._filterOpen = !this._filterOpen);
    return { choices: this._choices, open: this._filterOpen, turn, views: this._views };
  }

  /** Without them the list is limited by level alone. */
  private async _loadChoices(): Promise<void> {
    try {
      this._choices = await readChoices();
    } catch {
      this._choices = { categories: [], years: [] };
    }
  }

  private async _openAddress(id: string | null): Promise<void> {
    await this._open.open(id, this._mayRead);
    const { concern } = this._open;
    if (!concern) return;
    this._list.noteOpened(concern.id);
    if (wasInterrupted(concern.id)) this._act();
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

  private readonly _showShortcuts = (): void => {
    void showShortcuts(areLettersOn(), turnLetters);
  };

  /** What was just opened begins at its top and has the focus; a list that comes back stands where it was left. */
  private _settle(): void {
    const { id, opened } = this._open;
    const kind = opened.kind;
    if (id === this._shownId && kind === this._shownKind) return;
    const cameBack = this._shownId !== null && id === null;
    const opensNow = id !== null && kind !== 'loading' && kind !== 'none';
    if (this._shownId === null && id !== null) this._listScroll = scrollY;
    this._shownId = id;
    this._shownKind = kind;
    if (cameBack) scrollTo(0, this._listScroll);
    if (!opensNow) return;
    if (isPhone()) scrollTo(0, 0);
    const pane = this.querySelector('.desk-detail');
    pane?.scrollTo(0, 0);
    pane?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    const shortcut = pressedIn(this, event, '.alert-row');
    if (!shortcut) return;
    event.preventDefault();
    this._do(shortcut);
  };

  private _do(shortcut: Shortcut): void {
    if (shortcut === 'next') this._step(1);
    else if (shortcut === 'previous') this._step(-1);
    else if (shortcut === 'take') void this._open.take();
    else if (shortcut === 'read') void this._open.markRead();
    else if (shortcut === 'act') this._act();
    else if (shortcut === 'search') void go('/search');
    else this._showShortcuts();
  }

  /** Moves the focus along the rows, from the focused one, else from the one that is open. */
  private _step(by: 1 | -1): void {
    const rows = inOrder(groupRows(this._list.rows ?? [], this._now));
    const links = [...this.querySelectorAll<HTMLElement>('a.alert-row')];
    const focused = links.indexOf(document.activeElement as HTMLElement);
    const from = focused >= 0 ? focused : rows.findIndex((row) => row.concernId === this._open.concernId);
    const to = from < 0 ? 0 : Math.min(Math.max(from + by, 0), links.length - 1);
    links[to]?.focus();
  }
}

function isPhone(): boolean {
  return matchMedia('(max-width: 640px)').matches;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-alerts-screen': HeedAlertsScreen;
  }
}
