import { html, nothing, type TemplateResult } from 'lit';
import type { PendingChange } from '../../../../protocol/changes/endpoints';
import { icon } from '../../../components/heed-icon';
import { changeWords } from '../../../strings/admin/changes';
import { adminHome as words } from '../../../strings/admin/home';
import { gainLines } from './gain-lines';
import { dayAndTime } from '../../../strings/times';

export type PendingDeed = 'confirmChange' | 'refuseChange' | 'withdrawChange';

/** Changes that wait for a second person, each with who could then read more, and the buttons this person has. */
export function pendingList(
  pending: readonly PendingChange[],
  me: string,
  busy: boolean,
  decide: (deed: PendingDeed, change: PendingChange) => void,
): TemplateResult {
  return html`<section class="card flush">
    <div class="card-head">
      <h2>${words.waitingTitle}</h2>
      ${pending.length > 0 ? html`<span class="count">${pending.length}</span>` : nothing}
    </div>
    ${pending.length === 0
      ? html`<p class="hint card-line">${words.nothingWaits}</p>`
      : html`<ul class="lines">
            ${pending.map((change) => html`<li>${pendingItem(change, me, busy, decide)}</li>`)}
          </ul>
          <p class="hint card-line">${words.until}</p>`}
  </section>`;
}

function pendingItem(
  pending: PendingChange,
  me: string,
  busy: boolean,
  decide: (deed: PendingDeed, change: PendingChange) => void,
): TemplateResult {
  const name = (id: string) => pending.names[id] ?? '';
  const button = (deed: PendingDeed, label: string, kind: string) =>
    html`<button
      type="button"
      class="button small ${kind}"
      ?disabled=${busy}
      @click=${() => decide(deed, pending)}
    >
      ${label}
    </button>`;
  return html`<span class="sign" aria-hidden="true">${icon('hourglass')}</span>
    <div class="grow">
      <p class="strong">${changeWords(pending.change, name)}</p>
      <p class="hint">${whoAndWhen(pending, me)}</p>
      <details>
        <summary>${words.gains}</summary>
        <ul class="gains">
          ${gainLines(pending.widening, name).map((line) => html`<li>${line}</li>`)}
        </ul>
      </details>
    </div>
    <div class="buttons">
      ${pending.mayDecide
        ? html`${button('refuseChange', words.refuse, '')}${button('confirmChange', words.confirm, 'primary')}`
        : nothing}
      ${pending.mayWithdraw ? button('withdrawChange', words.withdraw, '') : nothing}
    </div>`;
}

function whoAndWhen(pending: PendingChange, me: string): string {
  const who = pending.madeBy.id === me ? words.you : pending.madeBy.name;
  const when = (time: string) => dayAndTime(Date.parse(time), Date.now());
  const made = words.made(who, when(pending.madeAt));
  if (pending.effectiveAt) return `${made} ${words.startsAt(when(pending.effectiveAt))}`;
  return pending.mayDecide ? made : `${made} ${words.canConfirm(pending.confirmers)}`;
}
