import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../../protocol/changes/endpoints';
import { announce } from '../../components/heed-live-region';
import { icon } from '../../components/heed-icon';
import { changeTray as words } from '../../strings/admin/frame';
import type { ChangeTray } from './change-tray';

/** The bar with what is not saved yet, whether it waits for a second person, Discard and Save. Nothing: no bar. */
export function trayBar(
  tray: ChangeTray,
  afterSaving: (outcomes: readonly Outcome[]) => void,
): TemplateResult | typeof nothing {
  if (tray.size === 0) return nothing;
  return html`<div class="tray-bar" role="region" aria-label=${words.label}>
    <span class="sign" aria-hidden="true">${icon('pencil-line')}</span>
    <div class="grow">
      <p class="strong">${words.notSaved(tray.size)}</p>
      <p class="hint" role=${tray.fault ? 'alert' : 'status'}>${tray.fault?.title ?? consequence(tray)}</p>
    </div>
    <button type="button" class="button quiet" ?disabled=${tray.saving} @click=${() => tray.discard()}>
      ${words.discard}
    </button>
    <button
      type="button"
      class="button primary main"
      ?disabled=${tray.saving}
      @click=${() => void save(tray, afterSaving)}
    >
      ${tray.saving ? words.saving : words.save}
    </button>
  </div>`;
}

function consequence(tray: ChangeTray): string {
  if (tray.unfinished) return words.unfinished;
  if (tray.rehearsed === null) return words.checking;
  const { waiting } = tray;
  if (waiting.length === 0) return tray.size === 1 ? words.atOnce : words.allAtOnce;
  if (waiting.some(({ effectiveAt }) => effectiveAt !== null)) return words.alone;
  return tray.size === 1 ? words.oneWaits : words.someWait(waiting.length);
}

async function save(tray: ChangeTray, afterSaving: (outcomes: readonly Outcome[]) => void): Promise<void> {
  const outcomes = await tray.save();
  if (!outcomes) return;
  const waiting = outcomes.filter(({ outcome }) => outcome === 'waits').length;
  announce(waiting > 0 ? words.savedSomeWait(waiting) : words.saved);
  afterSaving(outcomes);
}
