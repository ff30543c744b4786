import { html, nothing, type TemplateResult } from 'lit';
import type { AlertRow } from '../../../protocol/inbox';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { concern, several as words } from '../../strings/inbox';
import { canBeMarked, type SeveralAlerts } from './several-alerts';

/** What the list shows of marking, and asks of it. */
export type ShownSeveral = Pick<
  SeveralAlerts,
  'ticked' | 'marked' | 'fault' | 'busy' | 'begin' | 'cancel' | 'turn' | 'all' | 'mark' | 'undo'
>;

/** Above the rows: the way in, what was just marked, and why it was not. */
export function severalHead(
  several: ShownSeveral,
  rows: readonly AlertRow[],
): TemplateResult | typeof nothing {
  const fault =
    several.fault === ''
      ? nothing
      : html`<p class="error" role="alert">${icon('circle-alert')}<span>${several.fault}</span></p>`;
  if (several.ticked)
    return html`<div class="list-tabs several">
      <p class="hint">${words.hint}</p>
      <button type="button" class="button small" @click=${() => several.all(rows)}>${words.all}</button>
      ${fault}
    </div>`;
  const able = rows.filter(canBeMarked).length;
  if (several.marked === 0 && able < 2 && fault === nothing) return nothing;
  return html`<div class="list-tabs several">
    ${fault}${several.marked > 0 ? justMarked(several) : nothing}
    ${able < 2
      ? nothing
      : html`<button type="button" class="button small" @click=${() => several.begin()}>
          ${icon('check-check')}${words.begin}
        </button>`}
  </div>`;
}

function justMarked(several: ShownSeveral): TemplateResult {
  return html`<heed-notice tone="ok"
    >${words.marked(several.marked)}
    <button
      slot="actions"
      type="button"
      class="button small"
      aria-disabled=${several.busy}
      @click=${() => void several.undo()}
    >
      ${concern.undo}
    </button></heed-notice
  >`;
}

/** Below the rows while somebody chooses; it stays in sight. */
export function severalFoot(several: ShownSeveral): TemplateResult | typeof nothing {
  if (!several.ticked) return nothing;
  return html`<div class="several-foot">
    <button type="button" class="button small" @click=${() => several.cancel()}>${words.cancel}</button>
    <button
      type="button"
      class="button small primary"
      aria-disabled=${several.busy}
      @click=${() => void several.mark()}
    >
      ${words.mark(several.ticked.size)}
    </button>
  </div>`;
}

/** The box before a row; none where it cannot be marked yet. */
export function severalTick(
  several: ShownSeveral,
  row: AlertRow,
  who: string,
): TemplateResult | typeof nothing {
  if (!several.ticked) return nothing;
  if (!canBeMarked(row)) return html`<span class="alert-tick" aria-hidden="true"></span>`;
  return html`<label class="alert-tick"
    ><input
      type="checkbox"
      .checked=${several.ticked.has(row.alertId)}
      @change=${() => several.turn(row.alertId)}
    /><span class="visually-hidden">${words.choose(who)}</span></label
  >`;
}
