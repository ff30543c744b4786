import { html, nothing, type TemplateResult } from 'lit';
import '../components/heed-notice';
import { notices as words } from '../strings/shell';

/** A new Heed that is ready, or that could not take over because a draft was not saved. */
export type UpdateOffer = 'none' | 'ready' | 'not-saved';

/** What may have to be said above every screen; one thing at a time. */
export interface NoticesShown {
  /** seconds, in the last ones before it locks */
  locksIn: number | null;
  /** full access ends within a minute */
  endsSoon: boolean;
  /** what was open fell, since this person may read less than before */
  rightsEnded: boolean;
  update: UpdateOffer;
}

/** Says the most pressing of it. */
export function shellNotices(
  shown: NoticesShown,
  deeds: { seen: () => void; updateNow: () => void; updateLater: () => void },
): TemplateResult | typeof nothing {
  if (shown.locksIn !== null) {
    return html`<heed-notice class="shell-notice" tone="warn"
      >${words.locksSoon(shown.locksIn)}
      <button slot="actions" type="button" class="button small">${words.stay}</button></heed-notice
    >`;
  }
  if (shown.endsSoon) {
    return html`<heed-notice class="shell-notice" tone="warn">${words.accessEndsSoon}</heed-notice>`;
  }
  if (shown.rightsEnded) {
    return html`<heed-notice class="shell-notice"
      >${words.rightsEnded}
      <button slot="actions" type="button" class="button small" @click=${deeds.seen}>
        ${words.seen}
      </button></heed-notice
    >`;
  }
  if (shown.update === 'none') return nothing;
  return html`<heed-notice class="shell-notice" role="status"
    >${shown.update === 'ready' ? words.update : words.updateNotSaved}
    <span slot="actions" class="row">
      <button type="button" class="button small primary" @click=${deeds.updateNow}>${words.updateNow}</button>
      <button type="button" class="button small" @click=${deeds.updateLater}>${words.updateLater}</button>
    </span></heed-notice
  >`;
}
