import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { randomBytes, sha256, toBase64url, utf8 } from '../../../protocol/bytes';
import { readDevice } from '../../../offline/vault/device';
import '../../components/heed-notice';
import { currentUnlocked } from '../../contexts/unlocked';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { go } from '../../router';
import { logIn } from '../../strings/log-in';
import { switching as words } from '../../strings/sites';

/** Where the page keeps its secret between the two visits: this tab of this school, and nothing else, reads it. */
const KEPT = 'heed-switch';

/**
 * /switch: the way from one school of a person to another, each an origin of its own (docs/specs/sites.md). `#t=`: the
 * other school opens this page with a ticket; `#s=`: it sends the browser back here for the code; `#c=`: and here is
 * the code. What stands in the address is worth nothing without the secret of the tab, and is taken out at once.
 */
@customElement('heed-switch-screen')
export class HeedSwitchScreen extends LitElement {
  @state() private _fault = '';
  @state() private _locked = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._follow();
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page">
      <div class="narrow-card stack">
        <h1>${words.title}</h1>
        ${this._fault === ''
          ? html`<p class="hint" role="status">${words.wait}</p>`
          : html`<heed-notice tone="warn" role="alert">${this._fault}</heed-notice>
              <p>
                <a class="button primary main wide" href=${this._locked ? '/lock' : '/log-in'}
                  >${this._locked ? words.unlock : logIn.button}</a
                >
              </p>`}
      </div>
    </main>`;
  }

  private async _follow(): Promise<void> {
    const [, step, word = ''] = /^#([tsc])=(.+)$/.exec(location.hash) ?? [];
    history.replaceState(history.state, '', location.pathname);
    try {
      if (step === 's') this._leave(await call('issueSwitchCode', { body: { id: word } }));
      else if (await isLockedHere()) this._refuse(words.locked, true);
      else if (step === 't') await this._answer(word);
      else if (step === 'c') await this._finish(word);
      else this._refuse(words.nothing);
    } catch (thrown) {
      const { code, title } = asCallFault(thrown);
      this._refuse(code === 'log-in-needed' ? words.logInFirst : title);
    }
  }

  /** The other school has sent this browser: a secret is made, and only its hash leaves the tab. */
  private async _answer(ticket: string): Promise<void> {
    const verifier = toBase64url(randomBytes(32));
    sessionStorage.setItem(KEPT, verifier);
    const challenge = toBase64url(await sha256(utf8(verifier)));
    const { url } = await call('answerSwitch', { body: { ticket, challenge } });
    if (url !== null) {
      this._leave({ url });
      return;
    }
    // Logged in here already, as the same person.
    sessionStorage.removeItem(KEPT);
    await call('readSession');
    await go('/', { replace: true });
  }

  private async _finish(code: string): Promise<void> {
    const verifier = sessionStorage.getItem(KEPT) ?? '';
    sessionStorage.removeItem(KEPT);
    if (verifier === '') {
      this._refuse(words.nothing);
      return;
    }
    await call('finishSwitch', { body: { code, verifier } });
    await go('/', { replace: true });
  }

  /** The address is the school's word; this page makes none. */
  private _leave({ url }: { url: string }): void {
    location.replace(url);
  }

  private _refuse(fault: string, locked = false): void {
    this._fault = fault;
    this._locked = locked;
  }
}

/** On a shared tablet that is locked here, nobody comes in by another school: it asks as a log-in would. */
async function isLockedHere(): Promise<boolean> {
  const device = await readDevice().catch(() => null);
  return (device?.shared ?? false) && currentUnlocked() === null;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-switch-screen': HeedSwitchScreen;
  }
}
