import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import '../../components/heed-qr';
import { deviceKind } from '../../contexts/device-kind';
import { setUp as words } from '../../strings/set-up';
import './copy-button';
import { demoAsText, inFours, keyUri, type Demo } from './demo-text';

type Matrix = readonly (readonly boolean[])[];

/** The accounts of a demo school with what gets one in: address, password, and the secret of each security key. */
@customElement('heed-demo-accounts')
export class HeedDemoAccounts extends LitElement {
  @property({ attribute: false }) schoolName = '';
  @property({ attribute: false }) demo: Demo | null = null;
  /** drawn when the part that draws them has come; without it the secret is typed */
  @state() private _matrices: ReadonlyMap<string, Matrix> = new Map();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._draw().catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.demo) return nothing;
    const { password, accounts } = this.demo;
    return html`<section class="card">
        <div class="row apart">
          <h2>${words.demoAccounts}</h2>
          <heed-copy-button
            .label=${words.copyAll}
            .text=${demoAsText(this.schoolName, location.origin, this.demo)}
          ></heed-copy-button>
        </div>
        <p class="hint">${words.demoOnce}</p>
        <dl class="facts">
          <dt>${words.demoAddress}</dt>
          <dd>${location.origin}</dd>
          <dt>${words.demoPassword}</dt>
          <dd><strong class="secret">${password}</strong></dd>
        </dl>
      </section>
      <section class="card">
        <h2>${words.firstCode}</h2>
        <ol class="how-to">
          ${words.firstCodeSteps.map(
            (step, at) => html`<li><span class="step-number">${at + 1}</span><span>${step}</span></li>`,
          )}
        </ol>
      </section>
      ${accounts.map((account) => this._renderAccount(account))}`;
  }

  private _renderAccount({ name, group, email, secret }: Demo['accounts'][number]): TemplateResult {
    const matrix = this._matrices.get(email);
    return html`<section class="card demo-account">
      <div class="words">
        <h3>${name}</h3>
        <p class="hint">${group}</p>
        <p class="email">${email}</p>
        ${secret === null ? html`<p class="hint">${words.noSecret}</p>` : this._renderSecret(email, secret)}
      </div>
      ${matrix ? html`<heed-qr .matrix=${matrix} .label=${words.demoQr(name)}></heed-qr>` : nothing}
    </section>`;
  }

  private _renderSecret(email: string, secret: string): TemplateResult {
    return html`<p>
        <span class="hint">${words.demoKey}</span><br /><span class="secret">${inFours(secret)}</span>
      </p>
      ${deviceKind() === 'computer'
        ? nothing
        : html`<p>
            <a class="button small" href=${keyUri(this.schoolName, email, secret)}
              >${icon('smartphone')}${words.openAuthenticator}</a
            >
          </p>`}`;
  }

  private async _draw(): Promise<void> {
    const { create } = await import('qrcode');
    const drawn = new Map<string, Matrix>();
    for (const { email, secret } of this.demo?.accounts ?? []) {
      if (secret === null) continue;
      const { modules } = create(keyUri(this.schoolName, email, secret), { errorCorrectionLevel: 'M' });
      const side = Array.from({ length: modules.size }, (_, at) => at);
      drawn.set(
        email,
        side.map((y) => side.map((x) => modules.get(y, x) === 1)),
      );
    }
    this._matrices = drawn;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-demo-accounts': HeedDemoAccounts;
  }
}
