import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { SupportReport } from '../../../protocol/support-report';
import '../../components/heed-notice';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { loadSheets } from '../../data/help-sheets';
import { keepSupport } from '../../data/support';
import { help } from '../../strings/help';
import { support as words } from '../../strings/support';
import '../help/heed-support-card';
import { collectReport } from './collect-report';
import './heed-ask-support';
import './heed-my-requests';
import { knownProblems, PROBLEMS, problemsOf, type Problem } from './known-problems';
import { likelyProblems } from './likely-problems';

/** Nobody waits longer for a school that does not answer, ms. */
const ASK_MS = 3_000;

/** "Get help": known problems first, then support. It needs no log-in, no connection and no set-up of the device. */
@customElement('heed-support-screen')
export class HeedSupportScreen extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _report: SupportReport | null = null;
  @state() private _problems: readonly Problem[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._look();
    loadSheets().then(
      ({ sheets }) => (this._problems = problemsOf(sheets.find(({ id }) => id === PROBLEMS))),
      // Without them support itself can still be asked.
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    const report = this._report;
    const session = this._session?.session ?? null;
    return html`<main id="main" class="page with-aside help">
      <h1>${words.title}</h1>
      <div class="stack">
        <p>${words.lead}</p>
        <heed-notice tone="danger">${help.danger}</heed-notice>
        ${this._problems.length === 0
          ? nothing
          : knownProblems(this._problems, report ? likelyProblems(report) : [])}
        ${report
          ? html`<heed-ask-support
              .report=${report}
              .loggedIn=${session !== null}
              @support-asked=${() => void this._requests?.load()}
            ></heed-ask-support>`
          : html`<p class="card hint" role="status">${words.collecting}</p>`}
        ${session ? html`<heed-my-requests></heed-my-requests>` : nothing}
      </div>
      <aside class="aside always stack">
        <heed-support-card here></heed-support-card>
        <p><a class="link-line" href="/help">${words.allHelp}</a></p>
      </aside>
    </main>`;
  }

  private get _requests() {
    return this.querySelector('heed-my-requests');
  }

  /** The school first, briefly: whether it answers is a part of the report. */
  private async _look(): Promise<void> {
    await Promise.race([this._askPlace(), new Promise((done) => setTimeout(done, ASK_MS))]);
    this._report = await collectReport();
  }

  private async _askPlace(): Promise<void> {
    try {
      keepSupport((await call('readPlace')).support);
    } catch {
      // Then the report says that it does not answer.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-support-screen': HeedSupportScreen;
  }
}
