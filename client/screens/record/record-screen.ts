import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FieldError } from '../../components/heed-error-summary';
import '../../components/heed-error-summary';
import { watchClock } from '../../contexts/clock';
import { deviceKind } from '../../contexts/device-kind';
import { currentUnlocked, watchUnlocked } from '../../contexts/unlocked';
import { showAboutAdult } from '../../dialogs/about-adult/show-about-adult';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { go, type RouteParams } from '../../router';
import { deleteDraft, type OpenDraft } from '../../sealing/drafts';
import { LockWatch } from '../../shell/watch-here';
import { errorSummary } from '../../strings/components';
import { record as words, unlocked as lockedWords } from '../../strings/record';
import { readKeptBoard } from '../../unlock/board';
import { indexRoll } from '../../unlock/roll';
import { peopleHere, type Unlocked } from '../../unlock/unlocked';
import { listPeopleRows } from '../../../offline/vault/people';
import type { DeviceBoard } from '../../../protocol/devices';
import { aside } from './aside';
import { buildBody } from './build-body';
import { checkRecord, FIELDS } from './check-record';
import { dangerStrip } from './danger-strip';
import { leadName, type FormView, type RareThing } from './form-view';
import { goesTo } from './goes-to';
import { noteJustSent } from './just-sent';
import { notices } from './notices';
import { OpenRecord } from './open-record';
import { kindCard } from './kind-card';
import { isUrgent } from './kinds';
import { rareThings } from './rare-cards';
import { changed, emptyContent, type RecordContent } from './record-content';
import { sendBar, type Kept } from './send-bar';
import { pupilOffers } from './suggest';
import { toldCard } from './told-card';
import { growText, whatCard } from './what-card';
import { whenWhereCard } from './when-where-card';
import { nameCard, whoCard } from './who-card';
import { asText, loadSealing, openFor, type Author } from './writing';

/**
 * "Record a concern": one page, kept encrypted from the first keystroke, sealed before the screen changes. With
 * `?unlocked=no` the same page for somebody who has not unlocked: no lists of people, no reading back.
 */
