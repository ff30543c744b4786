import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { setUp as words } from '../../strings/set-up';
import { shell } from '../../strings/shell';

export type Work = 'check' | 'write' | 'demo';

/** What went wrong, with the file that it went wrong with, and what may be tried again. */
export interface SetUpFault {
  /** name of the file, or empty */
  file: string;
  text: string;
  retry: Work | null;
}

/** The fault in its place, with "Try again" where that can help. */
export function faultNotice({ file, text, retry }: SetUpFault, again: (work: Work) => void): TemplateResult {
  return html`<heed-notice tone="danger" role="alert" .heading=${file}
    >${text}
    ${retry === null
      ? nothing
      : html`<button slot="actions" type="button" class="button" @click=${() => again(retry)}>
          ${icon('refresh-cw')}${shell.tryAgain}
        </button>`}</heed-notice
  >`;
}

/** Setting up needs a connection, said before somebody tries. */
export function offlineNotice(): TemplateResult {
  return html`<heed-notice tone="info" sign="cloud-off">${words.offline}</heed-notice>`;
}

/** What is being done; only after 300 ms, so that a quick answer never flashes. */
export function workingNotice(working: Work, file: string): TemplateResult | typeof nothing {
  if (working === 'write') return nothing;
  const text = working === 'demo' ? words.demoWorking : words.checkingFile(file);
  return html`<heed-notice class="late" sign="clock" role="status">${text}</heed-notice>`;
}
