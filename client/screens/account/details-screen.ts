import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { OwnDetails } from '../../../protocol/own-account';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { textField } from '../../components/text-field';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { account, details as words } from '../../strings/account';
import { AccountScreen } from './account-screen';

/** "Your details": what a person changes of how colleagues see them, and what the office keeps. */
@customElement('heed-details-screen')
export class HeedDetailsScreen extends AccountScreen {
  protected readonly _href = '/account/details';
  protected readonly _title = account.details;
  @state() private _known: OwnDetails | null = null;
  @state() private _formOfAddress = '';
  @state() private _knownAs = '';
  @state() private _errors: { title?: string; knownAs?: string } = {};
  @state() private _saved = false;
  @state() private _busy = false;

  protected override _renderCards(): TemplateResult {
    if (!this._known) return this._renderUnanswered(words.loading);
    return html`${this._saved
      ? html`<heed-notice tone="ok" role="status">${words.saved(this._known.shown)}</heed-notice>`
      : nothing}
    ${this._renderOwn(this._known)} ${renderOffice(this._known)}`;
  }

  private _renderOwn({ shown }: OwnDetails): TemplateResult {
    return html`<section class="card">
      <h2>${words.own}</h2>
      <p class="hint">${words.ownHint}</p>
      <form class="stack roomy after" novalidate @submit=${this._submit}>
        ${textField({
          id: 'own-title',
          label: words.title,
          hint: words.titleHint,
          value: this._formOfAddress,
          error: this._errors.title ?? '',
          autocomplete: 'honorific-prefix',
          typed: (value) => (this._formOfAddress = value),
        })}
        ${textField({
          id: 'known-as',
          label: words.knownAs,
          hint: words.knownAsHint,
          value: this._knownAs,
          error: this._errors.knownAs ?? '',
          autocomplete: 'nickname',
          typed: (value) => (this._knownAs = value),
        })}
        <p class="hint">${words.shownAs(shown)}</p>
        <p>
          <button type="submit" class="button primary main" ?disabled=${this._busy}>${words.save}</button>
        </p>
      </form>
    </section>`;
  }

  protected override async _load(): Promise<void> {
    await this._try(async () => this._take(await call('readDetails')));
  }

  private _take(known: OwnDetails): void {
    this._known = known;
    this._formOfAddress = known.title ?? '';
    this._knownAs = known.knownAs ?? '';
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    this._busy = true;
    this._saved = false;
    this._errors = {};
    this._fault = '';
    const body = { title: emptyAsNull(this._formOfAddress), knownAs: emptyAsNull(this._knownAs) };
    try {
      const { details } = await call('setDetails', { body });
      this._take(details);
      this._saved = true;
      announce(words.saved(details.shown));
    } catch (thrown) {
      this._show(asCallFault(thrown));
    } finally {
      this._busy = false;
    }
  }

  private _show({ field, title }: { field: string | null; title: string }): void {
    if (field === 'body.title') this._errors = { title };
    else if (field === 'body.knownAs') this._errors = { knownAs: title };
    else this._fault = title;
    const id = this._errors.title === undefined ? 'known-as' : 'own-title';
    if (this._fault === '') this.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

function renderOffice(known: OwnDetails): TemplateResult {
  const { firstName, lastName, email, jobTitle, keptBy } = known;
  const facts = [
    [words.firstName, firstName],
    [words.lastName, lastName],
    [words.email, email],
    [words.job, jobTitle ?? words.noJob],
  ];
  return html`<section class="card">
    <h2>${words.office}</h2>
    <dl class="facts">
      ${facts.map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p class="hint after">${words.officeHint} ${words.ask(keptBy)}</p>
  </section>`;
}

const emptyAsNull = (typed: string) => (typed.trim() === '' ? null : typed);

declare global {
  interface HTMLElementTagNameMap {
    'heed-details-screen': HeedDetailsScreen;
  }
}
