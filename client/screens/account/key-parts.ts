import { html, nothing, type TemplateResult } from 'lit';
import type * as v from 'valibot';
import type { securityKeySchema } from '../../../protocol/security-keys';
import { icon } from '../../components/heed-icon';
import { passkeysHere } from '../../data/passkeys-here';
import { keys as words } from '../../strings/account';
import { passkeys } from '../../strings/passkeys';
import { dayAndTime } from '../../strings/times';

type Key = v.InferOutput<typeof securityKeySchema>;

/** One of the person's own security keys, with its kind told by mark and word. */
export function keyRow(key: Key, remove: () => void): TemplateResult {
  const isPasskey = key.kind === 'passkey';
  return html`<li class="list-row">
    <span class="round-icon brand">${icon(isPasskey ? 'fingerprint' : 'smartphone')}</span>
    <span
      ><strong>${key.name}</strong
      ><span class="hint">${isPasskey ? `${passkeys.kind} · ` : ''}${lastUse(key)}</span></span
    >
    <button type="button" class="button small" aria-label="${words.remove} ${key.name}" @click=${remove}>
      ${words.remove}
    </button>
  </li>`;
}

function lastUse(key: Key): string {
  if (!key.counts) return words.waitsForLead;
  return key.lastUsed === null
    ? words.neverUsed
    : words.lastUsed(dayAndTime(Date.parse(key.lastUsed), Date.now()));
}

/** "Add a passkey", where passkeys work. */
export function passkeyOffer(add: () => void): TemplateResult | typeof nothing {
  if (passkeysHere() !== 'yes') return nothing;
  return html`<button type="button" class="button" @click=${add}>
    ${icon('fingerprint')}${passkeys.add}
  </button>`;
}

/** What a passkey is, or why there are none here. */
export function passkeyHint(): TemplateResult {
  const here = passkeysHere();
  if (here === 'yes') return html`<p class="hint">${passkeys.what}</p>`;
  return html`<p class="hint">
    ${here === 'no' ? passkeys.noneHere : passkeys.byNumber(nameOfThisPlace())}
  </p>`;
}

/** The same place by its name, where this page can know it. */
function nameOfThisPlace(): string {
  if (!['127.0.0.1', '[::1]'].includes(location.hostname)) return '';
  const named = new URL(location.href);
  named.hostname = 'localhost';
  return `: ${named.origin}`;
}
