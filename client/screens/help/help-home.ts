import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sheetKinds, type Sheet, type Walk } from '../../../protocol/help-sheets';
import { icon } from '../../components/heed-icon';
import { help as words, watch } from '../../strings/help';
import { MOST, findInHelp, sheetsOf } from './find-in-help';
import './heed-support-card';

/** The front page of help: search, every sheet, whom to ask. */
@customElement('heed-help-home')
export class HeedHelpHome extends LitElement {
  @property({ attribute: false }) sheets: readonly Sheet[] = [];
  @property({ attribute: false }) walks: readonly Walk[] = [];
  @state() private _typed = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page with-aside help">
      <h1>${words.title}</h1>
      <div class="stack">
        ${this._renderSearch()} ${this._typed.trim() === '' ? this._renderAll() : this._renderFound()}
      </div>
      <aside class="aside always stack">
        <heed-support-card></heed-support-card>
        <p><a class="link-line" href="/help/about">${words.about}</a></p>
      </aside>
    </main>`;
  }

  private _renderSearch(): TemplateResult {
    return html`<form class="card" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <label class="h2" for="help-search">${words.search}</label>
      <p class="hint" id="help-search-hint">${words.searchHint}</p>
      <input
        id="help-search"
        class="input"
        type="search"
        autocomplete="off"
        aria-describedby="help-search-hint"
        .value=${this._typed}
        @input=${(event: Event) => (this._typed = (event.target as HTMLInputElement).value)}
      />
    </form>`;
  }

  private _renderFound(): TemplateResult {
    const found = findInHelp(this.sheets, this._typed, this.walks);
    return html`<section class="card">
      <h2>
        <span role="status">${found.length === 0 ? words.nothing : words.found(found.length, MOST)}</span>
      </h2>
      <ul class="help-links">
        ${found.map(({ href, title, part, text }) => linkTo(href, part === '' ? title : part, text, title))}
      </ul>
    </section>`;
  }

  private _renderAll(): TemplateResult {
    const here = sheetsOf(this.sheets, new URLSearchParams(location.search).get('of'));
    return html`${here.length === 0 ? nothing : listOf(words.ofScreen, here)}
    ${sheetKinds.map((kind) =>
      listOf(
        words.groups[kind],
        this.sheets.filter((sheet) => sheet.kind === kind),
      ),
    )}
    ${this._renderWalks()}`;
  }

  /** By whom they are for. */
  private _renderWalks(): TemplateResult {
    const audiences = [...new Set(this.walks.map((walk) => walk.for))];
    return html`<section class="card">
      <h2 id="watch">${watch.group}</h2>
      <p class="hint">${watch.groupHint}</p>
      ${audiences.map(
        (audience) =>
          html`<h3>${watch.for[audience]}</h3>
            <ul class="help-links">
              ${this.walks
                .filter((walk) => walk.for === audience)
                .map(({ id, title, summary }) => linkTo(`/help/watch/${id}`, title, summary))}
            </ul>`,
      )}
    </section>`;
  }
}

function listOf(heading: string, sheets: readonly Sheet[]): TemplateResult {
  return html`<section class="card">
    <h2>${heading}</h2>
    <ul class="help-links">
      ${sheets.map(({ id, title, summary }) => linkTo(`/help/${id}`, title, summary))}
    </ul>
  </section>`;
}

/** One line of a list of links. @param within the sheet that a part stands in */
function linkTo(href: string, title: string, text: string, within = title): TemplateResult {
  return html`<li>
    <a href=${href}
      ><span class="grow"
        ><strong>${title}</strong>${within === title
          ? nothing
          : html`<span class="meta"> ${within}</span>`}<span class="hint">${text}</span></span
      >${icon('chevron-right')}</a
    >
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-home': HeedHelpHome;
  }
}
