import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../components/announce';
import { confirm } from '../components/confirm';
import { field } from '../components/field';
import { icon } from '../components/icon';
import { LightElement } from '../components/light-element';
import { namesOf } from '../components/names';
import type { OpenStore, ShownAccount } from '../store/open-store';
import { add, arrange as words, words as common } from '../strings/words';

/** Rename, move up and down by buttons, remove. */
@customElement('ha-arrange')
export class Arrange extends LightElement {
  @property({ attribute: false }) store: OpenStore | null = null;
  @property({ attribute: false }) accounts: readonly ShownAccount[] = [];
  /** reads the list again and says what was done */
  @property({ attribute: false }) changed: (said?: string) => Promise<void> = async () => undefined;
  @state() private _renaming: { id: string; issuer: string; name: string } | null = null;

  protected override render(): TemplateResult {
    return html`<h1 class="page-heading" tabindex="-1">${words.title}</h1>
      <ol class="stack">
        ${repeat(
          this.accounts,
          ({ id }) => id,
          (account, at) => html`<li class="card arrange-row">${this._renderRow(account, at)}</li>`,
        )}
      </ol>`;
  }

  private _renderRow(account: ShownAccount, at: number): TemplateResult {
    const { title, below } = namesOf(account);
    if (this._renaming?.id === account.id) return this._renderRename(this._renaming);
    return html`<div>
        <h2>${title}</h2>
        <p class="hint">${below}</p>
      </div>
      <div class="row">
        ${this._renderMove(account, at, -1)} ${this._renderMove(account, at, 1)}
        <button
          type="button"
          class="button small"
          aria-label=${words.renameOf(title)}
          @click=${() => this._begin(account)}
        >
          ${icon('pencil-line')}${words.rename}
        </button>
        <button
          type="button"
          class="button small danger"
          aria-label=${words.removeOf(title)}
          @click=${() => void this._remove(account)}
        >
          ${icon('trash-2')}${words.remove}
        </button>
      </div>`;
  }

  /** At its end of the list it stays a button, so that whoever pressed it keeps the focus. */
  private _renderMove(account: ShownAccount, at: number, by: -1 | 1): TemplateResult {
    const end = by < 0 ? at === 0 : at === this.accounts.length - 1;
    const { title } = namesOf(account);
    return html`<button
      type="button"
      class="button small icon-only"
      aria-label=${by < 0 ? words.up(title) : words.down(title)}
      aria-disabled=${end}
      @click=${() => void (end || this._move(account, by))}
    >
      ${icon(by < 0 ? 'arrow-up' : 'arrow-down')}
    </button>`;
  }

  private _renderRename(names: { id: string; issuer: string; name: string }): TemplateResult {
    const part = (id: 'issuer' | 'name', label: string): TemplateResult =>
      field({
        id,
        label,
        value: names[id],
        changed: (value) => (this._renaming = { ...names, [id]: value }),
      });
    return html`<form class="stack roomy" @submit=${this._rename}>
      ${part('issuer', add.issuer)} ${part('name', add.name)}
      <div class="button-pair">
        <button type="button" class="button" @click=${() => (this._renaming = null)}>${common.cancel}</button>
        <button type="submit" class="button primary">${common.save}</button>
      </div>
    </form>`;
  }

  private _begin({ id, issuer, name }: ShownAccount): void {
    this._renaming = { id, issuer, name };
    void this._focusOn('#issuer');
  }

  private async _rename(event: Event): Promise<void> {
    event.preventDefault();
    if (!this._renaming) return;
    const { id, issuer, name } = this._renaming;
    await this.store?.rename(id, { issuer: issuer.trim(), name: name.trim() });
    this._renaming = null;
    await this.changed(words.renamed);
    await this._focusOn('h1');
  }

  private async _move(account: ShownAccount, by: -1 | 1): Promise<void> {
    await this.store?.move(account.id, by);
    await this.changed();
    await this.updateComplete;
    const place = this.accounts.findIndex(({ id }) => id === account.id) + 1;
    const label = by < 0 ? words.up : words.down;
    const { title } = namesOf(account);
    // The row was taken out of the page on its way, and its button lost the focus.
    this.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label(title))}"]`)?.focus();
    announce(words.moved(title, place, this.accounts.length));
  }

  private async _remove(account: ShownAccount): Promise<void> {
    const { title } = namesOf(account);
    const sure = { heading: words.removeTitle(title), text: words.removeText, yes: words.remove };
    if (!(await confirm(sure))) return;
    await this.store?.remove(account.id);
    await this.changed(words.removed(title));
    await this._focusOn('h1');
  }
}
