import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { showElevate } from '../../dialogs/elevate/show-elevate';
import { elevate } from '../../strings/account';
import { inbox } from '../../strings/inbox';
import { adminFrame as words } from '../../strings/admin/frame';
import { notFound } from '../../strings/shell';
import type { AdminGate } from './admin-gate';

/** What stands in place of a page that this person cannot open now: the missing step, or nothing to be found. */
export function missingStep(gate: Exclude<AdminGate, 'show'>): TemplateResult {
  if (gate === 'hidden') {
    return html`<h1>${notFound.title}</h1>
      <div class="card">
        <p>${notFound.text}</p>
        <p><a class="link-line" href="/">${notFound.home}</a></p>
      </div>`;
  }
  const hasKey = gate === 'elevate';
  return html`<h1>${words.elevateTitle}</h1>
    <div class="card">
      <p>${hasKey ? words.elevateWhy : words.addKeyWhy}</p>
      <p>
        ${hasKey
          ? html`<button type="button" class="button primary" @click=${() => void showElevate()}>
              ${icon('key-round')}${elevate.title}
            </button>`
          : html`<a class="button primary" href="/account/keys">${icon('key-round')}${inbox.addKey}</a>`}
      </p>
    </div>`;
}
