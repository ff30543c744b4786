import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Change } from '../../../../protocol/changes/change';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { Connection, ProviderKind, readProviders, ShownProvider } from '../../../../protocol/providers';
import { icon } from '../../../components/heed-icon';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import '../../../components/heed-segmented';
import { textField } from '../../../components/text-field';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { showConfirm } from '../../../dialogs/confirm/show-confirm';
import { providerNames, providerSettings as words } from '../../../strings/providers';
import { shell } from '../../../strings/shell';

type Loaded = ReplyOf<typeof readProviders>;
type Said = { readonly tone: 'ok' | 'info' | 'danger'; readonly text: string } | null;

/** What stands in the fields; one set for each kind. */
interface Typed {
  /** Tenant, hosted domain or issuer. */
  readonly part: string;
  readonly clientId: string;
  readonly secret: string;
  readonly domains: string;
}
const EMPTY: Typed = { part: '', clientId: '', secret: '', domains: '' };

/** How staff may sign in through a provider. The secret goes in and never comes out. */
@customElement('heed-provider-card')
export class HeedProviderCard extends LitElement {
  @state() private _loaded: Loaded | null = null;
  @state() private _kind: ProviderKind = 'microsoft';
  @state() private _typed: Typed = EMPTY;
  @state() private _said: Said = null;
  /** Field that the server does not take, as it names it. */
  @state() private _wrong: { field: string; text: string } | null = null;
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  protected override render(): TemplateResult {
    return html`<section class="card stack roomy">
      <div>
        <h2>${words.title}</h2>
        <p class="hint">${words.hint}</p>
      </div>
      ${this._said === null
        ? nothing
        : html`<heed-notice tone=${this._said.tone} role=${this._said.tone === 'danger' ? 'alert' : 'status'}
            >${this._said.text}</heed-notice
          >`}
      ${this._loaded ? this._renderLoaded(this._loaded) : this._renderUnanswered()}
    </section>`;
  }

  private _renderUnanswered(): TemplateResult | typeof nothing {
    if (this._said === null) return nothing;
    return html`<p>
      <button type="button" class="button" @click=${() => void this._load()}>${shell.tryAgain}</button>
    </p>`;
  }

  private _renderLoaded(loaded: Loaded): TemplateResult {
    const kinds = (['microsoft', 'google', 'other'] as const).filter(
      (kind) => kind !== 'other' || loaded.issuers.length > 0,
    );
    return html`${loaded.providers.map((provider) => this._renderSet(provider))}
      <heed-segmented
        field-id="provider-kind"
        .label=${words.which}
        .options=${kinds.map((value) => ({ value, label: words.kinds[value] }))}
        .value=${this._kind}
        natural
        @segment-chosen=${(event: CustomEvent<{ value: string }>) =>
          this._choose(event.detail.value as ProviderKind)}
      ></heed-segmented>
      ${this._renderFields()} ${this._renderReturn(loaded.returnTo)}
      <div class="row">
        <button type="button" class="button" ?disabled=${this._busy} @click=${() => void this._tryIt()}>
          ${words.tryIt}
        </button>
        <button
          type="button"
          class="button primary"
          ?disabled=${this._busy}
          @click=${() => void this._save()}
        >
          ${words.save}
        </button>
      </div>`;
  }

  private _renderSet({ connection, domains }: ShownProvider): TemplateResult {
    const kind = connection.provider;
    return html`<div class="row apart">
      <p class="line-with-icon ok">
        ${icon('check')}<span>${words.isOn(words.kinds[kind], domains.join(', '))}</span>
      </p>
      <button
        type="button"
        class="button small"
        aria-label="${words.off}: ${words.kinds[kind]}"
        ?disabled=${this._busy}
        @click=${() => void this._switchOff(kind)}
      >
        ${words.off}
      </button>
    </div>`;
  }

  private _renderFields(): TemplateResult {
    const part = {
      microsoft: { label: words.tenant, hint: words.tenantHint },
      google: { label: words.hosted, hint: words.hostedHint },
      other: { label: words.issuer, hint: this._loaded?.issuers.join(', ') ?? '' },
    }[this._kind];
    return html`${this._field('part', part.label, part.hint, 'connection')}
    ${this._field('clientId', words.clientId, '', 'clientId')}
    ${this._field('secret', words.secret, this._held ? words.secretKept : words.secretHint, 'secret')}
    ${this._field('domains', words.domains, words.domainsHint, 'domains')}`;
  }

