import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-notice';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import type { DeviceKind } from '../../strings/device';
import { record as words } from '../../strings/record';
import type { DeviceBoard } from '../../../protocol/devices';
import { leadName } from './form-view';

const EMERGENCY = '999';

/**
 * "Child in danger now?", with names and numbers from the duty list. A phone asks before it dials; on a tablet
 * without a telephone 999 is words.
 */
export function dangerStrip(board: DeviceBoard | null, device: DeviceKind): TemplateResult {
  const lead = leadName(board);
  return html`<heed-notice class="danger-strip" tone="danger"
    ><strong>${words.inDanger}</strong> ${board?.wording?.danger ??
    (lead === '' ? words.dangerCall : words.dangerFind(lead))}
    ${device === 'phone' ? callButtons(board) : numbers(board, device)}
  </heed-notice>`;
}

function numbers(board: DeviceBoard | null, device: DeviceKind): TemplateResult {
  const day = board?.childrensServices ?? null;
  const night = board?.childrensServicesOutOfHours ?? null;
  return html`${device === 'tablet' ? html`<br />${words.nearestPhone}` : nothing}
  ${day === null && night === null
    ? nothing
    : html`<br /><span class="numbers">${words.numbers(day, night)}</span>`}`;
}

function callButtons(board: DeviceBoard | null): TemplateResult {
  return html`<div class="call-buttons" slot="actions">
    ${callButton(words.call999, EMERGENCY)}
    ${callButton(words.childrensServices, board?.childrensServices ?? null)}
    ${callButton(words.outOfHours, board?.childrensServicesOutOfHours ?? null)}
  </div>`;
}

function callButton(label: string, number: string | null): TemplateResult | typeof nothing {
  if (number === null || number === '') return nothing;
  return html`<button type="button" class="button danger" @click=${() => void askAndCall(label, number)}>
    ${label}
  </button>`;
}

async function askAndCall(label: string, number: string): Promise<void> {
  const text = number === EMERGENCY ? words.callWhat : `${label} ${number}`;
  const yes = await showConfirm({
    heading: words.confirmCall(number),
    text,
    yes: words.callNow,
    no: words.doNotCall,
  });
  if (yes) location.assign(`tel:${number.replace(/[^\d+]/g, '')}`);
}
