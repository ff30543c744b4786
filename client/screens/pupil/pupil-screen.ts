import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ChronologyEntry, PupilPage } from '../../../protocol/chronology';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Matter, MatterKind } from '../../../protocol/pupil-matters';
import { bottomNav, sideNav, type DeskPlace } from '../../components/desk-nav';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { showDecide } from '../../dialogs/decide/show-decide';
import { showKeepMatter } from '../../dialogs/keep-matter/show-keep-matter';
import { showReason } from '../../dialogs/reason/show-reason';
import type { RouteParams } from '../../router';
import { chronology as words, pupilPage as pageWords } from '../../strings/chronology';
import { decide } from '../../strings/concern-actions';
import { matters } from '../../strings/matters';
import { clockTime, longDay } from '../../strings/times';
import { elevateToRead } from '../alerts/elevate-to-read';
import { pressedIn } from '../alerts/shortcuts';
import { ChronologyList, everything } from './chronology-list';
import '../papers/heed-download-paper';
import { chronologyPapers } from '../papers/choices';
import { filterPanel } from './filter-panel';
import './heed-pupil-documents';
import './heed-pupil-leaving';
import { matterCards } from './matter-cards';
import { contactsCard, nameOf, pupilHead } from './pupil-head';
import { timeline } from './timeline';
import { watchCard } from './watch-card';
import { wayBack } from './way-back';

