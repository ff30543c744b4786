import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import type { IconName } from '../../components/icon-names';
import { deviceKind } from '../../contexts/device-kind';
import { practice as words } from '../../strings/practice';
import { record } from '../../strings/record';
import { clockTime } from '../../strings/times';
import type { FormState } from '../record/form-state';
import { shortened } from '../record/goes-to';

/** What the bar is drawn from. */
export interface PracticeBarView {
  state: FormState;
  /** Seconds, in the last ones: it is said here, since whoever writes does not see the top of the page. */
  endsIn: number | null;
  /** names of those whom a real record like this one would reach */
  wouldGoTo: readonly string[];
  send: () => void;
  copy: () => void;
}

/** The bar that stays, in the place of the one with Send: it says of everything that it is practice. */
export function practiceBar(view: PracticeBarView): TemplateResult {
  const { first, more } = shortened(view.wouldGoTo, 1);
  return html`<div class="send-bar spans-aside">
    <div class="send-bar-inner">
      <div>${standing(view)}</div>
      <div>
        ${first.length === 0
          ? nothing
          : html`<p class="goes-to">${words.wouldGoTo} <strong>${record.list(first, more)}</strong></p>`}
        <button type="button" class="button main wide practice-send" @click=${view.send}>
          ${icon('pencil-line')}${words.send}
        </button>
      </div>
    </div>
  </div>`;
}

function standing({ state: { kept, copied }, endsIn, copy }: PracticeBarView): TemplateResult {
  if (kept.kind === 'failed') {
    return html`<div class="ladder-line not-kept" role="alert">
      <span class="round-icon danger">${icon('triangle-alert')}</span>
      <span
        ><strong>${record.errors.storage}</strong>
        <button type="button" class="button small danger" @click=${copy}>
          ${icon('copy')}${copied ? record.copied : record.copyText}
        </button></span
      >
    </div>`;
  }
  const device = deviceKind();
  if (endsIn !== null) return line('clock', words.endsIn(endsIn), words.endsKept);
  return line(
    'pencil-line',
    words.standing,
    kept.kind === 'kept' ? words.keptHere(device, clockTime(kept.at)) : words.keptAsYouWrite(device),
  );
}

function line(sign: IconName, says: string, hint: string): TemplateResult {
  return html`<div class="ladder-line">
    <span class="round-icon warn">${icon(sign)}</span>
    <span><strong>${says}</strong><span class="hint">${hint}</span></span>
  </div>`;
}