@customElement('heed-record-screen')
export class HeedRecordScreen extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};
  @state() private _ready = false;
  @state() private _content: RecordContent = emptyContent;
  /** as of the last Send */
  @state() private _faults: readonly FieldError[] = [];
  @state() private _kept: Kept = { kind: 'not-yet' };
  @state() private _board: DeviceBoard | null = null;
  @state() private _unlocked: Unlocked | null = null;
  @state() private _now = Date.now();
  @state() private _open: ReadonlySet<RareThing> = new Set();
  @state() private _notice: 'continued' | 'gone' | 'second-draft' | null = null;
  @state() private _sealing = false;
  @state() private _copied = false;
  @state() private _closesIn: number | null = null;
  private _withoutUnlocking = false;
  private _namesHere: readonly string[] = [];
  private _offers = pupilOffers(indexRoll(null));
  private _record: OpenRecord | null = null;
  private _lockWatch: LockWatch | null = null;
  private _opened = 0;
  private _stops: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this._onKey);
    this._stops = [
      watchClock((now) => (this._now = now)),
      watchUnlocked((unlocked) => this._onUnlocked(unlocked)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this._onKey);
    for (const stop of this._stops) stop();
    this._opened += 1;
    this._leave();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('params')) void this._begin();
  }

  protected override updated(): void {
    growText(this);
  }

  protected override render(): TemplateResult {
    return html`<main id="main">
      <div class="page with-bar with-aside" ?inert=${this._sealing}>
        <h1>${this._withoutUnlocking ? lockedWords.title : words.title}</h1>
        ${this._ready ? this._renderForm(this._view()) : nothing}
      </div>
      ${this._ready ? this._renderBar() : nothing}
    </main>`;
  }

  private _renderForm(view: FormView): TemplateResult {
    return html`<div class="stack">
        <heed-error-summary .errors=${view.errors.size > 0 ? this._faults : noFaults}></heed-error-summary>
        ${dangerStrip(this._board, view.device)} ${this._renderNotices(view)} ${nameCard(view)}
        ${whoCard(view)} ${whatCard(view)} ${whenWhereCard(view)} ${kindCard(view)} ${toldCard(view)}
        ${rareThings(view)} ${this._renderLinks()}
      </div>
      ${aside(this._goesTo())}`;
  }

  private _renderNotices(view: FormView): TemplateResult {
    return notices({
      notice: this._notice,
      withoutUnlocking: this._withoutUnlocking,
      device: view.device,
      closesIn: this._closesIn,
      startedAt: this._content.startedAt,
      now: this._now,
    });
  }

  private _renderLinks(): TemplateResult {
    return html`<p class="row apart">
      <button type="button" class="link" @click=${() => void showAboutAdult(this._board?.duty ?? [])}>
        ${words.aboutAdult}
      </button>
      ${this._record?.draft
        ? html`<button type="button" class="link delete-draft" @click=${() => void this._delete()}>
            ${words.discard}
          </button>`
        : nothing}
    </p>`;
  }

  private _renderBar(): TemplateResult {
    return sendBar({
      kept: this._kept,
      device: deviceKind(),
      withoutUnlocking: this._withoutUnlocking,
      goesTo: this._goesTo(),
      sealing: this._sealing,
      copied: this._copied,
      send: () => void this._send(),
      copy: () => void this._copy(),
    });
  }

  private _view(): FormView {
    return {
      content: this._content,
      change: (part) => this._change(part),
      errors: this._errors(),
      device: deviceKind(),
      board: this._board,
      roll: this._unlocked?.roll ?? null,
      offers: this._offers,
      withoutUnlocking: this._withoutUnlocking,
      namesHere: this._namesHere,
      now: this._now,
      open: this._open,
      toggle: (thing) => this._toggle(thing),
    };
  }

  /** Of what the last Send found wrong, what still is. */
  private _errors(): ReadonlyMap<string, string> {
    if (this._faults.length === 0) return new Map();
    const still = new Set(this._check().map(({ field }) => field));
    const own = new Set<string>([...still, ...(this._faults.some(isOfSending) ? [FIELDS.what] : [])]);
    return new Map(
      this._faults.filter(({ field }) => own.has(field)).map(({ field, text }) => [field, text]),
    );
  }

  private _check(): FieldError[] {
    return checkRecord(this._content, { withName: this._withoutUnlocking, now: Date.now() });
  }

  private _goesTo(): string[] {
    return goesTo(this._board, this._unlocked?.roll ?? null, this._content);
  }

  private _author(): Author {
    return { unlocked: this._unlocked, name: this._content.name };
  }

  /** Opens what the address means. */
  private async _begin(): Promise<void> {
    const opened = ++this._opened;
    this._leave();
    this._ready = false;
    const asked = new URLSearchParams(location.search);
    this._withoutUnlocking = asked.get('unlocked') === 'no' && currentUnlocked() === null;
    this._board = await readKeptBoard();
    if (this._withoutUnlocking)
      this._namesHere = (await peopleHere(await listPeopleRows())).map(({ name }) => name);
    const unlocked = currentUnlocked();
    if (!unlocked && !this._withoutUnlocking) {
      this._toLock();
      return;
    }
    const wanted = asked.has('new') ? 'new' : (this.params['draftId'] ?? null);
    const found = unlocked ? await openFor(unlocked, wanted, Date.now()) : null;
    // The person has gone on, or locked, meanwhile.
    if (opened !== this._opened) return;
    this._start(found?.draft ?? null, found?.content ?? emptyContent);
    this._notice = found?.notice ?? null;
    this._ready = true;
    void loadSealing().catch(() => undefined);
  }

  private _start(draft: OpenDraft | null, content: RecordContent): void {
    this._content = content;
    this._open = openedBy(content);
    this._kept = { kind: 'not-yet' };
    this._record = new OpenRecord(draft, () => this._author(), {
      kept: (kept) => (this._kept = kept),
      second: () => (this._notice = 'second-draft'),
    });
    if (this._withoutUnlocking) this._closeWhenLeft();
  }

  private _change(part: Partial<RecordContent>): void {
    this._content = changed(this._content, part, Date.now());
    this._copied = false;
    this._record?.changed(this._content);
  }

  private async _send(): Promise<void> {
    if (this._sealing || !this._record) return;
    this._faults = this._check();
    document.title = `${this._faults.length > 0 ? errorSummary.prefix : ''}${words.title}`;
    if (this._faults.length > 0) return;
    this._sealing = true;
    try {
      await this._seal(this._record);
    } catch (fault) {
      this._onNotSent(fault);
    } finally {
      this._sealing = false;
    }
  }

  private async _seal(record: OpenRecord): Promise<void> {
    const content = this._content;
    const body = buildBody(content, { now: Date.now(), lead: leadName(this._board) });
    const result = await record.send(body, content);
    if (result?.kind !== 'sent') return;
    this._record = null;
    noteJustSent(result.envelopeId, {
      findSomeone: content.told === 'not-yet' && isUrgent(this._board?.categories ?? [], content.categories),
      told: body.told.who ?? '',
      unconfirmed: this._withoutUnlocking,
    });
    await go(`/record/${result.envelopeId}/sent`, { replace: true });
  }

  private _onNotSent(fault: unknown): void {
    // By name: the classes come with HPKE, which is fetched after this screen.
    const name = fault instanceof Error ? fault.name : '';
    if (name === 'RecordTooLong') this._faults = [{ field: FIELDS.what, text: words.errors.tooLong }];
    else if (name === 'NotEnrolled') this._faults = [{ field: FIELDS.what, text: words.errors.notEnrolled }];
    else this._record?.notKept();
  }

  private async _delete(): Promise<void> {
    const draft = this._record?.draft;
    if (!draft) return;
    const sure = await showConfirm({
      heading: words.discard,
      text: words.discardSure,
      yes: words.discard,
      no: words.keepDraft,
      danger: true,
    });
    if (!sure) return;
    this._record?.discard();
    this._record = null;
    await deleteDraft(draft.draftId);
    await go(this._withoutUnlocking ? '/lock' : '/', { replace: true });
  }

  private async _copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(asText(this._content));
      this._copied = true;
    } catch {
      // Refused by the browser: the text is marked, so that it can be copied by hand.
      this.querySelector<HTMLTextAreaElement>(`#${FIELDS.what}`)?.select();
    }
  }

  private _toggle(thing: RareThing): void {
    const open = new Set(this._open);
    if (!open.delete(thing)) open.add(thing);
    this._open = open;
  }

  private _onUnlocked(unlocked: Unlocked | null): void {
    const before = this._unlocked;
    if (unlocked) {
      this._unlocked = unlocked;
      this._offers = pupilOffers(unlocked.pupils);
    } else if (before) this._forget();
  }

  /** Locked: what was typed is on the disk, and nothing of it stays in the page. */
  private _forget(): void {
    this._opened += 1;
    this._record?.discard();
    this._record = null;
    this._clear();
    this._toLock();
  }

  private _clear(): void {
    this._ready = false;
    this._unlocked = null;
    this._content = emptyContent;
    this._faults = [];
    this._notice = null;
    this._offers = pupilOffers(indexRoll(null));
  }

  private _toLock(): void {
    void go('/lock', { replace: true, next: location.pathname + location.search });
  }

  /** Nobody has unlocked, so nothing else locks: a form that is left closes, and cannot be opened here again. */
  private _closeWhenLeft(): void {
    this._lockWatch = new LockWatch(true, {
      locksIn: (seconds) => (this._closesIn = seconds),
      lock: () => {
        this._leave();
        this._clear();
        void go('/lock', { replace: true });
      },
    });
  }

  private _leave(): void {
    this._lockWatch?.stop();
    this._lockWatch = null;
    this._closesIn = null;
    this._record?.close();
    this._record = null;
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this._send();
  };
}

const noFaults: readonly FieldError[] = [];

/** Found while sealing, not by looking at the answers. */
function isOfSending({ text }: FieldError): boolean {
  return text === words.errors.tooLong || text === words.errors.notEnrolled;
}

/** What somebody has written under the rare things stands open. */
function openedBy(content: RecordContent): ReadonlySet<RareThing> {
  const open = new Set<RareThing>();
  if (content.others !== '') open.add('others');
  if (content.alertStaff.length + content.alertGroups.length > 0) open.add('alert');
  if (content.agencies.length > 0) open.add('details');
  return open;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-record-screen': HeedRecordScreen;
  }
}
