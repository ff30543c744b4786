import { html, nothing, type TemplateResult } from 'lit';
import { staffMember as words } from '../../../strings/admin/staff';

export interface LeavingGiven {
  /** When this person left, in words; null: has not left. */
  readonly left: string | null;
  readonly self: boolean;
  /** Leaving or coming back stands in the tray. */
  readonly unsaved: boolean;
  readonly put: (on: boolean) => void;
  /** What they hold, above the button. */
  readonly holdings: TemplateResult;
}

/** Leaving and coming back; nothing happens before it is saved. */
export function leavingCard({ left, self, unsaved, put, holdings }: LeavingGiven): TemplateResult {
  const says =
    left === null
      ? { why: words.leavesWhy, button: words.leaves, unsaved: words.leavesUnsaved }
      : { why: words.comesBackWhy, button: words.comesBack, unsaved: words.comesBackUnsaved };
  return html`<section class="card stack ${unsaved ? 'unsaved' : ''}">
    <h2>${words.leaving}</h2>
    ${left === null ? nothing : html`<p>${words.leftOn(left)}</p>`} ${holdings}
    ${unsaved ? html`<p class="strong">${says.unsaved}</p>` : nothing}
    ${self
      ? html`<p class="hint">${words.isSelf}</p>`
      : html`<p class="hint">${says.why}</p>
          <p>
            <button
              type="button"
              class="button ${left === null && !unsaved ? 'danger' : ''}"
              @click=${() => put(!unsaved)}
            >
              ${unsaved ? words.stays : says.button}
            </button>
          </p>`}
  </section>`;
}
