import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { bottomNav, sideNav, type DeskPlace } from '../../components/desk-nav';
import { download } from '../../components/download';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { clockContext } from '../../contexts/clock';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { mayReadNow } from '../../contexts/may-read';
import { schoolTime, sessionContext, type SessionState } from '../../contexts/session';
import type { DuePage } from '../../data/due-actions';
import { showShortcuts } from '../../dialogs/shortcuts/show-shortcuts';
import { go } from '../../router';
import { due as words } from '../../strings/due';
import { shell } from '../../strings/shell';
import { clockTime } from '../../strings/times';
import { elevateToRead } from '../alerts/elevate-to-read';
import { areLettersOn, pressedIn, turnLetters } from '../alerts/shortcuts';
import { calendarFile, type CalendarEntry } from './calendar-file';
import { countPressing, groupDue, type DueGroup } from './due-groups';
import { DueList } from './due-list';
import { dueRow } from './due-row';
import { pupilTasks } from './pupil-tasks';

/** What is still to be done: by the person who looks, and by others in the concerns that they decide about. */
@customElement('heed-actions-screen')
export class HeedActionsScreen extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @consume({ context: connectivityContext, subscribe: true })
  @state()
  private _connectivity: Connectivity | undefined;
  @consume({ context: clockContext, subscribe: true })
  @state()
  private _clock: number | undefined;
  private readonly _list = new DueList(this);
  private _couldRead: boolean | null = null;
  private _day = '';
  /** the row whose button went with what it did */
  private _pressed: string | null = null;

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
    if (before === true && !mayRead) this._list.dropContent();
    const day = new Date(this._now).toDateString();
    const midnight = this._day !== '' && this._day !== day;
    this._day = day;
    if ((before !== null && before !== mayRead) || midnight) void this._list.load();
    if (this._connectivity === 'reached' && this._list.fault?.code === 'unreachable') void this._list.load();
    const row = document.activeElement?.closest<HTMLElement>('.due-row');
    this._pressed = row && this.contains(row) ? (row.dataset['action'] ?? null) : null;
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="desk page-only pupil-desk">
      ${sideNav(this._place, this._showShortcuts)}
      <div class="pupil-page due-page">
        ${this._renderHead()} ${this._renderTrouble()} ${this._renderBody()}
      </div>
      ${bottomNav(this._place)}
    </main>`;
  }

  protected override updated(): void {
    const title = shell.windowTitle(words.pageTitle(this._place.due ?? 0));
    if (document.title !== title) document.title = title;
    // The button that was pressed has gone with what it did: the next one of its row stands in its place.
    if (this._pressed !== null && document.activeElement === document.body)
      this.querySelector<HTMLElement>(
        `[data-action="${this._pressed}"] .due-deeds .button:last-child`,
      )?.focus();
  }

  private _renderHead(): TemplateResult {
    const mine = this._mine;
    return html`<div class="row apart due-head">
        <div>
          <h1 tabindex="-1">${words.title}</h1>
          <p class="hint">${words.intro}</p>
        </div>
        ${mine.length === 0
          ? nothing
          : html`<button type="button" class="button" @click=${() => this._save(mine)}>
              ${icon('calendar')}${words.calendarAll}
            </button>`}
      </div>
      ${mine.length === 0 ? nothing : html`<p class="hint due-hint">${words.calendarHint}</p>`}
      ${this._list.page?.elevateToRead && this._list.rows.length > 0
        ? elevateToRead(this._session?.session?.keyHolder ?? false)
        : nothing}`;
  }

  /** Rows that were shown stay, with the time of the answer that they came from. */
  private _renderTrouble(): TemplateResult | typeof nothing {
    const { page, fault } = this._list;
    if (!fault || !page) return nothing;
    return html`<heed-notice tone="warn" sign="cloud-off" role="status"
      >${words.failed(clockTime(Date.parse(page.checkedAt)))} ${this._renderRetry('actions')}</heed-notice
    >`;
  }

  private _renderRetry(slot: string): TemplateResult {
    return html`<button
      slot=${slot === '' ? nothing : slot}
      type="button"
      class="button ${slot === '' ? '' : 'small'}"
      @click=${() => void this._list.load()}
    >
      ${words.retry}
    </button>`;
  }

  private _renderBody(): TemplateResult {
    const { page, fault, rows } = this._list;
    if (!page) {
      if (!fault && this._connectivity !== 'unreached') return loading();
      const text = fault && fault.code !== 'unreachable' ? fault.title : words.offline;
      return html`<heed-empty sign="cloud-off" role="status" .text=${text}
        >${this._renderRetry('')}</heed-empty
      >`;
    }
    if (rows.length === 0 && page.leavers.length + page.reviews.length === 0)
      return html`<heed-empty sign="list-todo" .text=${words.empty}></heed-empty>`;
    return html`${pupilTasks(page)}
    ${groupDue(rows, page.today).map(({ group, rows: some }) => this._renderGroup(group, some))}
    ${page.more === 0 ? nothing : html`<p class="hint">${words.more(page.more)}</p>`}`;
  }

  private _renderGroup(group: DueGroup, rows: DueList['rows']): TemplateResult {
    const list = this._list;
    const today = list.page?.today ?? '';
    return html`<section class="card due-group ${group}">
      <h2 class="h2">${words.groups[group]}</h2>
      <ul class="rows">
        ${repeat(
          rows,
          ({ actionId }) => actionId,
          (row) =>
            dueRow({
              row,
              today,
              done: list.isDone(row.actionId),
              busy: list.busy !== '',
              refused: list.refused?.actionId === row.actionId ? list.refused.why : '',
              finish: () => void list.finish(row),
              undo: () => void list.undo(row),
              calendar: () => this._save([row]),
            }),
        )}
      </ul>
    </section>`;
  }

  private get _mine(): DueList['rows'] {
    return this._list.rows.filter(({ mine, actionId }) => mine && !this._list.isDone(actionId));
  }

  /** What is late or due today: one's own, and files that the leads have to hand on. */
  private _pressing({ leavers, reviews, today }: DuePage): number {
    return (
      countPressing(this._mine, today) + leavers.filter(({ day }) => day <= today).length + reviews.length
    );
  }

  private get _place(): DeskPlace {
    const administrator = this._session?.session?.administrator ?? false;
    const due = this._list.page ? this._pressing(this._list.page) : null;
    return { current: '/actions', toRead: null, due, administrator };
  }

  private get _mayRead(): boolean {
    return this._session !== undefined && mayReadNow(this._session);
  }

  private get _now(): number {
    return schoolTime(this._session, this._clock);
  }

  private _save(entries: readonly CalendarEntry[]): void {
    download(
      words.calendarFile,
      'text/calendar;charset=utf-8',
      calendarFile(entries, location.origin, this._now),
    );
  }

  private readonly _showShortcuts = (): void => {
    void showShortcuts(areLettersOn(), turnLetters, words.shortcuts);
  };

  private readonly _onKey = (event: KeyboardEvent): void => {
    const shortcut = pressedIn(this, event, '.due-row');
    if (shortcut === 'next') this._step(1);
    else if (shortcut === 'previous') this._step(-1);
    else if (shortcut === 'search') void go('/search');
    else if (shortcut === 'list') this._showShortcuts();
    else if (shortcut === 'read') this._focused?.querySelector<HTMLElement>('.finish')?.click();
    else return;
    event.preventDefault();
  };

  private get _focused(): HTMLElement | null {
    return document.activeElement?.closest<HTMLElement>('.due-row') ?? null;
  }

  /** Moves the focus along the rows: to the concern of each, else to its button. */
  private _step(by: 1 | -1): void {
    const rows = [...this.querySelectorAll<HTMLElement>('.due-row')];
    const from = this._focused ? rows.indexOf(this._focused) : -1;
    const to = from < 0 ? 0 : Math.min(Math.max(from + by, 0), rows.length - 1);
    rows[to]?.querySelector<HTMLElement>('a, button')?.focus();
  }
}

function loading(): TemplateResult {
  return html`<div aria-busy="true" role="status">
    <span class="visually-hidden">${words.loading}</span>
    <div class="card" aria-hidden="true">
      <span class="skeleton short"></span><span class="skeleton"></span><span class="skeleton"></span>
    </div>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-actions-screen': HeedActionsScreen;
  }
}
