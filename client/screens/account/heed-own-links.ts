import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listLinks, ProviderKind, SignInLink } from '../../../protocol/providers';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { leaveToProve } from '../../data/sign-in';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { showPasswordAgain } from '../../dialogs/password-again/show-password-again';
import { ownLinks as words, providerNames } from '../../strings/providers';
import { shell } from '../../strings/shell';
import { dayAndTime } from '../../strings/times';

type Links = ReplyOf<typeof listLinks>;

/** Accounts elsewhere that sign this person in. Nothing where the school offers none and none is linked. */
@customElement('heed-own-links')
export class HeedOwnLinks extends LitElement {
  @state() private _known: Links | null = null;
  @state() private _fault = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._do(async () => {});
  }

  protected override render(): TemplateResult | typeof nothing {
    const known = this._known;
    if (!known && this._fault === '') return nothing;
    if (known && known.offered.length + known.links.length === 0) return nothing;
    return html`<section class="card stack roomy">
      <div>
        <h2>${words.title}</h2>
        <p class="hint">${words.hint}</p>
      </div>
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      ${known ? this._renderKnown(known) : this._renderAgain()}
    </section>`;
  }

  private _renderAgain(): TemplateResult {
    return html`<p>
      <button type="button" class="button" @click=${() => void this._do(async () => {})}>
        ${shell.tryAgain}
      </button>
    </p>`;
  }

  private _renderKnown({ links, offered }: Links): TemplateResult {
    const open = offered.filter((kind) => !links.some(({ provider }) => provider === kind));
    return html`${links.length === 0
      ? html`<p class="hint">${words.none}</p>`
      : html`<ul class="rows">
          ${links.map((link) => this._renderLink(link))}
        </ul>`}
    ${open.length === 0
      ? nothing
      : html`<p class="row">
          ${open.map(
            (kind) =>
              html`<button
                type="button"
                class="button"
                ?disabled=${this._busy}
                @click=${() => void this._link(kind)}
              >
                ${icon('plus')}${words.link(kind)}
              </button>`,
          )}
        </p>`}`;
  }

  private _renderLink(link: SignInLink): TemplateResult {
    const name = providerNames[link.provider];
    const at = (time: string) => dayAndTime(Date.parse(time), Date.now());
    return html`<li class="list-row">
      <span class="round-icon brand">${icon('circle-user-round')}</span>
      <span
        ><strong>${link.address || name}</strong
        ><span class="hint"
          >${words.linked(name, at(link.linkedAt))}.
          ${link.lastUsedAt === null ? words.neverUsed : words.lastUsed(at(link.lastUsedAt))}</span
        ></span
      >
      <button
        type="button"
        class="button small"
        aria-label="${words.remove} ${link.address || name}"
        ?disabled=${this._busy}
        @click=${() => void this._remove(link)}
      >
        ${words.remove}
      </button>
    </li>`;
  }

  private async _link(kind: ProviderKind): Promise<void> {
    await this._do(async () => {
      if (await this._isProved()) await leaveToProve(kind, 'link');
    });
  }

  private async _remove(link: SignInLink): Promise<void> {
    const name = providerNames[link.provider];
    const needed = this._known?.hasPassword === true ? '' : ` ${words.noPassword}`;
    const sure = await showConfirm({
      heading: words.remove,
      text: `${words.removeSure(name)}${needed}`,
      yes: words.remove,
      no: words.keep,
    });
    if (!sure) return;
    await this._do(async () => {
      if (!(await this._isProved())) return;
      await call('removeLink', { params: { id: link.id } });
      announce(words.removed);
    });
  }

  /** By a log-in or a proof of the last minutes, as the school says now, or else by the password. */
  private async _isProved(): Promise<boolean> {
    return (await call('listLinks')).fresh || showPasswordAgain(words.passwordWhy);
  }

  /** Does something and looks again; why it could not be done stands above. */
  private async _do(deed: () => Promise<void>): Promise<void> {
    this._busy = true;
    this._fault = '';
    try {
      await deed();
      this._known = await call('listLinks');
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-own-links': HeedOwnLinks;
  }
}
