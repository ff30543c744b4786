import { html, nothing, type TemplateResult } from 'lit';
import type { WaitingKey } from '../../../../protocol/changes/endpoints';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { listStaffKeys } from '../../../../protocol/security-keys';
import { icon } from '../../../components/heed-icon';
import { staffKeys as words } from '../../../strings/admin/staff';
import { passkeys } from '../../../strings/passkeys';
import { shortDay } from '../../../strings/times';

export type StaffKey = ReplyOf<typeof listStaffKeys>['keys'][number];

export interface KeysGiven {
  readonly keys: readonly StaffKey[];
  /** Keys of this person that wait for somebody's confirmation. */
  readonly waiting: readonly WaitingKey[];
  /** One's own keys are kept elsewhere. */
  readonly self: boolean;
  readonly busy: boolean;
  /** The removal of this key is not saved yet. */
  readonly isUnsaved: (keyId: string) => boolean;
  readonly putRemoval: (keyId: string, on: boolean) => void;
  readonly removeByCode: (key: StaffKey) => void;
  readonly decide: (keyId: string, decision: 'confirmKey' | 'refuseKey') => void;
}

/** The security keys of one person: late ones are confirmed here, lost ones removed. */
export function keysCard(given: KeysGiven): TemplateResult | typeof nothing {
  if (given.keys.length === 0) return nothing;
  return html`<section class="card stack">
    <h2>${words.title}</h2>
    <p class="hint">${given.self ? words.own : words.why}</p>
    <ul class="staff-keys">
      ${given.keys.map((key) => keyLine(key, given))}
    </ul>
  </section>`;
}

function keyLine(key: StaffKey, given: KeysGiven): TemplateResult {
  const unsaved = given.isUnsaved(key.id);
  const waits = given.waiting.find(({ id }) => id === key.id);
  return html`<li class=${unsaved ? 'unsaved' : ''}>
    ${icon(key.kind === 'passkey' ? 'fingerprint' : 'key-round')}
    <span class="grow"><strong>${key.name}</strong><small class="hint">${about(key, unsaved)}</small></span>
    <span class="row"
      >${waits?.mayDecide ? decideButtons(key, given) : removeButtons(key, unsaved, given)}</span
    >
  </li>`;
}

function about(key: StaffKey, unsaved: boolean): string {
  if (unsaved) return words.unsaved;
  const day = (time: string) => shortDay(Date.parse(time), Date.now());
  const used = key.lastUsed === null ? words.neverUsed : words.used(day(key.lastUsed));
  const kind = key.kind === 'passkey' ? `${passkeys.kind} · ` : '';
  return kind + [words.added(day(key.added)), key.counts ? used : words.toConfirm].join(', ');
}

function decideButtons(key: StaffKey, { busy, decide }: KeysGiven): TemplateResult {
  return html`<button
      type="button"
      class="button small"
      ?disabled=${busy}
      @click=${() => decide(key.id, 'refuseKey')}
    >
      ${words.refuse}
    </button>
    <button
      type="button"
      class="button small primary"
      ?disabled=${busy}
      @click=${() => decide(key.id, 'confirmKey')}
    >
      ${words.confirm}
    </button>`;
}

function removeButtons(
  key: StaffKey,
  unsaved: boolean,
  { self, busy, putRemoval, removeByCode }: KeysGiven,
): TemplateResult | typeof nothing {
  if (self) return nothing;
  if (unsaved)
    return html`<button type="button" class="button small" @click=${() => putRemoval(key.id, false)}>
      ${words.undo}
    </button>`;
  return html`<button
      type="button"
      class="button small"
      aria-label=${words.lostLabel(key.name)}
      @click=${() => putRemoval(key.id, true)}
    >
      ${words.lost}
    </button>
    <button
      type="button"
      class="button quiet small"
      aria-label=${words.byCodeLabel(key.name)}
      ?disabled=${busy}
      @click=${() => removeByCode(key)}
    >
      ${words.byCode}
    </button>`;
}
