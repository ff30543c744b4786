import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import type { AlertRow } from '../../../protocol/inbox';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { concern as words, inbox } from '../../strings/inbox';
import { actionBar } from './action-bar';
import { concernPane } from './concern-pane';
import type { OpenConcern } from './open-concern';

export interface DetailPane {
  open: OpenConcern;
  /** the open concern's row, which the live stream keeps fresh; null when the list does not hold it */
  row: AlertRow | null;
  /** school's clock, ms */
  now: number;
  /** what a person who is not elevated is offered */
  elevate: TemplateResult;
  reload: () => void;
  act: () => void;
}

/** The pane beside the list: a concern, or what stands there instead. */
export function detailPane(pane: DetailPane): TemplateResult {
  const { open } = pane;
  const { concern } = open;
  return html`<div class="concern">
      ${open.id === null
        ? nothing
        : html`<a class="back-link only-phone" href="/alerts">${icon('arrow-left')}${inbox.back}</a>`}
      ${concern ? html`${notices(pane, concern)} ${concernPane(concern, pane.now)}` : instead(pane)}
    </div>
    ${concern
      ? actionBar({
          concern,
          busy: open.busy,
          now: pane.now,
          take: () => void open.take(),
          act: pane.act,
          markRead: () => void open.markRead(),
          undoRead: () => void open.undoRead(),
        })
      : nothing}`;
}

/** Why something was not done, and that somebody else has changed what is read here. */
function notices({ open, row, reload }: DetailPane, concern: Concern): TemplateResult {
  const load = html`<button slot="actions" type="button" class="button small" @click=${reload}>
    ${inbox.showChange}
  </button>`;
  const changed = row !== null && hasChanged(row, concern);
  if (open.fault !== '') {
    return html`<heed-notice class="pane-notice" tone="danger" role="alert"
      >${open.fault} ${changed ? load : nothing}</heed-notice
    >`;
  }
  return changed
    ? html`<heed-notice class="pane-notice" role="status">${inbox.changed} ${load}</heed-notice>`
    : html``;
}

/** Loading again notes another opening in the audit, so it is offered and never done by itself. */
function hasChanged(row: AlertRow, concern: Concern): boolean {
  if (row.concern === null) return false;
  return row.concern.status !== concern.status || row.concern.takenBy !== (concern.takenBy?.name ?? null);
}

function instead({ open, elevate, reload }: DetailPane): TemplateResult {
  const { opened } = open;
  switch (opened.kind) {
    case 'none':
      return html`<heed-empty sign="inbox" .text=${inbox.choose}></heed-empty>`;
    case 'loading':
      return loading();
    case 'elevate':
      return html`<h2 class="pane-title" tabindex="-1">${inbox.elevateToRead}</h2>
        ${elevate}`;
    case 'failed':
      return html`<h2 class="visually-hidden" tabindex="-1">${opened.why}</h2>
        <heed-empty sign="cloud-off" .text=${opened.why}
          ><button type="button" class="button" @click=${reload}>${inbox.retry}</button></heed-empty
        >`;
    default:
      return html`<h2 class="visually-hidden" tabindex="-1">${words.gone}</h2>
        <heed-empty sign="circle-question-mark" .text=${words.gone}></heed-empty>`;
  }
}

function loading(): TemplateResult {
  return html`<div aria-busy="true" role="status">
    <span class="visually-hidden">${words.opening}</span>
    <div class="card" aria-hidden="true">
      <span class="skeleton short"></span><span class="skeleton"></span><span class="skeleton"></span>
    </div>
  </div>`;
}
