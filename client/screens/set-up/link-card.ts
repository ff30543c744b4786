import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { logIn } from '../../strings/log-in';
import { setUp as words } from '../../strings/set-up';
import { shell } from '../../strings/shell';
import type { LinkState } from './set-up-link';

/** What stands here while the link is not known to work, and after it has done its work. */
export function linkCard(link: LinkState, retry: () => void): TemplateResult {
  switch (link.is) {
    case 'checking':
    case 'works':
      return html`<p class="hint late" role="status">${words.checkingLink}</p>`;
    case 'missing':
      return html`<heed-notice tone="info" role="alert">${words.missing}</heed-notice>`;
    case 'used':
      return html`<heed-notice tone="warn" sign="info" role="alert">${words.used}</heed-notice>`;
    case 'school-there':
      return html`<heed-notice tone="info" role="alert">${words.schoolThere(link.schoolName)}</heed-notice>
        <p><a class="button primary main" href="/log-in">${logIn.title}</a></p>`;
    case 'unknown':
      return html`<heed-notice tone="warn" sign="cloud-off" role="alert"
          >${link.why} ${words.offline}</heed-notice
        >
        <p>
          <button type="button" class="button" @click=${retry}>${icon('refresh-cw')}${shell.tryAgain}</button>
        </p>`;
  }
}
