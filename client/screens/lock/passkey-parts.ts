import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { passkey as words } from '../../strings/unlock-passkey';

/** First, above the keys of the PIN. */
export function passkeyButton(busy: boolean, pressed: () => Promise<void>): TemplateResult {
  return html`<button
    type="button"
    class="button primary main wide"
    ?disabled=${busy}
    @click=${() => void pressed()}
  >
    ${icon('fingerprint')}${busy ? words.opening : words.unlock}
  </button>`;
}

/** Below the keys, beside the other ways in. */
export function passkeyLink(busy: boolean, pressed: () => Promise<void>): TemplateResult {
  return html`<button type="button" class="link" ?disabled=${busy} @click=${() => void pressed()}>
    ${words.use}
  </button>`;
}
