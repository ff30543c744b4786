import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listKeys } from '../../../protocol/security-keys';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { call } from '../../data/call';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { showFreshCode } from '../../dialogs/fresh-code/show-fresh-code';
import type { SentProof } from '../../dialogs/passkey-part';
import { showPasswordAgain } from '../../dialogs/password-again/show-password-again';
import { guardLeaving } from '../../router';
import { keys as words, recovery } from '../../strings/account';
import { passkeys } from '../../strings/passkeys';
import { clockTime } from '../../strings/times';
import { AccountScreen } from './account-screen';
import './add-key';
import './heed-own-links';
import type { Begun, Saved } from './add-key';
import './add-passkey';
import type { BegunPasskey } from './add-passkey';
import { keyRow, passkeyHint, passkeyOffer } from './key-parts';
import { recoveryCodes } from './recovery-codes';

type Keys = ReplyOf<typeof listKeys>;
type Key = Keys['keys'][number];

/** "Security Keys": the devices and passkeys that elevate this person, a new one, and the recovery codes. */
@customElement('heed-keys-screen')
export class HeedKeysScreen extends AccountScreen {
  protected readonly _href = '/account/keys';
  protected readonly _title = words.title;
  @state() private _keys: Keys | null = null;
  @state() private _begun: Begun | null = null;
  @state() private _begunPasskey: BegunPasskey | null = null;
  @state() private _checked = '';
  @state() private _saved: Saved['key'] | null = null;
  @state() private _codes: readonly string[] | null = null;

  protected override _renderCards(): TemplateResult {
    return html`${this._renderSaved()}
      ${this._keys ? this._renderKeys(this._keys) : this._renderUnanswered(words.loading)}
      <heed-own-links></heed-own-links>`;
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
    const adding = this._begun !== null || this._begunPasskey !== null;
    return html`${this._renderBegun()} ${this._renderDevices(known, adding)}
    ${adding ? nothing : this._renderAdd(known)}
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

  private _renderBegun(): TemplateResult | typeof nothing {
    const saved = (event: CustomEvent<Saved>) => void this._onSaved(event.detail);
    if (this._begunPasskey)
      return html`<heed-add-passkey
        .begun=${this._begunPasskey}
        .checked=${this._checked}
        @key-saved=${saved}
        @passkey-left=${() => (this._begunPasskey = null)}
      ></heed-add-passkey>`;
    if (!this._begun) return nothing;
    return html`<heed-add-key
      .begun=${this._begun}
      .checked=${this._checked}
      @key-saved=${saved}
    ></heed-add-key>`;
  }

  private _renderAdd({ keys }: Keys): TemplateResult {
    return html`<div class="row">
        <button
          type="button"
          class="button ${keys.length === 0 ? 'primary main' : ''}"
          @click=${() => void this._begin('totp')}
        >
          ${icon('plus')}${words.add}
        </button>
        ${passkeyOffer(() => void this._begin('passkey'))}
      </div>
      ${passkeyHint()}`;
  }

  private _renderDevices({ keys }: Keys, adding: boolean): TemplateResult {
    if (keys.length === 0 && adding) return html``;
    return html`<section class="card">
      <h2>${words.yours}</h2>
      ${keys.length === 0 ? html`<p class="hint">${words.none} ${words.why}</p>` : nothing}
      <ul class="rows">
        ${keys.map((key) => keyRow(key, () => void this._remove(key)))}
      </ul>
    </section>`;
  }

  protected override async _load(): Promise<void> {
    await this._try(async () => {
      this._keys = await call('listKeys');
    });
  }

  private async _begin(kind: Key['kind']): Promise<void> {
    this._saved = null;
    const fault = await this._try(() => this._prove(kind, clockTime(Date.now())));
    if (fault?.code !== 'password-needed') return;
    await this._load();
    this._fault = fault.title;
  }

  /** Nothing, the password again, or a fresh proof of a key that is held already: the school says which. */
  private async _prove(kind: Key['kind'], time: string): Promise<void> {
    if (this._keys?.needs === 'code') {
      await showFreshCode({
        heading: kind === 'totp' ? words.add : passkeys.add,
        text: passkeys.beginText,
        label: words.code,
        yes: words.begin,
        recoveryToo: true,
        send: (code) => this._beginWith(kind, { code }, words.checkedCode(time)),
        sendPasskey: (passkey) => this._beginWith(kind, { passkey }, passkeys.checked(time)),
      });
      return;
    }
    const asked = this._keys?.needs === 'password';
    if (asked && !(await showPasswordAgain())) return;
    await this._beginWith(kind, {}, asked ? words.checkedPassword(time) : '');
  }

  private async _beginWith(kind: Key['kind'], body: Partial<SentProof>, checked: string): Promise<void> {
    if (kind === 'totp') this._begun = await call('beginKey', { body });
    else this._begunPasskey = await call('beginPasskey', { body });
    this._checked = checked;
  }

  private async _onSaved(saved: Saved): Promise<void> {
    [this._begun, this._begunPasskey] = [null, null];
    this._saved = saved.key;
    if (saved.recoveryCodes) this._showCodes(saved.recoveryCodes);
    await this._load();
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  private async _remove({ id, kind, name, counts }: Key): Promise<void> {
    const remove = (body: SentProof) => call('removeKey', { params: { id }, body });
    const done = await showFreshCode({
      heading: words.remove,
      text: kind === 'totp' ? words.removeSure(name) : passkeys.removeSure(name),
      label: this._keys?.keys.length === 1 ? words.code : words.removeCode,
      yes: words.remove,
      recoveryToo: true,
      danger: true,
      send: (code) => remove({ code }),
      sendPasskey: (passkey) => remove({ passkey }),
      waitingToo: kind === 'passkey' && !counts,
    });
    if (!done) return;
    this._saved = null;
    await this._load();
    // Whether this person can still elevate, and how.
    await call('readSession').catch(() => null);
  }

  private async _renew(): Promise<void> {
    const renew = async (body: SentProof) =>
      this._showCodes((await call('renewRecoveryCodes', { body })).recoveryCodes);
    await showFreshCode({
      heading: recovery.fresh,
      text: recovery.freshText,
      label: words.code,
      yes: recovery.fresh,
      send: (code) => renew({ code }),
      sendPasskey: (passkey) => renew({ passkey }),
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
