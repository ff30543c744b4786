import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { icon } from '../../components/heed-icon';
import { decide } from '../../strings/concern-actions';
import { concern as words } from '../../strings/inbox';
import { concernTitle } from './concern-pane';

/** "Mark as read" may be taken back for this long, ms (product.md, section 4). */
const UNDO_LIFE = 10 * 60_000;

export interface ActionBar {
  concern: Concern;
  busy: boolean;
  /** school's clock, ms */
  now: number;
  take: () => void;
  act: () => void;
  give: () => void;
  markRead: () => void;
  undoRead: () => void;
}

/** What can be done about the open concern: nothing that would be refused. */
export function actionBar(bar: ActionBar): TemplateResult | typeof nothing {
  const { concern, busy } = bar;
  const { may } = concern;
  const undo = mayUndo(concern, bar.now);
  const gives = may.lead && concern.status !== 'closed';
  if (!may.take && !gives && !may.act && !may.markRead && !undo) return nothing;
  return html`<div class="action-bar">
    <p class="about">
      <strong>${concernTitle(concern)}</strong><br /><span class="meta"
        >${words.reference(concern.reference)}</span
      >
    </p>
    ${may.take
      ? html`<button type="button" class="button primary" aria-disabled=${busy} @click=${bar.take}>
          ${icon('user-check')}${words.take}
        </button>`
      : nothing}
    ${gives
      ? html`<button type="button" class="button second" @click=${bar.give}>${decide.give.button}</button>`
      : nothing}
    ${may.act
      ? html`<button type="button" class="button ${may.take ? '' : 'primary'}" @click=${bar.act}>
          ${words.addAction}
        </button>`
      : nothing}
    ${may.markRead
      ? html`<button type="button" class="button quiet" aria-disabled=${busy} @click=${bar.markRead}>
          ${words.markRead}
        </button>`
      : nothing}
    ${undo
      ? html`<p class="read-said">
          <span>${words.markedRead}</span>
          <button type="button" class="button quiet undo" aria-disabled=${busy} @click=${bar.undoRead}>
            ${words.undo}
          </button>
        </p>`
      : nothing}
  </div>`;
}

/** Whether "Mark as read" can still be taken back. @param now school's clock, ms */
export function mayUndo({ alert }: Concern, now: number): boolean {
  return alert !== null && alert.undo && alert.readAt !== null && now - Date.parse(alert.readAt) < UNDO_LIFE;
}
