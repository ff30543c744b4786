import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { call } from '../../data/call';
import { CallFault } from '../../data/call-fault';
import { showPasswordAgain } from '../../dialogs/password-again/show-password-again';
import { account, kept as words } from '../../strings/account';
import { download } from '../../components/download';
import { AccountScreen } from './account-screen';

/** "What Heed keeps about you": the same words for everybody, and a file with one's own. */
@customElement('heed-kept-screen')
export class HeedKeptScreen extends AccountScreen {
  protected readonly _href = '/account/kept';
  protected readonly _title = account.kept;
  @state() private _saved = '';
  @state() private _busy = false;

  protected override _renderCards(): TemplateResult {
    return html`<section class="card">
        <p>${words.intro}</p>
        <ul class="kept-list after">
          ${words.kinds.map(
            ([what, more]) => html`<li><strong>${what}</strong><span class="hint">${more}</span></li>`,
          )}
        </ul>
        <p class="hint after">${words.secrets}</p>
      </section>
      <section class="card">
        <h2>${words.file}</h2>
        <p class="hint">${words.fileHint}</p>
        ${this._saved === ''
          ? nothing
          : html`<heed-notice tone="ok" role="status">${words.saved(this._saved)}</heed-notice>`}
        <p class="after">
          <button
            type="button"
            class="button primary main"
            ?disabled=${this._busy}
            @click=${() => void this._download()}
          >
            ${icon('download')}${words.download}
          </button>
        </p>
      </section>
      <section class="card">
        <h2>${words.records}</h2>
        <p>${words.recordsText}</p>
        <p class="hint after">${words.recordsHow}</p>
      </section>`;
  }

  /** The page shows nothing that the school would have to say first. */
  protected override _load(): Promise<void> {
    return Promise.resolve();
  }

  private async _download(): Promise<void> {
    this._busy = true;
    this._saved = '';
    await this._try(() => this._fetch(true));
    this._busy = false;
  }

  /** Asks for the password where it was typed too long ago, and then once more. */
  private async _fetch(mayAsk: boolean): Promise<void> {
    try {
      const all = await call('downloadKept');
      const file = words.fileName(all.made.slice(0, 10));
      download(file, 'application/json', JSON.stringify(all, null, 2));
      this._saved = file;
      announce(words.saved(file));
    } catch (thrown) {
      const asks = thrown instanceof CallFault && thrown.code === 'password-needed' && mayAsk;
      if (!asks) throw thrown;
      if (await showPasswordAgain(words.passwordWhy)) await this._fetch(false);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-kept-screen': HeedKeptScreen;
  }
}
