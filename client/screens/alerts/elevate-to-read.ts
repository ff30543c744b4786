import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { showElevate } from '../../dialogs/elevate/show-elevate';
import { inbox as words } from '../../strings/inbox';

/** The way to what needs full access: a code, or for somebody without a security key the way to one. */
export function elevateToRead(keyHolder: boolean): TemplateResult {
  return html`<div class="elevate-to-read">
    <p class="hint">${keyHolder ? words.elevateWhy : words.addKeyWhy}</p>
    ${keyHolder
      ? html`<button type="button" class="button primary" @click=${() => void showElevate()}>
          ${icon('key-round')}${words.elevateToRead}
        </button>`
      : html`<a class="button primary" href="/account/keys">${icon('key-round')}${words.addKey}</a>`}
  </div>`;
}
