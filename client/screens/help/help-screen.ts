import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HelpFile, Sheet, Walk } from '../../../protocol/help-sheets';
import '../../components/heed-empty';
import { announce } from '../../components/heed-live-region';
import { loadSheets } from '../../data/help-sheets';
import type { RouteParams } from '../../router';
import { about, help as words } from '../../strings/help';
import { shell } from '../../strings/shell';
import './help-about';
import './help-home';
import './help-sheet';
import './help-watch';

/** The last part of the address at which Heed speaks of itself; no sheet is called so (a test). */
const ABOUT = 'about';

/** Help: its front page and its sheets, each with an address of its own. It needs no log-in and no connection. */
@customElement('heed-help-screen')
export class HeedHelpScreen extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};
  @state() private _help: HelpFile | null = null;
  @state() private _failed = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  protected override render(): TemplateResult {
    if (this._failed) return this._renderFault(words.failed, this._renderAgain());
    if (!this._help) return html`<main id="main" class="page"><p class="hint">${words.loading}</p></main>`;
    const { id, walk: watched } = this.params;
    const walk = this._walk;
    if (walk) return html`<heed-help-watch .walk=${walk}></heed-help-watch>`;
    if (id === undefined && watched === undefined)
      return html`<heed-help-home .sheets=${this._help.sheets} .walks=${this._help.walks}></heed-help-home>`;
    if (id === ABOUT) return html`<heed-help-about .releases=${this._help.releases}></heed-help-about>`;
    const sheet = this._sheet;
    if (!sheet) return this._renderFault(words.gone, html`<a class="button" href="/help">${words.title}</a>`);
    return html`<heed-help-sheet .sheet=${sheet}></heed-help-sheet>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this._help) return;
    const title =
      this.params['id'] === ABOUT ? about.title : ((this._sheet ?? this._walk)?.title ?? words.title);
    document.title = shell.windowTitle(title);
    // The shell begins the first page; of the others it sees only that the screen is the same.
    if (changed.get('params')) void this._begin(title);
  }

  private get _sheet(): Sheet | undefined {
    return this._help?.sheets.find(({ id }) => id === this.params['id']);
  }

  private get _walk(): Walk | undefined {
    return this._help?.walks.find(({ id }) => id === this.params['walk']);
  }

  private async _load(): Promise<void> {
    this._failed = false;
    try {
      this._help = await loadSheets();
      await this.updateComplete;
      if (location.hash !== '') await this._goToPart();
    } catch {
      this._failed = true;
    }
  }

  private _renderFault(text: string, way: TemplateResult): TemplateResult {
    return html`<main id="main" class="page">
      <h1>${words.title}</h1>
      <heed-empty sign="cloud-off" .text=${text}>${way}</heed-empty>
    </main>`;
  }

  private _renderAgain(): TemplateResult {
    return html`<button type="button" class="button" @click=${() => void this._load()}>
      ${words.again}
    </button>`;
  }

  /** As after every link: the heading has the focus and is said. */
  private async _begin(title: string): Promise<void> {
    if (location.hash !== '') return this._goToPart();
    scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
    const heading = this.querySelector<HTMLElement>('h1');
    if (heading) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
    announce(title);
  }

  /** The part of the sheet that the address names. */
  private async _goToPart(): Promise<void> {
    await new Promise(requestAnimationFrame);
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!part || !this.contains(part)) return;
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
    part.scrollIntoView();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-screen': HeedHelpScreen;
  }
}
