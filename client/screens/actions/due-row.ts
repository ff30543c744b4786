import { html, nothing, type TemplateResult } from 'lit';
import type { DueAction } from '../../../protocol/due-actions';
import { icon } from '../../components/heed-icon';
import { due as words } from '../../strings/due';
import { dayWords } from './due-groups';
import { dueWords, type DueWords } from './due-words';

export interface DueRow {
  readonly row: DueAction;
  /** yyyy-mm-dd on the school's wall */
  readonly today: string;
  /** it was ticked off here, and can be taken back */
  readonly done: boolean;
  readonly busy: boolean;
  /** why the last deed was not done, or empty */
  readonly refused: string;
  readonly finish: () => void;
  readonly undo: () => void;
  readonly calendar: () => void;
}

/** One thing that is due: when, about whom, what, and "Done". */
export function dueRow(given: DueRow): TemplateResult {
  const { row, today, refused } = given;
  const said = dueWords(row);
  const { when, date, late } = dayWords(row.day, today);
  return html`<li class="due-row" data-action=${row.actionId}>
    <p class="due-when ${late && !given.done ? 'late' : ''}">
      <strong>${when}</strong>${date === ''
        ? nothing
        : html`<time class="meta" datetime=${row.day}>${date}</time>`}
    </p>
    <div class="due-words">
      <p class="name-line">
        ${row.concernId === null
          ? html`<strong>${said.who}</strong>`
          : html`<a class="due-link" href="/alerts/${row.concernId}">${said.who}</a>`}${said.className === ''
          ? nothing
          : html`<span class="class">${said.className}</span>`}
      </p>
      ${said.text === '' ? nothing : html`<p class="due-text">${said.text}</p>`}
      <p class="meta">${said.facts.join(' · ')}</p>
      ${refused === ''
        ? nothing
        : html`<p class="error" role="alert">${icon('circle-alert')}<span>${refused}</span></p>`}
    </div>
    <div class="due-deeds">${given.done ? undoPart(given, said) : deeds(given, said)}</div>
  </li>`;
}

/** What tells this row's buttons from those of the others, for the ear. */
function whatOf({ row, today }: DueRow, { who, facts }: DueWords): string {
  return [who, ...facts, dayWords(row.day, today).when].join(', ');
}

function deeds(given: DueRow, said: DueWords): TemplateResult {
  const { row, busy } = given;
  const what = whatOf(given, said);
  return html`${row.mine
    ? html`<button
        type="button"
        class="button small quiet calendar"
        aria-label=${words.calendarWhat(what)}
        @click=${given.calendar}
      >
        ${icon('calendar')}<span>${words.calendar}</span>
      </button>`
    : nothing}
  ${row.content === null
    ? nothing
    : html`<button
        type="button"
        class="button small finish"
        aria-label=${`${said.finish}: ${what}`}
        aria-disabled=${busy}
        @click=${given.finish}
      >
        ${icon('check')}${said.finish}
      </button>`}`;
}

function undoPart(given: DueRow, said: DueWords): TemplateResult {
  return html`<p class="due-done">${icon('circle-check')}${words.isDone}</p>
    <button
      type="button"
      class="button small quiet undo"
      aria-label=${words.undoWhat(whatOf(given, said))}
      aria-disabled=${given.busy}
      @click=${given.undo}
    >
      ${words.undo}
    </button>`;
}