/** The page of one pupil: who it is, whom to ring, and everything about them in order of when it happened. */
@customElement('heed-pupil-page')
export class HeedPupilPage extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  private readonly _list = new ChronologyList(this);
  @state() private _filterOpen = false;
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
    this._shown = '';
  }

  protected override willUpdate(): void {
    const wanted = this._mayRead ? (this.params['id'] ?? '') : '';
    if (wanted === this._shown) return;
    this._shown = wanted;
    if (wanted === '') this._list.drop();
    else void this._list.open(wanted);
  }

  protected override render(): TemplateResult {
    const administrator = this._session?.session?.administrator ?? false;
    const place: DeskPlace = { current: '/alerts', toRead: null, due: null, administrator };
    return html`<main id="main" class="desk page-only pupil-desk">
      ${sideNav(place, null)}
      <div class="pupil-page">${wayBack()} ${this._renderBody()}</div>
      ${bottomNav(place)}
    </main>`;
  }

  private get _mayRead(): boolean {
    return (this._session?.session?.elevatedUntil ?? null) !== null;
  }

  private _renderBody(): TemplateResult {
    const { head, page, fault } = this._list;
    if (!this._mayRead) return this._renderElevate();
    if (head && page) return this._renderPage();
    if (!fault) return loading();
    if (fault.code === 'elevation-needed') return this._renderElevate();
    const gone = fault.code === 'not-found';
    const text = gone ? pageWords.gone : fault.code === 'unreachable' ? pageWords.offline : fault.title;
    return html`<h1 class="visually-hidden">${pageWords.title}</h1>
      <heed-empty sign=${gone ? 'circle-question-mark' : 'cloud-off'} role="status" .text=${text}
        >${gone ? nothing : this._renderRetry()}</heed-empty
      >`;
  }

  private _renderElevate(): TemplateResult {
    return html`<h1>${pageWords.title}</h1>
      ${elevateToRead(this._session?.session?.keyHolder ?? false)}`;
  }

  private _renderRetry(): TemplateResult {
    return html`<button type="button" class="button" @click=${() => void this._list.reload()}>
      ${pageWords.retry}
    </button>`;
  }

  private _renderPage(): TemplateResult {
    const { head, page, search, isFiltered } = this._list;
    if (!head || !page) return loading();
    return html`${pupilHead(head, this._renderActions())}
      <div class="pupil-columns">
        <div class="pupil-aside">
          ${page.total === 0
            ? nothing
            : filterPanel({
                page,
                search,
                filtered: isFiltered,
                open: this._filterOpen,
                find: (wanted) => void this._list.find(wanted),
              })}
        </div>
        <div class="stack">
          ${contactsCard(head, (contact) => void this._bar(contact))}
          ${matterCards(head, (kind, matter) => void this._keep(kind, matter))}
          ${head.mayKeep && head.leftOn !== null
            ? html`<heed-pupil-leaving .pupilId=${head.id} .today=${head.today}></heed-pupil-leaving>`
            : nothing}
          ${head.mayKeep
            ? html`<heed-pupil-documents
                .pupilId=${head.id}
                .changed=${() => void this._list.again()}
              ></heed-pupil-documents>`
            : nothing}
          ${watchCard(head, {
            watch: (watching) =>
              void this._watch(() => call('watchPupil', { params: { id: head.id }, body: { watching } })),
            categories: (watched) =>
              void this._watch(() =>
                call('watchCategories', {
                  params: { id: head.id },
                  body: { categories: [...watched], seen: head.watchedIn.map(({ id }) => id) },
                }),
              ),
          })}
          ${this._renderChronology()}
        </div>
      </div>
      <p class="only-print">
        ${words.printed(`${longDay(Date.now())} ${new Date().getFullYear()}, ${clockTime(Date.now())}`)}
      </p>`;
  }

  private _renderActions(): TemplateResult {
    return html`<button
        type="button"
        class="button no-print filter-toggle"
        aria-expanded=${this._filterOpen}
        aria-controls="chronology-filter"
        @click=${() => (this._filterOpen = !this._filterOpen)}
      >
        ${icon('list-filter')}${words.filter}
      </button>
      <button type="button" class="button no-print" @click=${() => void this._print()}>
        ${icon('printer')}${words.print}
      </button>
      <heed-download-paper
        .choices=${chronologyPapers(this._shown, this._list.query)}
      ></heed-download-paper>`;
  }

  private _renderChronology(): TemplateResult {
    const { head, page, order, search, busy, fault, isFiltered } = this._list;
    if (!head || !page) return loading();
    const turned = order === 'newest' ? 'oldest' : 'newest';
    return html`<section class="chronology" aria-label=${words.title} aria-busy=${busy}>
      <div class="row apart">
        <p class="hint" role="status">${words.entries(page.found, page.total)}</p>
        ${page.found < 2
          ? nothing
          : html`<button
              type="button"
              class="button quiet no-print"
              aria-label=${words.turn(words[order])}
              @click=${() => void this._list.find(search, turned)}
            >
              ${icon('history')}${words[order]}
            </button>`}
      </div>
      ${fault
        ? html`<heed-notice tone="danger" role="alert"
            >${fault.title}
            <button
              slot="actions"
              type="button"
              class="button small"
              @click=${() => void this._list.find(search)}
            >
              ${pageWords.retry}
            </button></heed-notice
          >`
        : nothing}
      ${page.found === 0
        ? this._renderNothing(head.name)
        : timeline({
            pupilId: head.id,
            page,
            order,
            filtered: isFiltered,
            busy,
            more: () => void this._list.more(),
            mark: (entry) => void this._mark(entry),
          })}
    </section>`;
  }

  private _renderNothing(name: string): TemplateResult {
    if (!this._list.isFiltered)
      return html`<heed-empty sign="inbox" .text=${words.empty(name)}
        ><a class="button" href="/record">${icon('plus')}${words.record}</a></heed-empty
      >`;
    return html`<heed-empty sign="list-filter" .text=${words.nothingFits}
      ><button type="button" class="button" @click=${() => void this._list.find(everything)}>
        ${words.clear}
      </button></heed-empty
    >`;
  }

  /** Sets the mark "significant", or takes it off, each with a reason; then the list is read again. */
  private readonly _mark = async ({ id, concernId, significant }: ChronologyEntry): Promise<void> => {
    const kind = significant ? 'unmark' : 'mark';
    if (concernId === null || (await showDecide(kind, concernId, id)) === null) return;
    announce(decide[kind].done);
    await this._list.find(this._list.search);
  };

  /** Writes down a plan, an agency, a school or a link; then the page is read again. */
  private async _keep(kind: MatterKind, matter: Matter | null): Promise<void> {
    if (!(await showKeepMatter(this._shown, kind, matter))) return;
    announce(matters.saved);
    await this._list.again();
  }

  /** What could not be saved is drawn as it is. */
  private async _watch(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
      announce(matters.saved);
    } catch (thrown) {
      announce(matters.notSaved(asCallFault(thrown).title));
    }
    await this._list.again();
  }

  private async _bar(contact: PupilPage['contacts'][number]): Promise<void> {
    const { name, relationship, phone, doNotContact } = contact;
    const said = doNotContact ? matters.free : matters.bar;
    const versionId = uuidv7(Date.now());
    // Whose page this is now, whatever is shown when it is sent.
    const id = this._shown;
    const done = await showReason({
      about: id,
      heading: said.title(nameOf(contact)),
      label: matters.reason,
      hint: matters.reasonHint,
      save: said.save,
      send: (reason) =>
        call('barContact', {
          params: { id },
          body: { versionId, contact: { name, relationship, phone }, barred: !doNotContact, reason },
        }),
    });
    if (!done) return;
    announce(matters.saved);
    await this._list.again();
  }

  /** Paper shows all of it, not what happened to be loaded; that it was printed stands in the audit. */
  private async _print(): Promise<void> {
    announce(words.printing);
    if (!(await this._list.all())) return;
    try {
      await call('notePrinted', { params: { id: this._shown } });
    } catch {
      // What was not noted is not printed: without a connection there is no full access either.
      return void this._list.find(this._list.search);
    }
    await this.updateComplete;
    print();
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    const shortcut = pressedIn(this, event, '.entry');
    if (shortcut !== 'next' && shortcut !== 'previous') return;
    event.preventDefault();
    this._step(shortcut === 'next' ? 1 : -1);
  };

  /** Moves the focus along the entries; behind the last one more are asked for. */
  private _step(by: 1 | -1): void {
    const links = [...this.querySelectorAll<HTMLElement>('.entry-link')];
    const from = links.indexOf(document.activeElement as HTMLElement);
    const to = from < 0 ? 0 : Math.max(from + by, 0);
    if (to >= links.length) void this._list.more();
    else links[to]?.focus();
  }
}

function loading(): TemplateResult {
  return html`<div aria-busy="true" role="status">
    <span class="visually-hidden">${pageWords.loading}</span>
    <div class="card" aria-hidden="true">
      <span class="skeleton short"></span><span class="skeleton"></span><span class="skeleton"></span>
    </div>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pupil-page': HeedPupilPage;
  }
}
