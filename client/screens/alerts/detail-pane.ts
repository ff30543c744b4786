import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import type { IconName } from '../../components/icon-names';
import type { Decision } from '../../data/concerns';
import { concern as words, inbox, news } from '../../strings/inbox';
import { actionBar } from './action-bar';
import { concernPane } from './concern-pane';
import type { ShownConcern } from './open-concern';

export interface DetailPane {
  open: ShownConcern;
  /** what others have done since it was read, as sentences, or empty */
  said: string;
  showNews: () => void;
  /** school's clock, ms */
  now: number;
  /** what a person who is not elevated is offered */
  elevate: TemplateResult;
  reload: () => void;
  act: () => void;
  /** the list that it was opened from; without it the alerts */
  list?: { href: string; back: string; choose: string; sign: IconName };
  /** @param of which link ends */
  decide: (kind: Decision, of?: string) => void;
  /** from whose page it was opened */
  pupilId?: string | null;
}

const ofAlerts = { href: '/alerts', back: inbox.back, choose: inbox.choose, sign: 'inbox' } as const;

/** The pane beside the list: a concern, or what stands there instead. */
export function detailPane(pane: DetailPane): TemplateResult {
  const { open, list = ofAlerts } = pane;
  const { concern } = open;
  return html`<div class="concern">
      ${open.id === null
        ? nothing
        : html`<a class="back-link only-phone" href=${list.href}>${icon('arrow-left')}${list.back}</a>`}
      ${concern
        ? concernPane(
            concern,
            pane.now,
            open.fresh,
            { finish: (actionId) => void open.finish(actionId), decide: pane.decide },
            pane.pupilId,
          )
        : instead(pane)}
    </div>
    ${concern
      ? html`<div class="pane-foot">
          ${notes(pane)}
          ${actionBar({
            concern,
            busy: open.busy,
            now: pane.now,
            take: () => void open.take(),
            act: pane.act,
            give: () => pane.decide('give'),
            markRead: () => void open.markRead(),
            undoRead: () => void open.undoRead(),
          })}
        </div>`
      : nothing}`;
}

/** Below what is read and above the buttons: why something was not done, and what others have done meanwhile. */
function notes({ open, said, showNews }: DetailPane): TemplateResult {
  return html`${open.fault === ''
    ? nothing
    : html`<heed-notice tone="danger" role="alert">${open.fault}</heed-notice>`}
  ${said === ''
    ? nothing
    : html`<div class="news-line">
        <p>${said}</p>
        <button type="button" class="button small" aria-disabled=${open.busy} @click=${showNews}>
          ${news.show}
        </button>
      </div>`}`;
}

function instead({ open, elevate, reload, list = ofAlerts }: DetailPane): TemplateResult {
  const { opened } = open;
  switch (opened.kind) {
    case 'none':
      return html`<heed-empty .sign=${list.sign} .text=${list.choose}></heed-empty>`;
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
