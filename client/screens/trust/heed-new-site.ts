import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-error-summary';
import { fire } from '../../components/fire';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { textField } from '../../components/text-field';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { trust as words } from '../../strings/trust';

type Field = 'site' | 'contactName' | 'email';
type Given = Record<Field, string>;

const empty: Given = { site: '', contactName: '', email: '' };
const missing: Given = {
  site: words.errors.site,
  contactName: words.errors.contact,
  email: words.errors.email,
};
const fields: readonly Field[] = ['site', 'contactName', 'email'];

/** The form for one further site. What was typed stays until the link is sent. Fires `site-invited`. */
@customElement('heed-new-site')
export class HeedNewSite extends LitElement {
  /** what stands behind the name in the address */
  @property() behind = '';
  @state() private _given = empty;
  @state() private _errors: Partial<Given> = {};
  @state() private _fault = '';
  @state() private _working = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<form class="card stack" novalidate @submit=${this._send}>
      <div>
        <h2>${words.add}</h2>
        <p class="hint">${words.addWhy}</p>
      </div>
      ${this._fault ? html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>` : ''}
      ${this._field('site', words.site, words.siteHint(this.behind))}
      ${this._field('contactName', words.contact)} ${this._field('email', words.email)}
      <div>
        <button type="submit" class="button primary" ?disabled=${this._working}>
          ${this._working ? words.sending : words.send}
        </button>
      </div>
    </form>`;
  }

  private _field(name: Field, label: string, hint = ''): TemplateResult {
    return textField({
      id: `new-site-${name}`,
      label,
      hint,
      value: this._given[name],
      error: this._errors[name] ?? '',
      type: name === 'email' ? 'email' : 'text',
      typed: (value) => (this._given = { ...this._given, [name]: value }),
    });
  }

  private readonly _send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const lacking = fields.filter((name) => this._given[name].trim() === '');
    this._errors = Object.fromEntries(lacking.map((name) => [name, missing[name]]));
    this._fault = '';
    if (lacking.length > 0) {
      this._focus(lacking[0]);
      return;
    }
    this._working = true;
    try {
      const { email } = await call('inviteSite', { body: this._given });
      this._given = empty;
      announce(words.sentTo(email));
      fire(this, 'site-invited');
    } catch (thrown) {
      this._show(thrown);
    } finally {
      this._working = false;
    }
  };

  private _show(thrown: unknown): void {
    const { field, title } = asCallFault(thrown);
    const name = fields.find((one) => field === `body.${one}`);
    if (name === undefined) this._fault = title;
    else this._errors = { [name]: title };
    this._focus(name);
  }

  private _focus(name: Field | undefined): void {
    if (name === undefined) return;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#new-site-${name}`)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-new-site': HeedNewSite;
  }
  interface HTMLElementEventMap {
    'site-invited': CustomEvent<undefined>;
  }
}