  private _field(name: keyof Typed, label: string, hint: string, field: string): TemplateResult {
    const wrong = this._wrong?.field.includes(`.${field}`) === true ? this._wrong.text : '';
    return textField({
      id: `provider-${name}`,
      label,
      hint,
      value: this._typed[name],
      error: wrong,
      typed: (value) => (this._typed = { ...this._typed, [name]: value }),
    });
  }

  private _renderReturn(returnTo: string): TemplateResult {
    return html`<div>
      <p class="label">${words.returnTo}</p>
      <p class="row">
        <span class="secret">${returnTo}</span>
        <button type="button" class="button small quiet" @click=${() => void this._copy(returnTo)}>
          ${icon('copy')}${words.copy}
        </button>
      </p>
    </div>`;
  }

  /** What the school has of this kind. */
  private get _held(): ShownProvider | undefined {
    return this._loaded?.providers.find(({ connection }) => connection.provider === this._kind);
  }

  private _choose(kind: ProviderKind): void {
    this._kind = kind;
    this._wrong = null;
    this._said = null;
    const held = this._held;
    const only = kind === 'other' ? (this._loaded?.issuers[0] ?? '') : '';
    this._typed = held
      ? {
          part: partOf(held.connection),
          clientId: held.clientId,
          secret: '',
          domains: held.domains.join(', '),
        }
      : { ...EMPTY, part: only };
  }

  private async _load(): Promise<void> {
    await this._do(async () => {
      this._loaded = await call('readProviders');
      const first = this._loaded.providers[0]?.connection.provider;
      this._choose(first ?? this._kind);
      return null;
    });
  }

  private async _tryIt(): Promise<void> {
    await this._do(async () => {
      const { fault } = await call('checkProvider', { body: { connection: this._connection() } });
      return fault === null
        ? { tone: 'ok', text: words.works }
        : { tone: 'danger', text: words.faults[fault] };
    });
  }

  private async _save(): Promise<void> {
    const { clientId, secret, domains } = this._typed;
    await this._change(
      {
        kind: 'provider.set',
        connection: this._connection(),
        clientId,
        domains: domains.split(/[\s,;]+/).filter(Boolean),
        ...(secret === '' ? {} : { secret }),
      },
      words.made,
    );
  }

  private async _switchOff(provider: ProviderKind): Promise<void> {
    const text = words.offSure(providerNames[provider]);
    if (await showConfirm({ heading: words.off, text, yes: words.off, no: words.keep }))
      await this._change({ kind: 'provider.remove', provider }, words.offDone);
  }

  private async _change(change: Change, made: string): Promise<void> {
    await this._do(async () => {
      const { outcomes } = await call('makeChanges', { body: { changes: [change] } });
      this._loaded = await call('readProviders');
      this._typed = { ...this._typed, secret: '' };
      const waits = outcomes.some(({ outcome }) => outcome === 'waits');
      return waits ? { tone: 'info', text: words.waits } : { tone: 'ok', text: made };
    });
  }

  private _connection(): Connection {
    const part = this._typed.part.trim();
    if (this._kind === 'microsoft') return { provider: 'microsoft', tenant: part };
    return this._kind === 'google'
      ? { provider: 'google', hosted: part }
      : { provider: 'other', issuer: part };
  }

  private async _copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    announce(words.copied);
  }

  /** @param deed gives what to say of it */
  private async _do(deed: () => Promise<Said>): Promise<void> {
    this._busy = true;
    this._wrong = null;
    try {
      this._said = await deed();
      if (this._said) announce(this._said.text);
    } catch (thrown) {
      const { field, title } = asCallFault(thrown);
      this._wrong = field === null ? null : { field, text: title };
      this._said = { tone: 'danger', text: title };
    } finally {
      this._busy = false;
    }
  }
}

function partOf(connection: Connection): string {
  if (connection.provider === 'microsoft') return connection.tenant;
  return connection.provider === 'google' ? connection.hosted : connection.issuer;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-provider-card': HeedProviderCard;
  }
}
