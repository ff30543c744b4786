import { html, nothing, type TemplateResult } from 'lit';
import type { ProviderKind } from '../../../protocol/providers';
import { signIn as words } from '../../strings/providers';

/** "Sign in with Microsoft", for each provider that the school has switched on. */
export function signInButtons(given: {
  offered: readonly ProviderKind[];
  busy: boolean;
  chosen: (provider: ProviderKind) => void;
}): TemplateResult | typeof nothing {
  if (given.offered.length === 0) return nothing;
  return html`<div class="card stack">
    ${given.offered.map(
      (provider) =>
        html`<button
          type="button"
          class="button main wide"
          ?disabled=${given.busy}
          @click=${() => given.chosen(provider)}
        >
          ${words.through(provider)}
        </button>`,
    )}
  </div>`;
}
