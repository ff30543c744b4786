import { html, nothing, type TemplateResult } from 'lit';
import type { WaitingKey } from '../../../../protocol/changes/endpoints';
import { icon } from '../../../components/heed-icon';
import { waitingKeys as words } from '../../../strings/admin/home';
import { dayAndTime } from '../../../strings/times';

export type KeyDeed = 'confirmKey' | 'refuseKey';

/** Late first security keys: each gives no full access until somebody else has confirmed it. Nothing: no card. */
export function waitingKeys(
  keys: readonly WaitingKey[],
  busy: boolean,
  decide: (deed: KeyDeed, key: WaitingKey) => void,
): TemplateResult | typeof nothing {
  if (keys.length === 0) return nothing;
  return html`<section class="card flush">
    <div class="card-head">
      <h2>${words.title}</h2>
      <span class="count">${keys.length}</span>
    </div>
    <ul class="lines">
      ${keys.map(
        (key) =>
          html`<li>
            <span class="sign" aria-hidden="true">${icon('key-round')}</span>
            <div class="grow">
              <p class="strong">${key.person}</p>
              <p class="hint">${words.added(key.keyName, dayAndTime(Date.parse(key.added), Date.now()))}</p>
            </div>
            ${key.mayDecide ? buttons(key, busy, decide) : html`<p class="hint">${words.other}</p>`}
          </li>`,
      )}
    </ul>
    <p class="hint card-line">${words.why}</p>
  </section>`;
}

function buttons(
  key: WaitingKey,
  busy: boolean,
  decide: (deed: KeyDeed, key: WaitingKey) => void,
): TemplateResult {
  const button = (deed: KeyDeed, label: string, kind: string) =>
    html`<button
      type="button"
      class="button small ${kind}"
      ?disabled=${busy}
      aria-label=${words.label(label, key.person)}
      @click=${() => decide(deed, key)}
    >
      ${label}
    </button>`;
  return html`<div class="buttons">
    ${button('refuseKey', words.refuse, '')}${button('confirmKey', words.confirm, 'primary')}
  </div>`;
}
