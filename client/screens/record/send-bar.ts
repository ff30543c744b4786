import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import type { DeviceKind } from '../../strings/device';
import { draft, draftKept } from '../../strings/draft';
import { record as words } from '../../strings/record';
import { clockTime } from '../../strings/times';
import { shortened } from './goes-to';

/** How the draft stands on the disk. */
export type Kept =
  /** nothing was written yet, or the first save is still on its way */
  | { kind: 'not-yet' }
  /** by the last committed save; device clock, ms */
  | { kind: 'kept'; at: number }
  /** the last save failed: what is on the screen is nowhere else */
  | { kind: 'failed' };

/** What the bar is drawn from. */
export interface SendBarView {
  kept: Kept;
  device: DeviceKind;
  withoutUnlocking: boolean;
  goesTo: readonly string[];
  sealing: boolean;
  copied: boolean;
  send: () => void;
  copy: () => void;
}

/**
 * The bar that stays: how the draft stands, who gets it, Send. It never lets a draft look sent (product.md,
 * section 3): a pencil on amber, no tick, and the time of the last save that is on the disk.
 */
export function sendBar(view: SendBarView): TemplateResult {
  const { first, more } = shortened(view.goesTo, 1);
  return html`<div class="send-bar spans-aside">
    <div class="send-bar-inner">
      <div>${standing(view)}</div>
      <div>
        ${first.length === 0
          ? nothing
          : html`<p class="goes-to">${words.goesTo} <strong>${words.list(first, more)}</strong></p>`}
        <button
          type="button"
          class="button primary main wide"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-disabled=${view.sealing}
          @click=${view.send}
        >
          ${view.sealing ? draft.sealing : html`${icon('send')}${words.send}`}
        </button>
      </div>
    </div>
  </div>`;
}

/** How the draft stands. */
export function standing(view: SendBarView): TemplateResult {
  if (view.kept.kind === 'failed') return notKept(view);
  if (view.withoutUnlocking) return line(words.notKeptYet, words.notReadable, 'loud');
  if (view.kept.kind === 'not-yet') return line(words.notKeptYet, words.keptAsYouWrite(view.device));
  return line(draftKept(view.device, clockTime(view.kept.at)), draft.pressSend);
}

/** @param kind a `hint` gives way on a phone, a `loud` note never does */
function line(title: string, note: string, kind: 'hint' | 'loud' = 'hint'): TemplateResult {
  return html`<div class="ladder-line">
    <span class="round-icon warn">${icon('pencil-line')}</span>
    <span><strong>${title}</strong><span class=${kind}>${note}</span></span>
  </div>`;
}

function notKept(view: SendBarView): TemplateResult {
  return html`<div class="ladder-line not-kept" role="alert">
    <span class="round-icon danger">${icon('triangle-alert')}</span>
    <span
      ><strong>${words.errors.storage}</strong>
      <button type="button" class="button small danger" @click=${view.copy}>
        ${icon('copy')}${view.copied ? words.copied : words.copyText}
      </button></span
    >
  </div>`;
}
