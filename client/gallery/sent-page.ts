import { html, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar';
import { icon } from '../components/heed-icon';
import '../components/heed-status-ladder';
import type { DeviceKind } from '../strings/device';
import { record, sent } from '../strings/record';
import { status, waitingOn, type LadderStep } from '../strings/status';
import { duty, school } from './made-up';

const waiting: LadderStep = { kind: 'waiting', at: '12:44' };
const all: readonly LadderStep[] = [
  waiting,
  { kind: 'received', at: '12:51', reference: '4F2K' },
  { kind: 'alerted', at: '12:51', people: 2 },
  { kind: 'opened', at: '12:58' },
  { kind: 'taken', at: '13:04' },
];

/** `?page=sent`, with `&variant=done` or `&variant=urgent`; otherwise waiting. */
export function sentPage(device: DeviceKind, variant: string): TemplateResult {
  const done = variant === 'done';
  return html`<heed-top-bar
      .school=${school}
      ?offline=${!done}
      .waiting=${done ? 0 : 2}
      .person=${'Jo Price'}
    ></heed-top-bar>
    <main class="sent">
      ${variant === 'urgent' ? urgent(device) : done ? finished(device) : stillHere(device)}
      <p class="thanks">${sent.thanks('Mrs Shah')}</p>
      <div class="button-pair">
        <button type="button" class="button main">${icon('plus')}${sent.another}</button>
        <button type="button" class="button main primary">${icon('lock')}${sent.lockNow}</button>
      </div>
      ${device === 'tablet' ? html`<p class="self-lock">${sent.locksIn(20)}</p>` : ''}
    </main>`;
}

function stillHere(device: DeviceKind): TemplateResult {
  return html`<div class="sent-head">
      <span class="sent-mark warn">${icon('tablet-smartphone')}</span>
      <h1>${waitingOn(device)}</h1>
      <p>${status.nobodyTold}</p>
    </div>
    <section class="card">
      <heed-status-ladder heading-says-it .device=${device} .steps=${[waiting]}></heed-status-ladder>
      <p class="advice">${icon('cloud-off')}<span>${status.keepOpen}</span></p>
    </section>
    <section class="card">
      <h2>${sent.whoToFind}</h2>
      ${duty.slice(0, 2).map(
        (person) =>
          html`<p class="person-line">
            ${avatar(person.initials, person.name)}<span
              ><strong>${person.name}</strong><span class="hint">${person.role}</span></span
            ><span class="reach">${person.reach}</span>
          </p>`,
      )}
    </section>`;
}

function finished(device: DeviceKind): TemplateResult {
  return html`<div class="sent-head">
      <span class="sent-mark ok">${icon('user-check')}</span>
      <h1>Being dealt with</h1>
      <p class="hint">${sent.reference('4F2K')}</p>
    </div>
    <section class="card">
      <heed-status-ladder .device=${device} .steps=${all}></heed-status-ladder>
    </section>`;
}

function urgent(device: DeviceKind): TemplateResult {
  return html`<div class="find-now">
      ${icon('triangle-alert')}
      <h1>${record.findNow('Mrs Shah')}</h1>
      <p>${sent.ifNotThere('Office, radio 2', 'Mr Lowe, room 6, ext. 214')}</p>
    </div>
    <section class="card">
      <h2>${sent.yourRecord}</h2>
      <heed-status-ladder .device=${device} .steps=${[waiting]}></heed-status-ladder>
      <p class="advice">${icon('cloud-off')}<span>${status.keepOpen}</span></p>
    </section>`;
}
