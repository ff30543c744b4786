import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-notice';
import '../lock/heed-revoked-notice';
import type { DeviceKind } from '../../strings/device';
import { record as words, unlocked as lockedWords } from '../../strings/record';
import { dayAndTime } from '../../strings/times';

/** What a person must know of the record that they look at. */
export interface NoticesView {
  /** an earlier draft, one that is not here any more, or one that another tab has changed */
  notice: 'continued' | 'gone' | 'second-draft' | null;
  withoutUnlocking: boolean;
  device: DeviceKind;
  /** seconds until a form made without unlocking closes, or null */
  closesIn: number | null;
  /** device clock, ms */
  startedAt: number;
  now: number;
}

/** The lines under the danger strip; mostly none. */
export function notices(view: NoticesView): TemplateResult {
  const { notice } = view;
  return html`<heed-revoked-notice></heed-revoked-notice> ${view.withoutUnlocking
      ? html`<heed-notice>${lockedWords.note(view.device)}</heed-notice>`
      : nothing}
    ${view.closesIn === null
      ? nothing
      : html`<heed-notice tone="warn" role="alert">${words.closesIn(view.closesIn)}</heed-notice>`}
    ${notice === 'continued' ? continued(dayAndTime(view.startedAt, view.now)) : nothing}
    ${notice === 'gone' ? html`<heed-notice>${words.draftGone}</heed-notice>` : nothing}
    ${notice === 'second-draft'
      ? html`<heed-notice tone="warn" sign="copy" role="alert">${words.secondDraft}</heed-notice>`
      : nothing}`;
}

function continued(began: string): TemplateResult {
  return html`<heed-notice sign="pencil-line"
    >${words.continued(began)}
    <a slot="actions" class="button small" href="/record?new">${words.startAnother}</a></heed-notice
  >`;
}
