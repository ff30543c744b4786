import { html, nothing, type TemplateResult } from 'lit';
import { avatar, initialsOf } from '../../components/avatar';
import { icon } from '../../components/heed-icon';
import type { IconName } from '../../components/icon-names';
import '../../components/heed-status-ladder';
import { unsent } from '../../components/heed-status-ladder';
import { dashboard } from '../../strings/dashboard';
import type { DeviceKind } from '../../strings/device';
import { record as recordWords, sent as words } from '../../strings/record';
import { sentFiles } from '../../strings/files';
import { status, stepWords, type LadderKind, type LadderStep } from '../../strings/status';
import type { DeviceBoard } from '../../../protocol/devices';

type Duty = DeviceBoard['duty'];

/** All that the sent screen is drawn from. */
export interface SentView {
  steps: readonly LadderStep[];
  device: DeviceKind;
  duty: Duty;
  /** empty until the school has given its receipt */
  reference: string;
  /** "Trying again at 13:05", or empty */
  tryingAt: string;
  delivering: boolean;
  sendsWhenClosed: boolean;
  tryNow: () => void;
  /** how many of its files are with the school */
  files: { here: number; all: number };
}

const signs: Partial<Record<LadderKind, IconName>> = {
  waiting: 'tablet-smartphone',
  'sign-in': 'lock',
  'needs-you': 'triangle-alert',
  update: 'refresh-cw',
  received: 'check',
  'being-checked': 'check',
  alerted: 'bell',
  opened: 'eye',
  taken: 'user-check',
  closed: 'check-check',
};

/** The last step as the page's heading, the ladder, and who to find in person while nobody has been alerted. */
export function standing(view: SentView): TemplateResult {
  const last = view.steps.at(-1);
  if (last === undefined) return html`<h1>${words.unknown}</h1>`;
  const open = unsent(last.kind);
  const { title, loud } = stepWords(last, view.device);
  return html`<div class="sent-head" role="status">
      <span class="sent-mark ${open ? 'warn' : 'ok'}">${icon(signs[last.kind] ?? 'check')}</span>
      <h1>${title}</h1>
      ${open ? html`<p>${loud}</p>` : reference(view, last)}
    </div>
    <section class="card">${ladder(view, true)} ${filesLine(view)}</section>
    ${open ? inPerson(view.duty) : nothing}`;
}

/** Urgent and nobody was told: who to find comes before everything else. */
export function findNow(view: SentView): TemplateResult {
  const [lead, next] = view.duty;
  const where = next === undefined ? '' : [next.name, next.reach ?? ''].filter(Boolean).join(', ');
  return html`<div class="find-now">
      ${icon('triangle-alert')}
      <h1>${recordWords.findNow(lead?.name ?? '')}</h1>
      <p>${words.ifNotThere(lead?.reach ?? '', where)}</p>
    </div>
    <section class="card">
      <h2>${words.yourRecord}</h2>
      ${ladder(view, false)} ${filesLine(view)}
    </section>`;
}

/** Its words come first; the files follow part by part. */
function filesLine({ files: { here, all } }: SentView): TemplateResult | typeof nothing {
  return all === 0 ? nothing : html`<p class="hint" role="status">${sentFiles(here, all)}</p>`;
}

function reference(view: SentView, last: LadderStep): TemplateResult | typeof nothing {
  // "Received 12:51, ref 4F2K" says it already.
  if (view.reference === '' || last.kind === 'received') return nothing;
  return html`<p class="hint">${words.reference(view.reference)}</p>`;
}

function ladder(view: SentView, headingSaysIt: boolean): TemplateResult {
  const last = view.steps.at(-1);
  return html`<heed-status-ladder
      .headingSaysIt=${headingSaysIt}
      .device=${view.device}
      .steps=${view.steps}
    ></heed-status-ladder>
    ${last !== undefined && unsent(last.kind) ? advice(view, last.kind) : nothing}`;
}

/** What will happen by itself, as it is true for this engine, and "Try now". */
function advice(view: SentView, kind: LadderKind): TemplateResult {
  const waits = kind === 'waiting';
  return html`<div class="advice">
    ${icon('cloud-off')}<span
      >${waits ? (view.sendsWhenClosed ? status.sendsByItself : status.keepOpen) : nothing}
      ${view.tryingAt === '' ? nothing : html`<span class="trying">${view.tryingAt}</span>`}</span
    >
    <button type="button" class="button small" aria-disabled=${view.delivering} @click=${view.tryNow}>
      ${status.tryNow}
    </button>
  </div>`;
}

function inPerson(duty: Duty): TemplateResult | typeof nothing {
  const people = duty.filter(({ role }) => role === 'lead' || role === 'deputy').slice(0, 3);
  if (people.length === 0) return nothing;
  return html`<section class="card">
    <h2>${words.whoToFind}</h2>
    ${people.map(
      ({ role, name, reach }) =>
        html`<p class="person-line">
          ${avatar(initialsOf(name), name)}<span
            ><strong>${name}</strong><span class="hint">${dashboard.roles[role]}</span></span
          >${reach === null ? nothing : html`<span class="reach">${reach}</span>`}
        </p>`,
    )}
  </section>`;
}
