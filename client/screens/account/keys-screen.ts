import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listKeys } from '../../../protocol/security-keys';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { showFreshCode } from '../../dialogs/fresh-code/show-fresh-code';
import { showPasswordAgain } from '../../dialogs/password-again/show-password-again';
import { guardLeaving } from '../../router';
import { keys as words, recovery } from '../../strings/account';
import { clockTime, dayAndTime } from '../../strings/times';
import { AccountScreen } from './account-screen';
import './add-key';
import type { Begun, Saved } from './add-key';
import { recoveryCodes } from './recovery-codes';

type Keys = ReplyOf<typeof listKeys>;

/** "Security Keys": the devices whose codes elevate this person, a new one, and the recovery codes. */
@customElement('heed-keys-screen')
export class HeedKeysScreen extends AccountScreen {
  protected readonly _href = '/account/keys';
  protected readonly _title = words.title;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _keys: Keys | null = null;
  @state() private _begun: Begun | null = null;
  @state() private _checked = '';
  @state() private _saved: Saved['key'] | null = null;
  @state() private _codes: readonly string[] | null = null;

  protected override _renderCards(): TemplateResult {
    return html`${this._renderSaved()}
    ${this._keys ? this._renderKeys(this._keys) : this._renderUnanswered(words.loading)}`;
  }

  private _renderSaved(): TemplateResult | typeof nothing {
    if (!this._saved) return nothing;
    return html`<heed-notice tone=${this._saved.counts ? 'ok' : 'warn'} role="status"
      ><strong>${words.saved(this._saved.name)}</strong> ${this._saved.counts
        ? words.savedWhere
        : words.savedPending}</heed-notice
    >`;
  }

  private _renderKeys(known: Keys): TemplateResult {
    return html`${this._begun
      ? html`<heed-add-key
          .begun=${this._begun}
          .checked=${this._checked}
          @key-saved=${(event: CustomEvent<Saved>) => void this._onSaved(event.detail)}
        ></heed-add-key>`
      : nothing}
    ${this._renderDevices(known)}
    ${this._begun
      ? nothing
      : html`<p>
          <button
            type="button"
            class="button ${known.keys.length === 0 ? 'primary main' : ''}"
            @click=${() => void this._begin()}
          >
            ${icon('plus')}${words.add}
          </button>
        </p>`}
    ${known.keys.length > 0 || this._codes
      ? recoveryCodes({
          codes: this._codes,
          left: known.recoveryCodesLeft,
          owner: this._session?.session?.name ?? '',
          print: () => this._print(),
          renew: () => void this._renew(),
        })
      : nothing}`;
  }

  private _renderDevices({ keys }: Keys): TemplateResult {
    if (keys.length === 0 && this._begun) return html``;
    return html`<section class="card">
      <h2>${words.yours}</h2>
      ${keys.length === 0 ? html`<p class="hint">${words.none} ${words.why}</p>` : nothing}
      <ul class="rows">
        ${keys.map(
          (key) =>
            html`<li class="list-row">
              <span class="round-icon brand">${icon('smartphone')}</span>
              <span
                ><strong>${key.name}</strong
                ><span class="hint"
                  >${!key.counts
                    ? words.waitsForLead
                    : key.lastUsed === null
                      ? words.neverUsed
                      : words.lastUsed(dayAndTime(Date.parse(key.lastUsed), Date.now()))}</span
                ></span
              >
              <button
                type="button"
                class="button small"
                aria-label="${words.remove} ${key.name}"
                @click=${() => void this._remove(key.id, key.name)}
              >
                ${words.remove}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  protected override async _load(): Promise<void> {
    await this._try(async () => {
      this._keys = await call('listKeys');
    });
  }

  private async _begin(): Promise<void> {
    this._saved = null;
    const fault = await this._try(() => this._prove(clockTime(Date.now())));
    if (fault?.code !== 'password-needed') return;
    await this._load();
    this._fault = fault.title;
  }

  /** Nothing, the password again, or a code of a key that is held already: the school says which. */
  private async _prove(time: string): Promise<void> {
    if (this._keys?.needs === 'code') {
      const done = await showFreshCode({
        heading: words.add,
        text: words.beginText,
        label: words.code,
        yes: words.begin,
        recoveryToo: true,
        send: async (code) => void (this._begun = await call('beginKey', { body: { code } })),
      });
      if (done) this._checked = words.checkedCode(time);
      return;
    }
    const asked = this._keys?.needs === 'password';
    if (asked && !(await showPasswordAgain())) return;
    this._checked = asked ? words.checkedPassword(time) : '';
    this._begun = await call('beginKey', { body: {} });
  }

  private async _onSaved(saved: Saved): Promise<void> {
    this._begun = null;
    this._saved = saved.key;
    if (saved.recoveryCodes) this._showCodes(saved.recoveryCodes);
    await this._load();
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  private async _remove(id: string, name: string): Promise<void> {
    const done = await showFreshCode({
      heading: words.remove,
      text: words.removeSure(name),
      label: this._keys?.keys.length === 1 ? words.code : words.removeCode,
      yes: words.remove,
      recoveryToo: true,
      danger: true,
      send: (code) => call('removeKey', { params: { id }, body: { code } }),
    });
    if (!done) return;
    this._saved = null;
    await this._load();
  }

  private async _renew(): Promise<void> {
    await showFreshCode({
      heading: recovery.fresh,
      text: recovery.freshText,
      label: words.code,
      yes: recovery.fresh,
      send: async (code) => {
        const { recoveryCodes: fresh } = await call('renewRecoveryCodes', { body: { code } });
        this._showCodes(fresh);
      },
    });
  }

  /** Shown once: whoever leaves without printing is asked. */
  private _showCodes(codes: readonly string[]): void {
    this._codes = codes;
    guardLeaving(() =>
      showConfirm({
        heading: recovery.leave,
        text: recovery.leaveText,
        yes: recovery.leaveYes,
        no: recovery.leaveNo,
      }),
    );
  }

  private _print(): void {
    print();
    guardLeaving(null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-keys-screen': HeedKeysScreen;
  }
}
