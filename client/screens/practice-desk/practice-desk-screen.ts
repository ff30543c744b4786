import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Concern } from '../../../protocol/concerns';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { textAreaField } from '../../components/text-area-field';
import { currentSession } from '../../contexts/session';
import { practice } from '../../strings/practice';
import { practiceDesk as words } from '../../strings/practice-desk';
import { clockTime } from '../../strings/times';
import { actionBar } from '../alerts/action-bar';
import { alertRow } from '../alerts/alert-row';
import { concernPane } from '../alerts/concern-pane';
import { countPractice, PRACTICE_S } from '../practice/practice-time';
import { acted, doneTasks, marked, opened, taken, tasks } from './deeds';
import { inventedConcerns, rowOf } from './invented-alerts';

const MOST = 500;
const nobody: ReadonlySet<string> = new Set();

/**
 * Alerts of invented children, drawn by what draws real ones. It calls nothing, keeps nothing, and ends with the page, at a
 * lock or after ten minutes.
 */
@customElement('heed-practice-desk-screen')
export class HeedPracticeDeskScreen extends LitElement {
  @state() private _concerns: readonly Concern[] = [];
  @state() private _openId: string | null = null;
  @state() private _note = '';
  @state() private _over = false;
  private _endsAt = 0;
  private _stop: () => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this._onRow);
    this._start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('click', this._onRow);
    this._stop();
  }

  protected override render(): TemplateResult {
    return html`<div class="practice">
      <section class="practice-flag" aria-label=${practice.name}>${practice.flag}</section>
      <main id="main" class="page">
        <h1>${words.title}</h1>
        <div class="stack">${this._over ? this._renderOver() : this._renderDesk()}</div>
      </main>
    </div>`;
  }

  private _renderOver(): TemplateResult {
    return html`<p>${words.ended}</p>
      <div class="row">
        <button type="button" class="button" @click=${() => this._start()}>${words.again}</button>
        <a class="button primary" href="/">${words.home}</a>
      </div>`;
  }

  private _renderDesk(): TemplateResult {
    const now = Date.now();
    const open = this._concerns.find(({ id }) => id === this._openId);
    return html`<heed-notice edged sign="pencil-line"
        >${words.why} ${words.endsAt(clockTime(this._endsAt))}</heed-notice
      >
      ${this._renderTasks()}
      <section class="card flush" aria-label=${words.title}>
        ${this._concerns.map((one) => alertRow(rowOf(one), { now, current: one.id === this._openId }))}
      </section>
      ${open ? this._renderOpen(open, now) : nothing}
      <p class="hint">${words.elevate}</p>`;
  }

  private _renderTasks(): TemplateResult {
    const done = doneTasks(this._concerns);
    return html`<section class="card">
      <h2>${words.tasks}</h2>
      <ol class="plain-list">
        ${tasks.map(
          (task) =>
            html`<li class="line-with-icon ${done.has(task) ? 'ok' : ''}">
              ${icon(done.has(task) ? 'check' : 'chevron-right')}<span
                >${words.task[task]}${done.has(task) ? html` <strong>${words.done}</strong>` : nothing}</span
              >
            </li>`,
        )}
      </ol>
      ${done.size === tasks.length ? html`<p role="status">${words.allDone}</p>` : nothing}
    </section>`;
  }

  private _renderOpen(concern: Concern, now: number): TemplateResult {
    return html`<div class="concern practice-concern">
        ${concernPane(concern, now, nobody, { finish: () => undefined, decide: () => undefined })}
      </div>
      <section class="card stack">
        ${textAreaField({
          id: 'practice-action',
          label: words.action,
          hint: words.actionHint,
          value: this._note,
          typed: (typed) => (this._note = typed),
          most: MOST,
          rows: 2,
        })}
      </section>
      ${actionBar({
        concern,
        busy: false,
        now,
        take: () => this._change(concern, taken(concern, this._you, Date.now())),
        act: () => this._act(concern),
        give: () => undefined,
        markRead: () => this._change(concern, marked(concern, true, Date.now())),
        undoRead: () => this._change(concern, marked(concern, false, Date.now())),
      })}`;
  }

  private get _you(): string {
    return currentSession().session?.shortName ?? '';
  }

  private _start(): void {
    this._stop();
    this._concerns = inventedConcerns(Date.now(), this._you);
    [this._openId, this._note, this._over] = [null, '', false];
    this._endsAt = Date.now() + PRACTICE_S * 1000;
    this._stop = countPractice((left) => left === 0 && this._end());
  }

  private _end(): void {
    [this._concerns, this._openId, this._note, this._over] = [[], null, '', true];
    announce(words.ended, true);
  }

  private _act(concern: Concern): void {
    const text = this._note.trim();
    if (text === '') {
      this.querySelector<HTMLTextAreaElement>('#practice-action')?.focus();
      return;
    }
    this._note = '';
    this._change(concern, acted(concern, this._you, text, Date.now()));
  }

  private _change(before: Concern, after: Concern): void {
    this._concerns = this._concerns.map((one) => (one === before ? after : one));
  }

  /** A row is a link to an alert; an invented one has no address, so it opens here. */
  private readonly _onRow = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest('a.alert-row') : null;
    const id = row?.getAttribute('href')?.split('/').at(-1);
    const concern = this._concerns.find(({ alert }) => alert?.id === id);
    if (!concern) return;
    event.preventDefault();
    event.stopPropagation();
    this._openId = concern.id;
    this._change(concern, opened(concern, Date.now()));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-practice-desk-screen': HeedPracticeDeskScreen;
  }
}
